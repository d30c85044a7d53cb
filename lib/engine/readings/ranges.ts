import type { Accelerator, Calibration, Model } from "@/lib/catalog/schema";
import type { Deployment, Lookup } from "../deployment";
import type { FigureId, Figures } from "../figures";
import { type ErrorKind, headlines } from "../headlines";
import type { Load } from "../load";

/** Low and high end of a prediction: one measurement in ten is expected below, one in ten above. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Where the width comes from. */
  readonly basis: string;
}

/** By definition: the 90th percentile of a standard normal distribution. */
export const P90 = 1.2816;

/**
 * The class of residuals that a prediction belongs to: NVIDIA servers by dense model or mixture, other fitted
 * architectures, or one whose constants were never fitted.
 */
export function spreadClass(
  accelerator: Pick<Accelerator, "vendor">,
  model: Pick<Model, "layers">,
  architecture: Pick<Calibration, "origin"> | undefined,
  kind: ErrorKind,
): string {
  if (architecture?.origin !== "fitted") return "unfitted";
  const suffix = { tpot: "Tpot", ttft: "Ttft", rate: "Rate" }[kind];
  if (accelerator.vendor !== "NVIDIA") return `other${suffix}`;
  return `${model.layers.some(({ ffn }) => ffn.kind === "moe") ? "mixture" : "dense"}${suffix}`;
}

/** The P10–P90 range of every headline figure, from the spread of held-out residuals of its class. */
export function rangesOf(
  { accelerator, model }: Deployment,
  { plan: { serving } }: Load,
  lookup: Lookup,
  figures: Figures,
): Partial<Record<FigureId, Range>> {
  const record = lookup.calibration("uncertainty");
  if (!record) throw new Error("calibration uncertainty, the spread of the residuals, is missing");
  const architecture = lookup.calibration(accelerator.architecture);
  const ranges: Partial<Record<FigureId, Range>> = {};
  for (const { id, range: served } of headlines) {
    const value = figures[id];
    if (value === undefined || served === undefined) continue;
    const kind: ErrorKind = served === "tpot" && serving.batching !== "continuous" ? "rate" : served;
    const name = spreadClass(accelerator, model, architecture, kind);
    const spread = record.constants[name] ?? record.constants.unfitted ?? 0;
    const factor = Math.exp(P90 * spread);
    ranges[id] = { low: value / factor, high: value * factor, basis: `${record.name}: ${name}` };
  }
  return ranges;
}
