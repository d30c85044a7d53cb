import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import * as z from "zod";
import { TARGET_CLASSES } from "@/lib/view/accuracy/target-classes";

const FILE = "data/benchmarks/cross-validation.toml";
const share = z.number().min(0);

const schema = z.strictObject({
  date: z.iso.date(),
  engineVersion: z.string(),
  rows: z.int().positive(),
  class: z.array(
    z.strictObject({
      id: z.enum(TARGET_CLASSES.map(({ id }) => id)),
      cases: z.int().positive(),
      median: share,
      within25: share.max(1),
      bias: z.number(),
      deployments: z.int().positive(),
      medianByDeployment: share,
    }),
  ),
  range: z.array(
    z.strictObject({
      id: z.string(),
      cases: z.int().positive(),
      deployments: z.int().positive(),
      spread: z.number().positive(),
      held: share.max(1),
    }),
  ),
});

/** The errors on families of models that the constants were fitted without. Throws with the field on a bad file. */
export function readCrossValidation(): z.output<typeof schema> {
  const result = schema.safeParse(parse(readFileSync(join(process.cwd(), FILE), "utf8")));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${FILE}: ${issue?.path.join(".")}: ${issue?.message}`);
}
