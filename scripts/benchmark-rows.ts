import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import * as z from "zod";
import { distinct } from "@/lib/accuracy/distinct";
import { type Measurement, readMeasurements } from "@/lib/accuracy/measurement";

const TABLES = ["data/benchmarks/calibration.csv", "data/benchmarks/validation.csv"];
const LEFT_OUT = "data/benchmarks/left-out.toml";

const leftOutSchema = z.strictObject({
  group: z.array(z.strictObject({ reason: z.string().min(1), rows: z.array(z.string().min(1)).min(1) })),
});

/**
 * Every public measurement once, but for those that data/benchmarks/left-out.toml names. Throws for a row that cannot
 * be read and for a name that no row has.
 */
export function benchmarkRows(log: (line: string) => void): Measurement[] {
  const rows = TABLES.flatMap((path) => {
    const { rows, unreadable } = readMeasurements(readFileSync(path, "utf8"));
    const [first] = unreadable;
    if (first) throw new Error(`${path}, line ${first.line}: ${first.message}`);
    return rows;
  });
  const ids = new Set(rows.map(({ id }) => id));
  const { group } = leftOutSchema.parse(parse(readFileSync(LEFT_OUT, "utf8")));
  const leftOut = new Set(group.flatMap((each) => each.rows));
  const stranger = [...leftOut].find((id) => !ids.has(id));
  if (stranger) throw new Error(`${LEFT_OUT}: there is no measurement ${stranger}`);
  const once = distinct(rows);
  const used = once.filter(({ id }) => !leftOut.has(id));
  log(
    `${rows.length} measurements, ${rows.length - once.length} of them repeat another, ${once.length - used.length} left out by name`,
  );
  return used;
}
