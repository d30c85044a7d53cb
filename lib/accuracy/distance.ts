import { fields } from "@/lib/scenario/fields";
import { formatQuantity } from "@/lib/units";
import type { OperatingPoint } from "./operating-point";

/**
 * One way in which a measurement differs from a plan: how far that takes it, and the measured value against the
 * plan's in words. A distance of 1 is what a model of another family costs, or a factor e² in a length. The same
 * accelerator with another model says more about a plan than the same model on another vendor's accelerator.
 */
export interface Difference {
  readonly amount: number;
  words(): string;
}

const OTHER_MODEL = { family: 0.25, another: 1 };
const OTHER_ACCELERATOR = { architecture: 0.4, vendor: 1.2, another: 2.5 };
const OTHER_FORMAT = 0.15;
const OTHER_ENGINE = { version: 0.15, another: 0.4 };
const OTHER_BATCHING = 0.6;
/** What a factor e counts in a length or batch, in the accelerators of a layout, in a model's size, in bandwidth. */
const PER_LOG = { load: 0.5, layout: 0.4, size: 0.5, bandwidth: 0.5 };
/** Lengths and batches this close are the same to a reader. */
const ALIKE = Math.log(1.06);

const logRatio = (a: number, b: number) => Math.abs(Math.log(a / b));

/** Everything in which `measured` differs from `plan`, the model first; empty when nothing does. */
export function differences(plan: OperatingPoint, measured: OperatingPoint): Difference[] {
  return [
    modelDifference(plan, measured),
    acceleratorDifference(plan, measured),
    formatDifference(plan, measured, "weights"),
    formatDifference(plan, measured, "kvCache"),
    engineDifference(plan, measured),
    counted("TP", plan.tp, measured.tp, PER_LOG.layout),
    counted("PP", plan.pp, measured.pp, PER_LOG.layout),
    counted("DP", plan.dp, measured.dp, PER_LOG.layout),
    ...loadDifferences(plan, measured),
  ].filter((found) => found !== null);
}

function modelDifference(plan: OperatingPoint, { model, parameters }: OperatingPoint): Difference | null {
  if (model.id === plan.model.id) return null;
  const size =
    (logRatio(parameters.active, plan.parameters.active) +
      logRatio(parameters.total, plan.parameters.total)) /
    2;
  const kin = model.family === plan.model.family ? OTHER_MODEL.family : OTHER_MODEL.another;
  return { amount: kin + PER_LOG.size * size, words: () => `${model.name} instead of ${plan.model.name}` };
}

function acceleratorDifference(plan: OperatingPoint, measured: OperatingPoint): Difference | null {
  const [mine, other] = [plan.accelerator, measured.accelerator];
  if (other.id === mine.id) return null;
  const kin =
    other.architecture === mine.architecture
      ? OTHER_ACCELERATOR.architecture
      : other.vendor === mine.vendor
        ? OTHER_ACCELERATOR.vendor
        : OTHER_ACCELERATOR.another;
  const amount = kin + PER_LOG.bandwidth * logRatio(measured.bandwidth, plan.bandwidth);
  return { amount, words: () => `${other.name} instead of ${mine.name}` };
}

function formatDifference(
  plan: OperatingPoint,
  measured: OperatingPoint,
  part: "weights" | "kvCache",
): Difference | null {
  const [mine, other] = [plan[part], measured[part]];
  if (mine.id === other.id) return null;
  // Sixteen bits are sixteen bits, however they are split.
  if (mine.bits === 16 && other.bits === 16) return null;
  const share = part === "weights" ? 1 : 0.5;
  const noun = part === "weights" ? "weights" : "KV cache";
  const amount = share * (OTHER_FORMAT + PER_LOG.load * logRatio(other.bits, mine.bits));
  return { amount, words: () => `${other.name} ${noun} instead of ${mine.name}` };
}

function engineDifference({ engine: mine }: OperatingPoint, { engine: other }: OperatingPoint) {
  if (mine === other) return null;
  const amount = softwareOf(mine) === softwareOf(other) ? OTHER_ENGINE.version : OTHER_ENGINE.another;
  return { amount, words: () => `${engineLabel(other)} instead of ${engineLabel(mine)}` };
}

function loadDifferences(plan: OperatingPoint, measured: OperatingPoint): (Difference | null)[] {
  const sameBatching = plan.batching === measured.batching;
  return [
    sameBatching
      ? null
      : { amount: OTHER_BATCHING, words: () => `${measured.batching} instead of ${plan.batching} batching` },
    batchDifference(plan, measured),
    counted("input", plan.inputTokens, measured.inputTokens, PER_LOG.load),
    counted("output", plan.outputTokens, measured.outputTokens, PER_LOG.load),
  ];
}

/** In requests in flight; none where as many ran as fit. */
export const batchDifference = (plan: OperatingPoint, { batch }: OperatingPoint): Difference | null =>
  batch === null || plan.batch === null ? null : counted("batch", plan.batch, batch, PER_LOG.load);

function counted(noun: string, mine: number, other: number, weight: number): Difference | null {
  const logs = logRatio(Math.max(1, other), Math.max(1, mine));
  return logs <= ALIKE
    ? null
    : { amount: weight * logs, words: () => `${noun} ${count(other)} instead of ${count(mine)}` };
}

/** A count in few characters: "64", "1,000", "128k". */
export function count(value: number): string {
  const { number, unit } = formatQuantity(value, "1");
  return `${number}${unit}`;
}

/** The software that a stack's id names, whatever its version or the way it is driven. */
export const softwareOf = (engine: string): string => engine.split("-")[0] ?? engine;

const engineLabel = (engine: OperatingPoint["engine"]): string =>
  fields["serving.engine"].choices.find(({ value }) => value === engine)?.label.replace(/, (.*)/, " ($1)") ??
  engine;
