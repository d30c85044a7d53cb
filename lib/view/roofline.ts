import type { Estimate } from "@/lib/engine";
import { optionNames } from "./option-name";
import type { Table } from "./table";

/** A point of the roofline plane: FLOP per byte moved, and FLOP/s. */
export type RooflinePoint = { intensity: number; rate: number };

/** An operator of a model on the plane, at the speed the plan expects. */
export type OperatorPoint = RooflinePoint & {
  id: string;
  label: string;
  frame: "decode" | "prefill";
  time: number;
  bound: string;
  /** Where the engine explains its time. */
  address: string;
};

/** The roof of one option's accelerator and the operators under it. */
export type RooflineSeries = {
  name: string;
  /** Its place among the plan's options. */
  option: number;
  accelerator: string;
  roof: RooflinePoint[];
  points: OperatorPoint[];
};

/** The whole chart: series, and bounds of both axes as powers of ten. */
export type Roofline = { series: RooflineSeries[]; intensity: [number, number]; rate: [number, number] };

const decadeBelow = (value: number) => 10 ** Math.floor(Math.log10(value));
const decadeAbove = (value: number) => 10 ** Math.ceil(Math.log10(value));

/** The roofline of every option that fits; null when none does. */
export function roofline(estimate: Estimate): Roofline | null {
  const names = optionNames(estimate);
  const fitting = estimate.options
    .map((option, index) => ({ option, index, name: names[index] ?? "" }))
    .filter(({ option }) => option.verdict.feasible);
  const listed = fitting.map(({ option, index, name }) => ({
    name,
    option: index,
    accelerator: option.accelerator.id,
    peak: option.figures.peakCompute ?? 0,
    bandwidth: option.figures.hbmBandwidth ?? 0,
    points: option.operators
      .filter(({ flops, bytes, time }) => flops > 0 && bytes > 0 && time > 0)
      .map(({ id, label, frame, flops, bytes, time, bound }) => ({
        id,
        label,
        frame,
        time,
        bound,
        address: addressOf(id, option),
        intensity: flops / bytes,
        rate: flops / time,
      })),
  }));
  const series = listed.filter(({ peak, bandwidth }) => peak > 0 && bandwidth > 0);
  if (series.length === 0) return null;
  const points = series.flatMap((one) => one.points);
  const knees = series.map(({ peak, bandwidth }) => peak / bandwidth);
  const intensity: [number, number] = [
    decadeBelow(Math.min(1, ...points.map((point) => point.intensity))),
    decadeAbove(Math.max(...knees, ...points.map((point) => point.intensity)) * 1.5),
  ];
  const rate: [number, number] = [
    decadeBelow(
      Math.min(
        ...series.map(({ bandwidth }) => bandwidth * intensity[0]),
        ...points.map((point) => point.rate),
      ),
    ),
    decadeAbove(Math.max(...series.map(({ peak }) => peak))),
  ];
  return {
    intensity,
    rate,
    series: series.map(({ peak, bandwidth, ...rest }) => ({
      ...rest,
      roof: [
        { intensity: intensity[0], rate: bandwidth * intensity[0] },
        { intensity: peak / bandwidth, rate: peak },
        { intensity: intensity[1], rate: peak },
      ],
    })),
  };
}

/** The engine's address of an operator's time: "decode-4" is row 4 of the decode step. */
function addressOf(id: string, { figures }: Estimate["options"][number]): string {
  const [frame, row] = id.split("-");
  const prompts = figures.mixedStepTime === undefined ? "prompts" : "mixed";
  return `operatorTime@${frame === "decode" ? "decode" : prompts}#${row}`;
}

/** One row an operator: the table behind the roofline chart and its CSV. */
export function rooflineTable(estimate: Estimate): Table {
  const series = roofline(estimate)?.series ?? [];
  return {
    id: "roofline",
    title: "Operators under the roofline",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      { id: "frame", label: "Phase", kind: "text" },
      { id: "operator", label: "Operator", kind: "text" },
      { id: "intensity", label: "Intensity", unit: "FLOP/B", kind: "number" },
      { id: "rate", label: "Achieved", unit: "FLOP/s", kind: "number" },
      { id: "time", label: "Time per step", unit: "s", kind: "number" },
      { id: "bound", label: "Bound by", kind: "text" },
    ],
    rows: series.flatMap(({ name, option, points }) =>
      points.map(({ label, frame, intensity, rate, time, bound, address }) => ({
        option: name,
        frame,
        operator: label,
        intensity,
        rate,
        time: { value: time, option, address },
        bound,
      })),
    ),
  };
}
