import fc from "fast-check";

/**
 * Properties are tried on the same samples each time, so that a change fails for what it changes. A long run
 * (INVARIANTS=10000, so many samples of each property) draws new ones.
 */
const SEED = 20_261_128;
const long = process.env.INVARIANTS;

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...(long === undefined ? { seed: SEED } : { numRuns: Number(long) }),
});
