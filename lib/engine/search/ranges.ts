import type { Deployment, Lookup } from "../deployment";
import { Refusal, refuse } from "../verdict";

/** Low and high end of a prediction: one measurement in ten is expected below, one in ten above. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Where the width comes from. */
  readonly basis: string;
}

/** The 90th percentile of a standard normal distribution. */
const P90 = 1.2816;

/** Quantities that carry a range, by the error they inherit. A cost moves against the rate it is divided by. */
const RANGED = {
  tpot: "tpot",
  userRate: "tpot",
  ttft: "ttft",
  outputRate: "tpot",
  inputRate: "tpot",
  requestRate: "tpot",
  costPerToken: "tpot",
  costPerInputToken: "tpot",
  costPerOutputToken: "tpot",
  costPerGeneratedToken: "tpot",
  costPerRequest: "tpot",
} as const;

/** The P10–P90 range of every headline figure, from the spread of residuals of this class of deployment. */
export function rangesOf(
  deployment: Deployment,
  lookup: Lookup,
  figures: Readonly<Record<string, number>>,
): Record<string, Range> {
  const record = lookup.calibration("uncertainty");
  if (!record) throw new Refusal(refuse("unknown", "The spread of the residuals is not in the catalog"));
  const known = lookup.calibration(deployment.accelerator.architecture)?.origin === "fitted";
  const mixture = deployment.model.layers.some(({ ffn }) => ffn.kind === "moe");
  const name = known ? (mixture ? "mixture" : "dense") : "unfitted";
  const spread = record.constants[name] ?? 0;
  const ttft = Math.max(spread, record.constants.ttft ?? 0);
  const ranges: Record<string, Range> = {};
  for (const [id, error] of Object.entries(RANGED)) {
    const value = figures[id];
    if (value === undefined) continue;
    const factor = Math.exp(P90 * (error === "ttft" ? ttft : spread));
    ranges[id] = { low: value / factor, high: value * factor, basis: `${record.name}: ${name}` };
  }
  return ranges;
}
