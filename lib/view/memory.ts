import type { Estimate, OptionEstimate } from "@/lib/engine";
import { optionNames } from "./option-name";
import type { Table } from "./table";

type Part = OptionEstimate["memory"][number]["part"];

/** What fills an accelerator's memory, in words. */
export const partLabels: Record<Part, string> = {
  weights: "Weights",
  kv: "KV cache",
  activations: "Activations",
  runtime: "Runtime",
  free: "Free",
};

/** The quantity that explains a column of the table. */
export const memoryQuantities: Readonly<Record<string, string>> = {
  weights: "weightBytes",
  kv: "runningKvBytes",
  activations: "activationBytes",
  runtime: "runtimeBytes",
  free: "freeBytes",
  capacity: "memoryCapacity",
} satisfies Record<Part | "capacity", string>;

/** From what is always there to what is left over. */
const partOrder = Object.keys(partLabels) as Part[];

/** A stretch of a bar, as fractions of the widest bar. */
export type Segment = { part: Part; label: string; bytes: number; start: number; width: number };

/**
 * One option's memory per accelerator. `capacity` and `limit`, what the server may take of it, are fractions of the
 * widest bar, `capacityBytes` in B.
 */
export type MemoryBar = {
  name: string;
  accelerator: string;
  capacity: number;
  limit: number;
  capacityBytes: number;
  segments: Segment[];
};

/** Memory of one accelerator per option, all bars on one scale. Parts past the capacity show by how much. */
export function memoryBars(estimate: Estimate): MemoryBar[] {
  const names = optionNames(estimate);
  const totals = estimate.options.map(used);
  const capacities = estimate.options.map((option) => option.figures.memoryCapacity ?? used(option));
  const widest = Math.max(1, ...totals, ...capacities);
  return estimate.options.map((option, index) => {
    let start = 0;
    const segments = option.memory
      .filter(({ bytes }) => bytes > 0)
      .sort((a, b) => partOrder.indexOf(a.part) - partOrder.indexOf(b.part))
      .map(({ part, bytes }) => {
        const segment = {
          part,
          label: partLabels[part],
          bytes,
          start: start / widest,
          width: bytes / widest,
        };
        start += bytes;
        return segment;
      });
    const capacityBytes = capacities[index] ?? 0;
    return {
      name: names[index] ?? "",
      accelerator: option.accelerator.id,
      capacity: capacityBytes / widest,
      limit: (estimate.scenario.serving.memoryFraction * capacityBytes) / widest,
      capacityBytes,
      segments,
    };
  });
}

const used = (option: OptionEstimate) => option.memory.reduce((sum, { bytes }) => sum + bytes, 0);

/** One row an option, one column a part of the memory. */
export function memoryTable(estimate: Estimate): Table {
  return {
    id: "memory",
    title: "Memory of one accelerator",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      ...partOrder.map((part) => ({ id: part, label: partLabels[part], unit: "B", kind: "number" as const })),
      { id: "capacity", label: "Capacity", unit: "B", kind: "number" },
    ],
    rows: memoryBars(estimate).map((bar) => ({
      option: bar.name,
      ...Object.fromEntries(
        partOrder.map((part) => [part, bar.segments.find((segment) => segment.part === part)?.bytes ?? 0]),
      ),
      capacity: bar.capacityBytes,
    })),
  };
}
