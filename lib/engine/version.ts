/**
 * Changes when any number that a plan shows or keeps may change for an unchanged catalog: the engine's, and those of the
 * months to come (lib/money). test/engine/fingerprint.test.ts notices when a formula does, or a value of its plans;
 * `npm run -s fingerprint` then raises it.
 */
export const ENGINE_VERSION = "1.27.0";
