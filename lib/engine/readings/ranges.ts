import type { Accelerator, Calibration, Model } from "@/lib/catalog/schema";
import { decimals } from "@/lib/units";
import { type Deployment, efficienciesOf, type Lookup } from "../deployment";
import type { FigureId, Figures } from "../figures";
import { type ErrorKind, headlines } from "../headlines";
import { isShared } from "../instances";
import type { Load } from "../load";
import { isMixture } from "../mixture";
import type { Note } from "../notes";
import { type Evidence, evidenceOf } from "./evidence";
import { isNew, newSpread } from "./maturity";

/** Low and high end of a prediction: one measurement in ten is expected below, one in ten above. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Where the width comes from. */
  readonly basis: string;
}

/** By definition: the 90th percentile of a standard normal distribution. */
export const P90 = 1.2816;

const SERVED = {
  dense: "dense models on NVIDIA",
  mixture: "mixtures on NVIDIA",
  other: "other makers",
} as const;
const KINDS = { tpot: "Tpot", ttft: "Ttft", rate: "Rate" } as const;
const EVIDENCE_NAMES = {
  measured: "Measured",
  family: "Family",
  chip: "Chip",
  architecture: "Architecture",
} as const;

/** Whose residuals a prediction shares: dense models or mixtures on NVIDIA, or any on other makers' chips. */
function servedBy(
  { vendor }: Pick<Accelerator, "vendor">,
  model: Pick<Model, "layers">,
): keyof typeof SERVED {
  if (vendor !== "NVIDIA") return "other";
  return isMixture(model) ? "mixture" : "dense";
}

/**
 * The class of residuals that a prediction belongs to: what runs on whose chips, which figure, and how near measurements
 * come; or that of an architecture whose constants were never fitted.
 */
export function spreadClass(
  accelerator: Pick<Accelerator, "vendor">,
  model: Pick<Model, "layers">,
  architecture: Pick<Calibration, "origin"> | undefined,
  kind: ErrorKind,
  evidence: Evidence,
): string {
  if (architecture?.origin !== "fitted") return "unfitted";
  return `${servedBy(accelerator, model)}${KINDS[kind]}${EVIDENCE_NAMES[evidence]}`;
}

/** The P10–P90 range of every headline figure, from the spread of the residuals of its class. */
export function rangesOf(
  { accelerator, model, anchors, stackId }: Deployment,
  { plan: { serving, option } }: Load,
  lookup: Lookup,
  figures: Figures,
): Partial<Record<FigureId, Range>> {
  const record = lookup.calibration("uncertainty");
  if (!record) throw new Error("calibration uncertainty, the spread of the residuals, is missing");
  const architecture = lookup.calibration(efficienciesOf(accelerator));
  const stack = lookup.calibration(stackId);
  // Nobody publishes what several instances do on one accelerator: each is a chip of its own that was not measured.
  const evidence = isShared(option) ? "architecture" : evidenceOf(accelerator, model, record.measured ?? []);
  const young = isNew(model, record, evidence);
  const widthOf = (kind: ErrorKind, measured: Measured) => {
    const name = spreadClass(accelerator, model, architecture, kind, evidence);
    const held = record.constants[name] ?? record.constants.unfitted ?? 0;
    const { spread, said } = narrowed(young ? newSpread(kind, held) : held, measured);
    const factor = Math.exp(P90 * spread);
    const whose =
      name === "unfitted" ? UNFITTED_SAID : `${SERVED[servedBy(accelerator, model)]} ${SAID[evidence]}`;
    const calibration = architecture?.own ?? stack?.own;
    const fitted = calibration ? `; with the plan's own calibration ${calibration.title}` : "";
    const why = young ? `; wider, because ${newSaid(model)}` : "";
    return { factor, basis: `÷ or × ${decimals(factor, 2)}: ${whose}${why}${fitted}${said}` };
  };
  const { decodeDoubt = 1, decodeContradiction = 0, promptDoubt = 1, promptContradiction = 0 } = figures;
  const count = anchors.length;
  const decode = { count, doubt: decodeDoubt, contradiction: decodeContradiction };
  const prompt = { count, doubt: promptDoubt, contradiction: promptContradiction };
  const widths = {
    tpot: widthOf(serving.batching === "continuous" ? "tpot" : "rate", decode),
    ttft: widthOf("ttft", prompt),
  };
  const ranges: Partial<Record<FigureId, Range>> = {};
  for (const { id, range: served } of headlines) {
    const value = figures[id];
    if (value === undefined || served === undefined) continue;
    const { factor, basis } = widths[served];
    ranges[id] = { low: value / factor, high: value * factor, basis };
  }
  return ranges;
}

/** What measurements of the plan's own deployment leave of a prediction's spread, and how far apart they are, in log2. */
interface Measured {
  readonly count: number;
  readonly doubt: number;
  readonly contradiction: number;
}

/** A spread after measurements: less of the prediction's own the nearer they are, and theirs where they contradict. */
function narrowed(spread: number, { count, doubt, contradiction }: Measured) {
  if (count === 0 || doubt === 1) return { spread, said: "" };
  const apart = contradiction * Math.LN2;
  const left = Math.hypot(spread * doubt, apart);
  const by = `${count} ${count === 1 ? "measurement" : "measurements"} of this deployment`;
  const said = left < spread ? `; narrower by ${by}` : `; wider, as ${by} contradict one another`;
  return { spread: left, said };
}

/** Why a new model's range is wide, for its basis and its note. */
const newSaid = ({ released }: Pick<Model, "released">) =>
  `the model is of ${released} and software for it still changed when others were measured`;

/** What is to be said of a plan with a model in its first weeks. */
export function noveltyNote({ accelerator, model }: Deployment, lookup: Lookup): Note[] {
  const record = lookup.calibration("uncertainty");
  const evidence = evidenceOf(accelerator, model, record?.measured ?? []);
  if (!record || !isNew(model, record, evidence)) return [];
  return [{ severity: "info", code: "new-model", text: `Ranges are wider: ${newSaid(model)}` }];
}

const UNFITTED_SAID = "assumed, because nothing was measured on chips of this architecture";
/** What held eight in ten, by evidence. */
const SAID: Readonly<Record<Evidence, string>> = {
  measured: "that were measured, the same model on the same accelerator",
  family: "of families that were measured, though not this model on this accelerator",
  chip: "of families that were never measured, on accelerators that were",
  architecture: "on accelerators that were never measured, of architectures that were",
};
