import { fromVersion1 } from "./one";
import { fromVersion2 } from "./two";

/**
 * The version of a scenario that is written now. A change that an older reader would misread, a changed default
 * included, needs the next number: one more step below, and the documents of the version before as fixtures.
 */
export const VERSION = 3;

/** The step from each version to the next, from version 1 on. */
const STEPS: readonly ((older: Readonly<Record<string, unknown>>) => Record<string, unknown>)[] = [
  fromVersion1,
  fromVersion2,
];

/** A document of the version that is written now, not checked yet; or why there is no way to it. */
export type Upgrade = { ok: true; document: unknown } | { ok: false; path: string; message: string };

/**
 * Brings a document of any version to the present one, step by step. One without a version is of the present one:
 * links carry theirs in front, stored scenarios in `v`. Never throws; the schema checks what comes out.
 */
export function upgrade(document: unknown): Upgrade {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    return { ok: true, document };
  }
  const version = Object.hasOwn(document, "v") ? (document as { v: unknown }).v : undefined;
  if (!Number.isInteger(version)) return { ok: true, document };
  if (Number(version) > VERSION) return { ok: false, path: "v", message: tooNew(Number(version)) };
  // Below the first there is nothing; the schema says which number it expected.
  const steps = Number(version) < 1 ? [] : STEPS.slice(Number(version) - 1);
  return { ok: true, document: steps.reduce((older, step) => step(older), { ...document }) };
}

/** Why a document of a later version cannot be read. */
export const tooNew = (version: number): string =>
  `it was made by a newer planner (version ${version} of plans; this one reads up to ${VERSION})`;
