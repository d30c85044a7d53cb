import type { Accelerator, Format, Model, Shipped } from "@/lib/catalog/schema";
import type { Plan } from "@/lib/scenario/plan";
import { formatQuantity } from "@/lib/units";
import type { Component } from "./deployment";
import type { Kernel } from "./kernel";
import { inBatches } from "./load";
import { longestRequest } from "./longest-request";
import { cachesPrefixes, piece, startIsKnown } from "./shipped";

/**
 * Something a person should know about how a plan runs; none of them stops it. `serious`: the plan is not what was
 * asked for or nobody would run it, so no page calls it good. `caution`: it runs otherwise than asked. `info`: it rests
 * on an assumption.
 */
export interface Note {
  readonly severity: "info" | "caution" | "serious";
  readonly code: NoteCode;
  /** One sentence for a person. */
  readonly text: string;
}

export type NoteCode =
  | "expanded-format"
  | "replaced-format"
  | "foreign-stack"
  | "long-context"
  | "other-vocabulary"
  | "streamed-in-pieces"
  | "no-prefix-cache"
  | "power-limit"
  | "unknown-start"
  | "new-model"
  | "adapters"
  | "slow-first-token"
  | "dealt-by-chance"
  | "own-calibration"
  /** Said by an earlier engine, which gave no code. */
  | "earlier";

/** What a plan runs, as far as there may be something to say about it. */
interface Planned {
  readonly plan: Plan;
  readonly model: Model;
  readonly accelerator: Accelerator;
  readonly weights: Format;
  readonly kernels: Readonly<Record<Component, Kernel>>;
  readonly stackName: string;
  /** How the stack behaves unless the plan says otherwise. */
  readonly shipped: Shipped;
  /** The model that drafts, where one does. */
  readonly draft?: Model | undefined;
  /** The calibration of the person's own that constants come from, in words. */
  readonly calibration?: string | undefined;
}

/** What is to be said of a plan before it is solved. */
export function notesOf(planned: Planned): Note[] {
  const expanded = new Set(Object.values(planned.kernels).flatMap(({ note }) => note ?? []));
  const said = [
    halfNote(planned),
    stackNote(planned),
    contextNote(planned),
    draftNote(planned),
    streamNote(planned),
    prefixNote(planned),
    powerNote(planned),
    startNote(planned),
    adapterNote(planned),
    chanceNote(planned),
    calibrationNote(planned),
  ];
  return [
    ...[...expanded].map((text): Note => ({ severity: "caution", code: "expanded-format", text })),
    ...said.flatMap((note) => note ?? []),
  ];
}

function halfNote({ weights, kernels, accelerator }: Planned): Note | undefined {
  if (weights.id !== "bf16" || kernels.ffn.type === "bf16") return undefined;
  const type = kernels.ffn.type.toUpperCase();
  const text = `No BF16 rate is listed for ${accelerator.name}: ${weights.name} weights are multiplied as ${type}`;
  return { severity: "caution", code: "replaced-format", text };
}

function calibrationNote({ calibration }: Planned): Note | undefined {
  if (calibration === undefined) return undefined;
  const text = `Computed with the plan's own calibration ${calibration}`;
  return { severity: "info", code: "own-calibration", text };
}

/** Serving software that its makers release for one kind of chip alone. */
const MADE_FOR: readonly { engine: RegExp; chips: string; runs: (chip: Accelerator) => boolean }[] = [
  { engine: /^trtllm/, chips: "NVIDIA GPUs", runs: ({ vendor }) => vendor === "NVIDIA" },
  { engine: /^vllm-0\.6$/, chips: "AMD GPUs", runs: ({ vendor }) => vendor === "AMD" },
  { engine: /^optimum-habana$/, chips: "Gaudi", runs: ({ architecture }) => architecture === "gaudi" },
  {
    engine: /^neuronx$/,
    chips: "Trainium and Inferentia",
    runs: ({ architecture }) => architecture === "neuron",
  },
];

function stackNote({ plan, accelerator, stackName }: Planned): Note | undefined {
  const made = MADE_FOR.find(({ engine }) => engine.test(plan.serving.engine));
  if (!made || made.runs(accelerator)) return undefined;
  const text = `${stackName} is made for ${made.chips}: on ${accelerator.name} its overheads are an assumption`;
  return { severity: "caution", code: "foreign-stack", text };
}

