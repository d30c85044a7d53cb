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

const SERVER = "SGLang";

/** The command that starts one replica of a plan with SGLang, whose attention ranks are cut out of its tensor ranks. */
export function serveSglang(asked: ToServe): Invocation {
  const { plan, weights, kvCache } = asked;
  const { option, serving } = plan;
  const { tp, pp, dp, ep } = option;
  const made = madeOnLoading(asked);
  const unsaid = unsaidByAny(asked, SERVER);
  if (!isReleased(asked) && !made && !isSixteen(weights)) unsaid.push(anotherCheckpoint(asked, SERVER));
  unsaid.push(...unsaidOfBatching(asked, SERVER));
  if (serving.adapters !== undefined) unsaid.push("Name the adapters with --lora-paths NAME=PATH.");
  if (cacheType(kvCache.id) === undefined)
    unsaid.push(`SGLang has no ${kvCache.name} cache; it keeps the model's own type.`);
  return {
    tool: "sglang-serve",
    options: [
      ["--model-path", repositoryOf(asked)],
      ...(made ? [["--quantization", made] as Given] : []),
      ["--tp-size", tp * dp],
      ...(pp > 1 ? [["--pp-size", pp] as Given] : []),
      ...(dp > 1 ? ([["--dp-size", dp], ["--enable-dp-attention"]] as Given[]) : []),
      ...(isMixture(asked.model) && ep > 1 ? [["--ep-size", ep] as Given] : []),
      ["--context-length", longestContext(asked)],
      ["--mem-fraction-static", memoryShare(asked)],
      ["--max-running-requests", Math.ceil(mostInFlight(asked))],
      ["--chunked-prefill-size", Math.round(serving.chunkTokens)],
      ["--kv-cache-dtype", cacheType(kvCache.id) ?? "auto"],
      ...(serving.prefixCache === "off" ? [["--disable-radix-cache"] as Given] : []),
      ...(serving.streamInterval === undefined
        ? []
        : [["--stream-interval", Math.round(serving.streamInterval)] as Given]),
      ...(serving.adapters === undefined
        ? []
        : ([
            ["--enable-lora"],
            ["--max-loras-per-batch", serving.adapters],
            ["--max-lora-rank", serving.adapterRank ?? 16],
          ] as Given[])),
      ...speculationOf(asked, unsaid),
      ["--port", 30_000],
    ],
    unsaid,
  };
}

/** 16 bits are said where the server can say them: a checkpoint may ask for fewer of its own. */
const cacheType = (id: string): string | undefined => ({ fp8: "fp8_e4m3", bf16: "bf16", fp16: "auto" })[id];

function speculationOf(asked: ToServe, unsaid: string[]): Given[] {
  const { serving, option } = asked.plan;
  const { speculation, draftTokens } = serving;
  if (speculation === "none") return [];
  if (speculation === "medusa") {
    unsaid.push("SGLang has no Medusa heads; the command drafts nothing.");
    return [];
  }
  if (speculation === "eagle") unsaid.push(NAME_HEADS);
  if (speculation === "draft" && option.dp > 1)
    unsaid.push("SGLang does not draft with a draft model beside attention in ranks of their own.");
  const drafted = {
    mtp: undefined,
    eagle: HEADS,
    draft: draftOf(asked),
  }[speculation];
  return [
    ["--speculative-algorithm", { mtp: "EAGLE", eagle: "EAGLE", draft: "STANDALONE" }[speculation]],
    ...(drafted === undefined ? [] : [["--speculative-draft-model-path", drafted] as Given]),
    ["--speculative-num-steps", draftTokens],
    ["--speculative-eagle-topk", 1],
    ["--speculative-num-draft-tokens", draftTokens + 1],
  ];
}
