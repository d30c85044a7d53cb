import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import * as z from "zod";
import { TARGET_CLASSES } from "@/lib/view/accuracy/target-classes";

const FILE = "data/benchmarks/ablation.toml";
const share = z.number().min(0);

const schema = z.strictObject({
  date: z.iso.date(),
  engineVersion: z.string(),
  law: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      engineVersion: z.string(),
      class: z.array(
        z.strictObject({
          id: z.enum(TARGET_CLASSES.map(({ id }) => id)),
          median: share,
          within25: share.max(1),
        }),
      ),
    }),
  ),
});

/** The errors of cross-validation without each law. Throws with the field on a bad file. */
export function readAblation(): z.output<typeof schema> {
  const result = schema.safeParse(parse(readFileSync(join(process.cwd(), FILE), "utf8")));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${FILE}: ${issue?.path.join(".")}: ${issue?.message}`);
}