function contextNote({ plan, model }: Planned): Note | undefined {
  const wanted = longestRequest(plan);
  if (model.contextMax === undefined || wanted <= model.contextMax) return undefined;
  const tokens = (count: number) => formatQuantity(count, "tok").full;
  const text = `${model.name} is published for contexts of up to ${tokens(model.contextMax)}; a request here grows to ${tokens(wanted)}`;
  return { severity: "serious", code: "long-context", text };
}

function draftNote({ model, draft }: Planned): Note | undefined {
  if (!draft || draft.vocab === model.vocab) return undefined;
  const text = `${draft.name} has another vocabulary than ${model.name}, which drafting needs to be the same`;
  return { severity: "serious", code: "other-vocabulary", text };
}

function streamNote({ plan, shipped, stackName }: Planned): Note | undefined {
  const tokens = piece({ plan, shipped });
  if (tokens === 1 || plan.serving.batching === "offline") return undefined;
  const first = shipped.firstPieceWaits?.value
    ? `, and ${stackName} holds the first one back until it is full`
    : "";
  const text = `Answers are streamed in pieces of ${tokens} tokens: a client sees ${tokens} at a time${first}`;
  return { severity: "info", code: "streamed-in-pieces", text };
}

function adapterNote({ plan: { serving } }: Planned): Note | undefined {
  if (serving.adapters === undefined) return undefined;
  const text =
    "What adapters read, compute and launch is counted, but no measurement of them is in the calibration; each is asked for alike often, and all stay in memory";
  return { severity: "info", code: "adapters", text };
}

/** A batch that runs to its end keeps what comes meanwhile waiting, also where another replica is free. */
function chanceNote(planned: Planned): Note | undefined {
  const { goals, traffic } = planned.plan;
  const judged = goals.ttft !== undefined || goals.answer !== undefined;
  if (!inBatches(planned) || !judged || traffic.load === "batch") return undefined;
  const text =
    "Requests are dealt to replicas by chance and wait for the batch that runs there; a router that sends them to a free replica needs fewer replicas, far fewer where hardly any wait is allowed";
  return { severity: "info", code: "dealt-by-chance", text };
}

function prefixNote({ plan, shipped, stackName }: Planned): Note | undefined {
  const { prefixCache } = plan.serving;
  const shared = plan.workload.cachedPrefix > 0 || plan.traffic.turns > 1;
  if (cachesPrefixes({ plan, shipped }) || !shared) return undefined;
  const why =
    prefixCache === "off" ? "the prefix cache is off" : `${stackName} keeps no prefixes unless it is told to`;
  const text = `Prompts share a prefix, but ${why}: all of each prompt is processed`;
  return { severity: "caution", code: "no-prefix-cache", text };
}

/** Chosen on prompts of llama.cpp on a limited GPU: above this share of its board power the law holds within 4 %, below they are slower still. */
const LOWEST_LIMIT = 0.7;

function powerNote({ plan, accelerator }: Planned): Note | undefined {
  const { powerLimit } = plan.option;
  if (powerLimit === undefined) return undefined;
  const board = accelerator.power?.value;
  const code = "power-limit";
  if (board === undefined)
    return {
      severity: "caution",
      code,
      text: `No power is listed for ${accelerator.name}: its limit is not counted`,
    };
  if (powerLimit >= LOWEST_LIMIT * board) return undefined;
  const text = `A limit of ${powerLimit} W out of ${board} W is lower than the law was tried at: prompts may be slower still`;
  return { severity: "caution", code, text };
}

/** Replicas that follow the load come as late as they start; where nobody says how long that takes, no such day is shown. */
function startNote({ plan, shipped, stackName }: Planned): Note | undefined {
  const { load, scaleTarget, scaleWait } = plan.traffic;
  if (load === "batch" || (scaleTarget ?? scaleWait) === undefined || startIsKnown({ plan, shipped }))
    return undefined;
  const text = `Nobody says how long ${stackName} takes to start: a day with replicas that follow the load is shown once you do`;
  return { severity: "info", code: "unknown-start", text };
}

/** By judgement: a first token that takes longer than this (s) is not being served, goal or no goal. */
const SLOW_START = 60;

/** What is to be said of a solved plan whose first token takes `ttft` seconds. */
export function waitNote(ttft: number | undefined): Note[] {
  if (ttft === undefined || ttft <= SLOW_START) return [];
  const { number, unit } = formatQuantity(ttft, "s");
  const text = `A first token takes ${number} ${unit}, longer than anyone waits`;
  return [{ severity: "serious", code: "slow-first-token", text }];
}
