import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import * as z from "zod";

const ROOT = join(import.meta.dirname, "../..");

/** A file with one bug in it. */
export interface Bug {
  readonly area: string;
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  /** The file's text with the bug; absent where the bug does not fit the file any more. */
  readonly code?: string;
}

const text = z.string();
const listSchema = z.strictObject({
  bug: z.array(z.strictObject({ area: text, name: text, file: text, from: text, to: text })),
});

/** The bugs that were thought of, in test/mutations/bugs.toml. */
export function listedBugs(): Bug[] {
  const { bug } = listSchema.parse(parse(readFileSync(join(ROOT, "test/mutations/bugs.toml"), "utf8")));
  return bug.map(({ area, name, file, from, to }) => {
    const source = readFileSync(join(ROOT, file), "utf8");
    const fits = source.split(from).length === 2;
    return { area, name, file: join(ROOT, file), ...(fits ? { code: source.replace(from, () => to) } : {}) };
  });
}

/** Tests that notice most in the least time, and all that relate, for code of a room. */
export function testsFor(file: string): { quick: string[]; all: string[] } {
  const room = /\/lib\/([a-z]+)\//.exec(file)?.[1] ?? "";
  // Settings are read by the engine alone.
  if (room === "engine" || file.endsWith("/scenario/knobs.ts"))
    return {
      quick: ["test/engine/proofs/rows.test.ts", "test/engine/wholes", "test/engine/golden.test.ts"],
      all: ["test/engine"],
    };
  if (/\/(default-price|comparable-offers)\.ts$/.test(file))
    return { quick: [], all: ["test/catalog/default-price.test.ts"] };
  return { quick: [], all: [`test/${room}`] };
}
