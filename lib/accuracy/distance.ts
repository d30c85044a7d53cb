import { fields } from "@/lib/scenario/fields";
import { formatQuantity } from "@/lib/units";
import type { OperatingPoint } from "./operating-point";

/**
 * One way in which a measurement may differ from a plan: how far that takes it, zero where it does not differ, and the
 * measured value against the plan's in words. A distance of 1 is what a model of another family costs, or a factor e² in
 * a length. The same accelerator with another model says more about a plan than the same model on another vendor's accelerator.
 */
interface Way<P = OperatingPoint> {
  amount(plan: P, measured: P): number;
  words(plan: P, measured: P): string;
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

const ofModel: Way = {
  amount(plan, { model, parameters }) {
    if (model.id === plan.model.id) return 0;
    const size =
      (logRatio(parameters.active, plan.parameters.active) +
        logRatio(parameters.total, plan.parameters.total)) /
      2;
    const kin = model.family === plan.model.family ? OTHER_MODEL.family : OTHER_MODEL.another;
    return kin + PER_LOG.size * size;
  },
  words: (plan, { model }) => `${model.name} instead of ${plan.model.name}`,
};

const ofAccelerator: Way = {
  amount(plan, measured) {
    const [mine, other] = [plan.accelerator, measured.accelerator];
    if (other.id === mine.id) return 0;
    const kin =
      other.architecture === mine.architecture
        ? OTHER_ACCELERATOR.architecture
        : other.vendor === mine.vendor
          ? OTHER_ACCELERATOR.vendor
          : OTHER_ACCELERATOR.another;
    return kin + PER_LOG.bandwidth * logRatio(measured.bandwidth, plan.bandwidth);
  },
  words: (plan, measured) => `${measured.accelerator.name} instead of ${plan.accelerator.name}`,
};

const ofFormat = (part: "weights" | "kvCache", share: number, noun: string): Way => ({
  amount(plan, measured) {
    const [mine, other] = [plan[part], measured[part]];
    // Sixteen bits are sixteen bits, however they are split.
    if (mine.id === other.id || (mine.bits === 16 && other.bits === 16)) return 0;
    return share * (OTHER_FORMAT + PER_LOG.load * logRatio(other.bits, mine.bits));
  },
  words: (plan, measured) => `${measured[part].name} ${noun} instead of ${plan[part].name}`,
});

const ofEngine: Way = {
  amount({ engine: mine }, { engine: other }) {
    if (mine === other) return 0;
    return softwareOf(mine) === softwareOf(other) ? OTHER_ENGINE.version : OTHER_ENGINE.another;
  },
  words: ({ engine: mine }, { engine: other }) => `${engineLabel(other)} instead of ${engineLabel(mine)}`,
};

const ofBatching: Way = {
  amount: (plan, measured) => (plan.batching === measured.batching ? 0 : OTHER_BATCHING),
  words: (plan, measured) => `${measured.batching} instead of ${plan.batching} batching`,
};

type Counted = "tp" | "pp" | "dp" | "inputTokens" | "outputTokens" | "batch";

/** A number; none where as many requests ran as fit. */
const ofCount = <C extends Counted>(of: C, noun: string, weight: number): Way<Pick<OperatingPoint, C>> => ({
  amount({ [of]: mine }, { [of]: other }) {
    if (mine === other || mine === null || other === null) return 0;
    const logs = logRatio(Math.max(1, other), Math.max(1, mine));
    return logs <= ALIKE ? 0 : weight * logs;
  },
  words: ({ [of]: mine }, { [of]: other }) => `${noun} ${count(other ?? 0)} instead of ${count(mine ?? 0)}`,
});

/** Requests in flight. */
const ofBatch = ofCount("batch", "batch", PER_LOG.load);

const ofInput = ofCount("inputTokens", "input", PER_LOG.load);
const ofOutput = ofCount("outputTokens", "output", PER_LOG.load);

/** Everything in which a deployment may differ from a plan's, the model first. */
const OF_DEPLOYMENT: readonly Way[] = [
  ofModel,
  ofAccelerator,
  ofFormat("weights", 1, "weights"),
  ofFormat("kvCache", 0.5, "KV cache"),
  ofEngine,
  ofCount("tp", "TP", PER_LOG.layout),
  ofCount("pp", "PP", PER_LOG.layout),
  ofCount("dp", "DP", PER_LOG.layout),
  ofBatching,
];

/** Everything in which a measurement may differ from a plan, its lengths and its load last. */
const WAYS: readonly Way[] = [...OF_DEPLOYMENT, ofBatch, ofInput, ofOutput];

type Lengths = Pick<OperatingPoint, "inputTokens" | "outputTokens">;

/** How far a measurement is from a plan; 0 when they run the same thing under the same load. */
export const distanceOf = (plan: OperatingPoint, measured: OperatingPoint): number =>
  WAYS.reduce((sum, way) => sum + way.amount(plan, measured), 0);

/** What the deployments alone add to the distance, whatever they are asked. */
export const deploymentDistance = (plan: OperatingPoint, measured: OperatingPoint): number =>
  OF_DEPLOYMENT.reduce((sum, way) => sum + way.amount(plan, measured), 0);

/** The distance of deployments with what the lengths add. */
export const withLengths = (deployed: number, plan: Lengths, measured: Lengths): number =>
  deployed + ofInput.amount(plan, measured) + ofOutput.amount(plan, measured);

/** What the requests in flight alone add to the distance; nothing where as many ran as fit. */
export const loadDistance = (
  plan: Pick<OperatingPoint, "batch">,
  measured: Pick<OperatingPoint, "batch">,
): number => ofBatch.amount(plan, measured);

/** Everything in which `measured` differs from `plan`, in words; empty when nothing does. */
export const differences = (plan: OperatingPoint, measured: OperatingPoint): string[] =>
  WAYS.flatMap((way) => (way.amount(plan, measured) > 0 ? [way.words(plan, measured)] : []));

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
