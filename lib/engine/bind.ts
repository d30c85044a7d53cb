import { Image, type Input } from "@/lib/formula";
import type { Scenario } from "@/lib/scenario";
import { type Deployment, mainKernel } from "./deployment";
import * as q from "./inputs";
import type { Row } from "./layers/row";
import { program } from "./quantities";
import { operatorRows, paddedVocabulary } from "./rows";

/** Most sequences that a server batches, and tokens in one block of its cache. */
const MAX_SEQUENCES = 4096;
const BLOCK_TOKENS = 16;
const LOGIT_ROWS = 1024;

/** A deployment with its operator rows bound to an image whose load-independent values are evaluated. */
export interface Plan {
  readonly deployment: Deployment;
  readonly rows: readonly Row[];
  readonly image: Image;
}

/** What one replica is asked to do, and for what money. */
export interface Load {
  /** Mean tokens of a prompt and of an answer. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Requests in flight per replica. */
  readonly concurrency: number;
  /** Share of the prompt found in the prefix cache. */
  readonly cachedShare: number;
  readonly batching: Scenario["serving"]["batching"];
  /** Longest wait for a batch to fill, s. */
  readonly batchWindow: number;
  readonly drafting: Drafting;
  /** Requests of an offline run; absent means that they never end. */
  readonly requests?: number;
}

/** How tokens are drafted ahead, for speculative decoding. */
export interface Drafting {
  /** Tokens drafted per step, zero for none, and the passes that draft them. */
  readonly tokens: number;
  readonly passes: number;
  /** Probability that a drafted token is accepted. */
  readonly acceptance: number;
  /** Seconds of a pass, and what one sequence more adds. */
  readonly base: number;
  readonly perSequence: number;
  /** Weights of what drafts, per accelerator. */
  readonly bytes: number;
}

export const NO_DRAFTING: Drafting = {
  tokens: 0,
  passes: 0,
  acceptance: 0,
  base: 0,
  perSequence: 0,
  bytes: 0,
};

/** What a plan depends on beside the deployment. */
export interface Terms {
  readonly memoryFraction: number;
  readonly chunkTokens: number;
  readonly utilisation: number;
  /** USD per second and accelerator; absent when no price is known. */
  readonly price?: number;
}

/** Lays out the operator rows and evaluates everything that neither the load nor the batch changes. */
export function bindPlan(deployment: Deployment, terms: Terms): Plan {
  const rows = operatorRows(deployment);
  const image = new Image(
    program,
    rows.map(({ kind }) => kind),
  );
  for (const [input, value] of planValues(deployment, terms)) image.set(input, value);
  rows.forEach((row, index) => {
    for (const [input, value] of row.values) image.set(input, value, index);
  });
  image.run(0);
  return { deployment, rows, image };
}

/** The load of a scenario, with how its tokens are drafted. */
export const loadOf = ({ workload, serving }: Scenario, drafting = NO_DRAFTING): Load => ({
  inputTokens: workload.inputTokens,
  outputTokens: workload.outputTokens,
  concurrency: workload.batch,
  cachedShare: workload.cachedPrefix,
  batching: serving.batching,
  batchWindow: serving.batching === "dynamic" ? serving.batchWindow : 0,
  drafting,
});

function planValues(deployment: Deployment, terms: Terms): (readonly [Input, number])[] {
  const { model, accelerator, layout, stack, global, link } = deployment;
  return [
    [q.memoryFraction, terms.memoryFraction],
    [q.chunkLimit, terms.chunkTokens],
    [q.maxSequences, MAX_SEQUENCES],
    [q.blockTokens, BLOCK_TOKENS],
    [q.logitRows, LOGIT_ROWS],
    [q.reservedShare, stack.reservedShare ?? 0.5],
    [q.tensorParallel, layout.tensor],
    [q.pipelineParallel, layout.pipeline],
    [q.dataParallel, layout.data],
    [q.expertParallel, layout.expert],
    [q.replicas, layout.replicas],
    [q.prefillReplicas, layout.prefillReplicas],
    [q.networkBandwidth, accelerator.nic?.value ?? accelerator.hostLink?.value ?? 1],
    [q.hiddenWidth, model.hidden],
    [q.vocabulary, paddedVocabulary(model.vocab)],
    [q.widestRow, widestRow(deployment)],
    [q.memoryCapacity, (accelerator.memoryReported ?? accelerator.memory).value],
    [q.hbmBandwidth, deployment.bandwidth],
    [q.peakCompute, mainKernel(deployment).rate],
    [q.linkBandwidth, link.bandwidth],
    [q.linkEfficiency, link.efficiency],
    [q.linkLatency, link.latency],
    [q.acceleratorPrice, terms.price ?? 0],
    [q.utilisation, terms.utilisation],
    [q.kneeOrder, global.kneeOrder],
    [q.narrowWidth, stack.narrowWidth ?? global.narrowWidth],
    [q.poolBalance, global.poolBalance],
    [q.boardPower, accelerator.power?.value ?? 0],
    [q.idleShare, global.idleShare],
    [q.decodeShareOfPower, global.decodePowerShare],
    [q.prefillShareOfPower, global.prefillPowerShare],
    [q.hostPowerFactor, global.hostPowerFactor],
    [q.rankBalance, stack.rankBalance ?? global.rankBalance],
    [q.imbalance, global.imbalance],
    [q.clusterOrder, global.clusterOrder],
    [q.tileRows, stack.tileRows ?? global.tileRows],
    [q.runtimeBytes, global.runtimeBytes],
    [q.hostTime, stack.hostTime],
    [q.sequenceTime, stack.sequenceTime],
    [q.requestTime, stack.requestTime],
    [q.prefillStretch, stack.prefillStretch],
    [q.pipelineDepth, stack.pipelineDepth],
    [q.clustering, stack.clustering],
  ];
}

/** The widest intermediate of a layer on one accelerator: feed-forward slice, routed slices or query heads. */
function widestRow({ model, layout }: Deployment): number {
  const widths = model.layers.flatMap(({ mixer, ffn }) => {
    const heads = "heads" in mixer && "headDim" in mixer ? mixer.heads * mixer.headDim : 0;
    if (ffn.kind === "none") return [heads];
    return [heads, ffn.kind === "moe" ? ffn.perToken * ffn.width : ffn.width];
  });
  return Math.max(model.hidden, ...widths) / layout.tensor;
}
