import type { Figure } from "@/lib/catalog/schema";
import type { Input, Quantity } from "@/lib/formula";
import type { Option, Scenario } from "@/lib/scenario";
import { fields } from "@/lib/scenario/fields";
import type { Deployment, Lookup } from "./deployment";
import * as q from "./inputs";

/** Where a value comes from; the last step of every explanation. */
export interface Origin {
  readonly kind: "formula" | "catalog" | "calibration" | "user" | "default" | "search" | "constant";
  /** The record it is taken from, as folder/id. */
  readonly record?: string;
  /** Id of the record's source. */
  readonly source?: string;
  /** As the source prints it, with what it says beside. */
  readonly text?: string;
}

export interface OriginContext {
  readonly scenario: Scenario;
  readonly option: Option;
  readonly deployment: Deployment;
  readonly lookup: Lookup;
}

type Finder = (context: OriginContext) => Origin;

const SCENARIO: readonly (readonly [Input, keyof typeof fields, (context: OriginContext) => unknown])[] = [
  [q.inputTokens, "workload.inputTokens", ({ scenario }) => scenario.workload.inputTokens],
  [q.outputTokens, "workload.outputTokens", ({ scenario }) => scenario.workload.outputTokens],
  [q.concurrency, "workload.batch", ({ scenario }) => scenario.workload.batch],
  [q.memoryFraction, "serving.memoryFraction", ({ scenario }) => scenario.serving.memoryFraction],
  [q.chunkLimit, "serving.chunkTokens", ({ scenario }) => scenario.serving.chunkTokens],
  [q.tensorParallel, "options.tp", ({ option }) => option.tp],
  [q.replicas, "options.replicas", ({ option }) => option.replicas],
  [q.utilisation, "finance.utilisation", ({ scenario }) => scenario.finance.utilisation],
];

const fromScenario = (path: keyof typeof fields, read: (context: OriginContext) => unknown): Finder => {
  const field = fields[path];
  const preset = "default" in field ? field.default : undefined;
  return (context) => ({ kind: read(context) === preset ? "default" : "user", text: field.help });
};

const figure = (record: string, { source, text, note }: Figure): Origin => ({
  kind: "catalog",
  record,
  source,
  text: note ? `${text} (${note})` : text,
});

const chip =
  (read: (deployment: Deployment) => Figure | undefined): Finder =>
  ({ deployment }) => {
    const found = read(deployment);
    const record = `accelerators/${deployment.accelerator.id}`;
    return found ? figure(record, found) : { kind: "catalog", record };
  };

const calibration =
  (id: (context: OriginContext) => string): Finder =>
  (context) => {
    const record = context.lookup.calibration(id(context));
    if (!record) return { kind: "calibration" };
    return {
      kind: "calibration",
      record: `calibration/${record.id}`,
      source: record.source,
      text: record.basis,
    };
  };

const model: Finder = ({
  deployment: {
    model: { id, source },
  },
}) => ({ kind: "catalog", record: `models/${id}`, source });
const stack = calibration(({ scenario }) => scenario.serving.engine);
const architecture = calibration(({ deployment }) => deployment.accelerator.architecture);
const global = calibration(() => "global");
const search: Finder = () => ({
  kind: "search",
  text: "found by the search for the steady state (Little's law)",
});
const layout: Finder = () => ({ kind: "default" });
const format: Finder = ({ deployment: { kernels } }) => ({
  kind: "catalog",
  record: `formats/${kernels.ffn.format.id}`,
  source: kernels.ffn.format.source,
  text: kernels.ffn.format.rule,
});

const price: Finder = ({ option, lookup }) => {
  if (option.pricePerHour !== undefined) return { kind: "user" };
  const offer = lookup.price(option.accelerator);
  if (!offer) return { kind: "catalog" };
  return {
    ...figure(`prices/${offer.id}`, offer.perAcceleratorHour),
    text: `${offer.provider}, ${offer.term}, ${offer.asOf}: ${offer.perAcceleratorHour.text}`,
  };
};

const FINDERS = new Map<Quantity, Finder>([
  ...SCENARIO.map(([input, path, read]) => [input, fromScenario(path, read)] as const),
  ...[
    q.hiddenWidth,
    q.vocabulary,
    q.widestRow,
    q.rowCount,
    q.gemmOutputs,
    q.gemmInputs,
    q.queryHeads,
    q.pairWidth,
  ].map((input) => [input, model] as const),
  ...[q.cacheBytes, q.window, q.reach, q.stateBytes, q.encoderTokens, q.expertCount, q.expertsPerToken].map(
    (input) => [input, model] as const,
  ),
  ...[q.expertMatrices, q.expertInputs, q.expertSlice].map((input) => [input, model] as const),
  ...[q.bytesPerWeight, q.bytesPerActivation].map((input) => [input, format] as const),
  [q.memoryCapacity, chip(({ accelerator }) => accelerator.memoryReported ?? accelerator.memory)],
  [q.hbmBandwidth, chip(({ accelerator }) => accelerator.memoryBandwidth)],
  [q.linkBandwidth, chip(({ accelerator }) => accelerator.link?.perDirection ?? accelerator.hostLink)],
  [q.peakRate, chip(({ accelerator, kernels }) => accelerator.peak[kernels.ffn.type])],
  [q.acceleratorPrice, price],
  ...[
    q.hostTime,
    q.sequenceTime,
    q.linkLatency,
    q.requestTime,
    q.prefillStretch,
    q.pipelineDepth,
    q.clustering,
  ].map((input) => [input, stack] as const),
  ...[q.computeEfficiency, q.memoryEfficiency, q.linkEfficiency].map(
    (input) => [input, architecture] as const,
  ),
  [q.fixedLatency, stack],
  ...[q.kneeOrder, q.narrowWidth, q.imbalance, q.tileRows, q.runtimeBytes].map(
    (input) => [input, global] as const,
  ),
  ...[q.pipelineParallel, q.dataParallel, q.expertParallel].map((input) => [input, layout] as const),
  [q.rankBatch, search],
]);

/** Where an input of a plan comes from; a quantity with a formula comes from that. */
export function originOf(quantity: Quantity, context: OriginContext): Origin {
  if (quantity.kind !== "input") return { kind: "formula" };
  if (quantity.constant !== undefined) return { kind: "constant" };
  return FINDERS.get(quantity)?.(context) ?? { kind: "constant" };
}
