import { isMixture } from "@/lib/engine/mixture";
import type { Given, Invocation } from "./invocation";
import {
  anotherCheckpoint,
  draftOf,
  HEADS,
  isReleased,
  isSixteen,
  longestContext,
  madeOnLoading,
  memoryShare,
  mostInFlight,
  NAME_HEADS,
  repositoryOf,
  type ToServe,
  unsaidByAny,
  unsaidOfBatching,
} from "./to-serve";

const SERVER = "vLLM";

/** The command that starts one replica of a plan with vLLM. */
export function serveVllm(asked: ToServe): Invocation {
  const { plan, weights, kvCache } = asked;
  const { option, serving } = plan;
  const { tp, pp, dp, ep } = option;
  const groups = isMixture(asked.model) && ep > 1;
  const made = madeOnLoading(asked);
  const unsaid = unsaidByAny(asked, SERVER);
  if (!isReleased(asked) && !made && !isSixteen(weights)) unsaid.push(anotherCheckpoint(asked, SERVER));
  if (groups && ep !== tp * dp)
    unsaid.push(`vLLM spreads experts over all ${tp * dp} ranks, the plan over ${ep} groups.`);
  if (cacheType(kvCache.id) === undefined)
    unsaid.push(`vLLM has no ${kvCache.name} cache; it keeps the model's own type.`);
  unsaid.push(...unsaidOfBatching(asked, SERVER));
  if (serving.adapters !== undefined) unsaid.push("Name the adapters with --lora-modules NAME=PATH.");
  const speculation = speculationOf(asked, unsaid);
  return {
    tool: "vllm-serve",
    positional: [repositoryOf(asked)],
    options: [
      ...(made ? [["--quantization", made] as Given] : []),
      ["--tensor-parallel-size", tp],
      ...(pp > 1 ? [["--pipeline-parallel-size", pp] as Given] : []),
      ...(dp > 1 ? [["--data-parallel-size", dp] as Given] : []),
      ...(groups ? [["--enable-expert-parallel"] as Given] : []),
      ["--max-model-len", longestContext(asked)],
      ["--gpu-memory-utilization", memoryShare(asked)],
      ["--max-num-seqs", Math.ceil(mostInFlight(asked) / dp)],
      ["--max-num-batched-tokens", Math.round(serving.chunkTokens)],
      ["--kv-cache-dtype", cacheType(kvCache.id) ?? "auto"],
      ...(serving.prefixCache === undefined
        ? []
        : [
            [
              serving.prefixCache === "on" ? "--enable-prefix-caching" : "--no-enable-prefix-caching",
            ] as Given,
          ]),
      ...(serving.streamInterval === undefined
        ? []
        : [["--stream-interval", Math.round(serving.streamInterval)] as Given]),
      ...adaptersOf(serving),
      ...(speculation ? [["--speculative-config", JSON.stringify(speculation)] as Given] : []),
      ["--port", 8000],
    ],
    unsaid,
  };
}

/** 16 bits are said where the server can say them: a checkpoint may ask for fewer of its own. */
const cacheType = (id: string): string | undefined => ({ fp8: "fp8", bf16: "bfloat16", fp16: "auto" })[id];

/** Ranks that vLLM has kernels for; adapters of another one are taken as of the next. */
const RANKS = [8, 16, 32, 64, 128, 256, 320, 512];

/** All adapters stay in memory, as the plan has them. */
function adaptersOf({ adapters, adapterRank = 16 }: ToServe["plan"]["serving"]): Given[] {
  if (adapters === undefined) return [];
  const rank = RANKS.find((each) => each >= adapterRank) ?? adapterRank;
  return [["--enable-lora"], ["--max-loras", adapters], ["--max-lora-rank", rank]];
}

function speculationOf(asked: ToServe, unsaid: string[]): object | undefined {
  const { speculation, draftTokens } = asked.plan.serving;
  switch (speculation) {
    case "none":
      return undefined;
    case "mtp":
      return { method: "mtp", num_speculative_tokens: draftTokens };
    case "draft":
      return { model: draftOf(asked), num_speculative_tokens: draftTokens };
    case "eagle":
    case "medusa":
      unsaid.push(NAME_HEADS);
      return { method: speculation, model: HEADS, num_speculative_tokens: draftTokens };
  }
}
