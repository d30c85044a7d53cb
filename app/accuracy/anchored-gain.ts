import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import * as z from "zod";

const FILE = "data/benchmarks/anchored.toml";
const share = z.number().min(0);
const errors = z.strictObject({
  cases: z.int().positive(),
  median: share,
  within25: share.max(1),
  held: share.max(1),
});

const schema = z.strictObject({
  date: z.iso.date(),
  engineVersion: z.string(),
  draws: z.int().positive(),
  point: z.array(z.strictObject({ points: z.int().min(0), tpot: errors, ttft: errors })).min(2),
});

/** The errors on a deployment's other runs after so many of its own corrected it. Throws with the field on a bad file. */
export function readAnchoredGain(): z.output<typeof schema> {
  const result = schema.safeParse(parse(readFileSync(join(process.cwd(), FILE), "utf8")));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${FILE}: ${issue?.path.join(".")}: ${issue?.message}`);
}
