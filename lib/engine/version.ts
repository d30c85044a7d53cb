/**
 * Changes when any number may change for an unchanged catalog. test/engine/fingerprint.test.ts notices when one does;
 * `npm run -s fingerprint` then raises it.
 */
export const ENGINE_VERSION = "1.26.0";
