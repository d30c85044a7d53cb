import type { Estimate, OptionEstimate } from "@/lib/engine";
import { formatQuantity, parseQuantity } from "@/lib/units";
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
 * widest bar, `capacityBytes` in B. `named` is what the maker prints.
 */
export type MemoryBar = {
  name: string;
  accelerator: string;
  named: string | undefined;
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
    // Estimates of engines before 1.26 do not say how far the server fills it.
    const share = estimate.scenario.serving.memoryFraction * capacityBytes;
    return {
      name: names[index] ?? "",
      accelerator: option.accelerator.id,
      // A name says what the whole accelerator has, not one of its instances.
      named: (option.option.instances ?? 1) > 1 ? undefined : option.accelerator.memory,
      capacity: capacityBytes / widest,
      limit: (option.figures.fillableBytes ?? share) / widest,
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
      { id: "capacity", label: "Capacity that counts", unit: "B", kind: "number" },
      { id: "named", label: "Capacity by name", kind: "text" },
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
        named: bar.named ?? null,
      };
    }),
  };
}

/** A capacity within a thousandth of its name is what the name says. */
const ALIKE = 1e-3;

/**
 * A capacity with what its maker names it: "192 GiB", "80 GB (74.5 GiB)" where the name alone is known, else both:
 * "141 GB by name, 151 GB (140 GiB) by its driver", because a maker's GB may be a GiB.
 */
export function capacityText(bytes: number, named?: string): string {
  const counted = formatQuantity(bytes, "B");
  const binary = `${formatQuantity(bytes, "GiB").number} GiB`;
  const both = `${counted.number} ${counted.unit} (${binary})`;
  const reading = named === undefined ? undefined : parseQuantity(named, "B");
  if (!reading?.ok) return both;
  if (Math.abs(reading.value / bytes - 1) > ALIKE) return `${named} by name, ${both} by its driver`;
  return named?.endsWith("GiB") ? named : `${named} (${binary})`;
}
