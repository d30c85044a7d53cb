import type { Figure } from "@/lib/catalog/schema";
import type { Input, Quantity } from "@/lib/formula";
import type { Option, Scenario } from "@/lib/scenario";
import { fields } from "@/lib/scenario/fields";
import type { StackConstants } from "./constants";
import { type Deployment, type Lookup, mainKernel } from "./deployment";
import * as q from "./inputs";
import type { Row } from "./layers/row";

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
  /** The operator row that a row quantity belongs to. */
  readonly row?: Row;
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
const stack = calibration(({ deployment }) => deployment.stackId);
const architecture = calibration(({ deployment }) => deployment.accelerator.architecture);
const global = calibration(() => "global");

/** A law that a stack may have for itself. */
const ownLaw =
  (name: keyof StackConstants): Finder =>
  (context) =>
    (context.deployment.stack[name] === undefined ? global : stack)(context);

/** An efficiency comes from the architecture, unless the stack's own kernels reach less. */
const efficiency =
  (reached: (context: OriginContext) => number, name: string): Finder =>
  (context) => {
    const { accelerator, global: laws } = context.deployment;
    const most = context.lookup.calibration(accelerator.architecture)?.constants[name] ?? 0;
    return (reached(context) < most * laws.expandStream ? stack : architecture)(context);
  };
const rowKernel = ({ deployment: { kernels }, row }: OriginContext) => kernels[row?.component ?? "plain"];
const memoryEfficiencyOf: Finder = (context) =>
  context.row?.part === "weights"
    ? efficiency((each) => rowKernel(each).stream, "streamEfficiency")(context)
    : architecture(context);
const ATTENTION = {
  decodeAttention: "decodeAttentionEfficiency",
  prefillAttention: "prefillAttentionEfficiency",
} as const;
const computeEfficiencyOf: Finder = (context) => {
  const kind = context.row?.kind;
  const name = kind === "decodeAttention" || kind === "prefillAttention" ? ATTENTION[kind] : "bf16Efficiency";
  return efficiency(({ deployment }) => deployment.constants[name], name)(context);
};
const search: Finder = () => ({
  kind: "search",
  text: "found by the search for the steady state (Little's law)",
});
const drafter: Finder = () => ({ kind: "search", text: "timed on what drafts the tokens" });
const layout: Finder = () => ({ kind: "default" });
const format: Finder = ({ deployment: { kernels }, row }) => {
  const { format: stored } = kernels[row?.component ?? "ffn"];
  return { kind: "catalog", record: `formats/${stored.id}`, source: stored.source, text: stored.rule };
};

const peak: Finder = ({ deployment: { kernels, accelerator }, row }) => {
  const record = `accelerators/${accelerator.id}`;
  if (!row?.component) return { kind: "constant" };
  const found = accelerator.peak[kernels[row.component].type];
  return found ? figure(record, found) : { kind: "catalog", record };
};

const link: Finder = ({ deployment }) => {
  const { figure: stated, bandwidth } = deployment.link;
  if (bandwidth === 0) return { kind: "constant", text: "one accelerator needs no link" };
  const record = `accelerators/${deployment.accelerator.id}`;
  return stated ? figure(record, stated) : { kind: "catalog", record };
};

const linkLaw = (otherwise: Finder): Finder => {
  const fitted = calibration(() => "pcie");
  return (context) => (context.deployment.link.overHost ? fitted(context) : otherwise(context));
};

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
  [q.linkBandwidth, link],
  [q.peakRate, peak],
  [q.peakCompute, chip((deployment) => deployment.accelerator.peak[mainKernel(deployment).type])],
  [q.linkLatency, linkLaw(stack)],
  [q.linkEfficiency, linkLaw(architecture)],
  [q.boardPower, chip(({ accelerator }) => accelerator.power)],
  [q.networkBandwidth, chip(({ accelerator }) => accelerator.nic ?? accelerator.hostLink)],
  [q.acceleratorPrice, price],
  ...[q.hostTime, q.sequenceTime, q.requestTime, q.prefillStretch, q.pipelineDepth, q.clustering].map(
    (input) => [input, stack] as const,
  ),
  [q.computeEfficiency, computeEfficiencyOf],
  [q.memoryEfficiency, memoryEfficiencyOf],
  [q.fixedLatency, stack],
  ...[
    q.idleShare,
    q.decodeShareOfPower,
    q.prefillShareOfPower,
    q.hostPowerFactor,
    q.poolBalance,
    q.clusterOrder,
  ].map((input) => [input, global] as const),
  ...[
    q.bytesPerRow,
    q.flopPerRow,
    q.ranks,
    q.exchangedBytes,
    q.exchangeFactor,
    q.latencyFactor,
    q.storedShare,
  ].map((input) => [input, model] as const),
  ...[q.kneeOrder, q.imbalance, q.runtimeBytes].map((input) => [input, global] as const),
  [q.rankBalance, ownLaw("rankBalance")],
  [q.narrowWidth, ownLaw("narrowWidth")],
  [q.tileRows, ownLaw("tileRows")],
  ...[q.pipelineParallel, q.dataParallel, q.expertParallel].map((input) => [input, layout] as const),
  ...[q.staticBatching, q.endless].map(
    (input) =>
      [input, fromScenario("serving.batching", ({ scenario }) => scenario.serving.batching)] as const,
  ),
  [q.batchWindow, fromScenario("serving.batchWindow", ({ scenario }) => scenario.serving.batchWindow)],
  [q.prefillReplicas, fromScenario("options.prefillReplicas", ({ option }) => option.prefillReplicas)],
  [q.cachedShare, fromScenario("workload.cachedPrefix", ({ scenario }) => scenario.workload.cachedPrefix)],
  ...[q.draftTokens, q.acceptance].map(
    (input) =>
      [input, fromScenario("serving.draftTokens", ({ scenario }) => scenario.serving.draftTokens)] as const,
  ),
  ...[q.draftBase, q.draftTime, q.draftBytes, q.draftPasses, q.rowsPerSequence].map(
    (input) => [input, drafter] as const,
  ),
  [q.rankBatch, search],
]);

/** Where an input of a plan comes from; a quantity with a formula comes from that. */
export function originOf(quantity: Quantity, context: OriginContext): Origin {
  if (quantity.kind !== "input") return { kind: "formula" };
  if (quantity.constant !== undefined) return { kind: "constant" };
  return FINDERS.get(quantity)?.(context) ?? { kind: "constant" };
}
