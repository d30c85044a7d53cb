import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import * as z from "zod";

const FILE = "data/benchmarks/peers.toml";
const share = z.number().min(0);
const text = z.string().min(1);

const peersSchema = z.strictObject({
  study: z.strictObject({ title: text, date: z.iso.date(), rows: text }),
  peer: z.array(
    z.strictObject({
      name: text,
      kind: text,
      metric: text,
      cases: z.int().positive(),
      mape: share.optional(),
      median: share.optional(),
      within25: share.max(1).optional(),
      answered: text,
    }),
  ),
});
export type Peers = z.output<typeof peersSchema>;

/** What other estimators reached on the same kind of measurements. Throws with the field on a bad file. */
export function readPeers(): Peers {
  const result = peersSchema.safeParse(parse(readFileSync(join(process.cwd(), FILE), "utf8")));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${FILE}: ${issue?.path.join(".")}: ${issue?.message}`);
}
