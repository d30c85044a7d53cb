import { type Measurement, readMeasurements } from "@/lib/accuracy/measurement";
import { accelerator, format, modelByName } from "@/lib/catalog";

/** The catalog under the names that tables of measurements use. */
export const names = { model: modelByName, accelerator, format };

const COLUMNS: Record<string, string> = {
  id: "row",
  split: "validation",
  source: "a test",
  accelerator: "nvidia-h100-sxm-80gb",
  num_accelerators: "8",
  tp: "8",
  pp: "1",
  dp: "1",
  ep: "1",
  model: "meta-llama/Meta-Llama-3.1-70B",
  weights: "fp8",
  kv_cache: "",
  engine: "vllm",
  engine_version: "",
  isl: "1000",
  osl: "500",
  concurrency: "16",
  mode: "server",
  metric: "tpot_ms",
  value: "12.5",
  notes: "",
};

/** A table of measurements; each row says only what differs from a plain served one. */
export function table(...rows: Record<string, string>[]): string {
  const columns = [...new Set([...Object.keys(COLUMNS), ...rows.flatMap(Object.keys)])];
  const cells = (row: Record<string, string>) =>
    columns.map((column) => JSON.stringify(row[column] ?? COLUMNS[column] ?? ""));
  return [columns.join(","), ...rows.map((row) => cells(row).join(","))].join("\n");
}

/** One measurement that differs from a plain served one as told. Throws when it cannot be read. */
export function row(different: Record<string, string> = {}): Measurement {
  const { rows, unreadable } = readMeasurements(table(different));
  const [found] = rows;
  if (!found) throw new Error(unreadable[0]?.message);
  return found;
}
