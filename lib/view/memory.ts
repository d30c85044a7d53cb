import type { Estimate, OptionEstimate } from "@/lib/engine";
import { formatQuantity } from "@/lib/units";
import { optionNames } from "./option-name";
import type { Cell, Table } from "./table";

type Part = OptionEstimate["memory"][number]["part"];

/** What fills an accelerator's memory, in words. */
export const partLabels: Record<Part, string> = {
  weights: "Weights",
  kv: "KV cache",
  activations: "Activations",
  runtime: "Runtime",
  free: "Free",
};

/** The quantity that explains a part. */
const partQuantities: Record<Part | "capacity", string> = {
  weights: "weightBytes",
  kv: "runningKvBytes",
  activations: "activationBytes",
  runtime: "runtimeBytes",
  free: "freeBytes",
  capacity: "memoryCapacity",
};

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
    rows: memoryBars(estimate).map((bar, option) => {
      // An option that cannot run at all has nothing in its memory that could be explained.
      const cell = (part: Part | "capacity", value: number): Cell =>
        bar.segments.length > 0 ? { value, option, address: partQuantities[part] } : value;
      return {
        option: bar.name,
        ...Object.fromEntries(
          partOrder.map((part) => {
            const segment = bar.segments.find((each) => each.part === part);
            return [part, cell(part, segment?.bytes ?? 0)];
          }),
        ),
        capacity: cell("capacity", bar.capacityBytes),
      };
    }),
  };
}

/** An amount of memory as vendors name it, with what programs count in: "141 GB (131 GiB)". */
export function memoryText(bytes: number): string {
  const named = formatQuantity(bytes, "B");
  return `${named.number} ${named.unit} (${formatQuantity(bytes, "GiB").number} GiB)`;
}
