import type { Given, Invocation } from "./invocation";
import {
  acceleratorsOf,
  DRAFT,
  HEADS,
  longestContext,
  mostInFlight,
  NAME_DRAFT,
  NAME_HEADS,
  type ToServe,
  unsaidByAny,
} from "./to-serve";

const SERVER = "llama.cpp";
/** Layers that are put on the accelerator: more than any model has. */
const ALL_LAYERS = 999;

/** The name of the file that a person has to put there: no catalog of ours says who published which. */
export const ggufOf = ({ model, weights }: Pick<ToServe, "model" | "weights">): string =>
  `${model.name.replaceAll(/[^\w.-]+/g, "-")}-${weights.id.replace(/^gguf-/, "").toUpperCase()}.gguf`;

/** llama.cpp's name of a cache's type; undefined for one that it does not have. */
export const cacheTypeOf = (id: string): string | undefined =>
  ({ bf16: "bf16", fp16: "f16", fp32: "f32", "gguf-q8_0": "q8_0", "gguf-q4_0": "q4_0" })[id];

/** The command that starts one replica of a plan with llama.cpp's server. */
export function serveLlama(asked: ToServe): Invocation {
  const { plan, weights, kvCache, accelerator } = asked;
  const { option, serving } = plan;
  const parallel = Math.ceil(mostInFlight(asked));
  const cache = cacheTypeOf(kvCache.id);
  const unsaid = unsaidByAny(asked, SERVER);
  unsaid.push(`${ggufOf(asked)} stands for your own GGUF file.`);
  if (
    !weights.id.startsWith("gguf-") &&
    weights.id !== "bf16" &&
    weights.id !== "fp16" &&
    weights.id !== "fp32"
  )
    unsaid.push(`llama.cpp has no ${weights.name} weights: choose a GGUF format for the plan.`);
  if (!cache) unsaid.push(`llama.cpp has no ${kvCache.name} cache; it takes 8 bits in its own way here.`);
  if (acceleratorsOf(asked) > 1)
    unsaid.push(
      "llama.cpp gives each accelerator layers or rows of its own; TP, PP and DP have no options of their own.",
    );
  if (serving.streamInterval !== undefined && serving.streamInterval > 1)
    unsaid.push("llama.cpp streams each token by itself: the plan's stream interval has no option.");
  if (serving.adapters !== undefined)
    unsaid.push("Name the adapters' files with --lora, separated by commas.");
  unsaid.push("Its memory has no fraction: the context of all requests together is reserved at the start.");
  const drafting = speculationOf(asked, unsaid);
  return {
    tool: "llama-server",
    options: [
      ["--model", ggufOf(asked)],
      ...(accelerator.kind === "cpu" ? [] : [["--n-gpu-layers", ALL_LAYERS] as Given]),
      ...(acceleratorsOf(asked) > 1 ? [["--split-mode", option.tp > 1 ? "row" : "layer"] as Given] : []),
      ["--ctx-size", longestContext(asked) * parallel],
      ["--parallel", parallel],
      ["--ubatch-size", Math.round(serving.chunkTokens)],
      ["--batch-size", Math.max(2048, Math.round(serving.chunkTokens))],
      ["--cache-type-k", cache ?? "q8_0"],
      ["--cache-type-v", cache ?? "q8_0"],
      ...(option.threads === undefined ? [] : [["--threads", option.threads] as Given]),
      ...(serving.prefixCache === undefined
        ? []
        : [[serving.prefixCache === "on" ? "--cache-prompt" : "--no-cache-prompt"] as Given]),
      // Without it, no request joins before all others have ended.
      ...(serving.batching === "static" || serving.batching === "dynamic"
        ? [["--no-cont-batching"] as Given]
        : []),
      ...drafting,
      ["--port", 8080],
    ],
    unsaid,
  };
}

function speculationOf({ plan: { serving } }: ToServe, unsaid: string[]): Given[] {
  const { speculation, draftTokens } = serving;
  if (speculation === "none") return [];
  if (speculation === "medusa") {
    unsaid.push("llama.cpp has no Medusa heads; the command drafts nothing.");
    return [];
  }
  if (speculation === "eagle") unsaid.push(NAME_HEADS);
  if (speculation === "draft" && !unsaid.includes(NAME_DRAFT)) unsaid.push(NAME_DRAFT);
  const drafted = { mtp: undefined, eagle: `${HEADS}.gguf`, draft: `${DRAFT}.gguf` }[speculation];
  return [
    ["--spec-type", { mtp: "draft-mtp", eagle: "draft-eagle3", draft: "draft-simple" }[speculation]],
    ...(drafted === undefined ? [] : [["--spec-draft-model", drafted] as Given]),
    ["--spec-draft-n-max", draftTokens],
  ];
}
