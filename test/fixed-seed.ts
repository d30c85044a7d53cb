import fc from "fast-check";

/**
 * Properties are tried on the same samples each time, so that a change fails for what it changes. A long run
 * (INVARIANTS=10000) draws new ones.
 */
const SEED = 20_261_128;

if (process.env.INVARIANTS === undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
