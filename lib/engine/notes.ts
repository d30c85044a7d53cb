import type { Accelerator, Format, Model } from "@/lib/catalog/schema";
import type { Plan } from "@/lib/scenario/plan";
import { formatQuantity } from "@/lib/units";
import type { Component } from "./deployment";
import type { Kernel } from "./kernel";

/** What a plan runs, as far as there may be something to say about it. */
interface Planned {
  readonly plan: Plan;
  readonly model: Model;
  readonly accelerator: Accelerator;
  readonly weights: Format;
  readonly kernels: Readonly<Record<Component, Kernel>>;
  readonly stackName: string;
  /** The model that drafts, where one does. */
  readonly draft?: Model | undefined;
}

/** Things a person should know about how a plan runs: none of them stops it. */
export function notesOf(planned: Planned): string[] {
  const fromKernels = Object.values(planned.kernels).flatMap(({ note }) => note ?? []);
  const rest = [halfNote(planned), stackNote(planned), contextNote(planned), draftNote(planned)];
  return [...new Set([...fromKernels, ...rest.flatMap((note) => note ?? [])])];
}

function halfNote({ weights, kernels, accelerator }: Planned): string | undefined {
  const replaced = weights.id === "bf16" && kernels.ffn.type !== "bf16";
  return replaced
    ? `No BF16 rate is listed for ${accelerator.name}: ${weights.name} weights are multiplied as ${kernels.ffn.type.toUpperCase()}`
    : undefined;
}

/** Serving software that its makers release for one kind of chip alone. */
const MADE_FOR: readonly { engine: RegExp; chips: string; runs: (chip: Accelerator) => boolean }[] = [
  { engine: /^trtllm/, chips: "NVIDIA GPUs", runs: ({ vendor }) => vendor === "NVIDIA" },
  { engine: /^optimum-habana$/, chips: "Gaudi", runs: ({ architecture }) => architecture === "gaudi" },
  {
    engine: /^neuronx$/,
    chips: "Trainium and Inferentia",
    runs: ({ architecture }) => architecture === "neuron",
  },
];

function stackNote({ plan, accelerator, stackName }: Planned): string | undefined {
  const made = MADE_FOR.find(({ engine }) => engine.test(plan.serving.engine));
  return made && !made.runs(accelerator)
    ? `${stackName} is made for ${made.chips}: on ${accelerator.name} its overheads are an assumption`
    : undefined;
}

function contextNote({ plan, model }: Planned): string | undefined {
  const { inputTokens, outputTokens } = plan.workload;
  const wanted = inputTokens + outputTokens;
  if (model.contextMax === undefined || wanted <= model.contextMax) return undefined;
  const tokens = (count: number) => formatQuantity(count, "tok").full;
  return `${model.name} is published for contexts of up to ${tokens(model.contextMax)}; a request here grows to ${tokens(wanted)}`;
}

function draftNote({ model, draft }: Planned): string | undefined {
  return draft && draft.vocab !== model.vocab
    ? `${draft.name} has another vocabulary than ${model.name}, which drafting needs to be the same`
    : undefined;
}
