import { isMixture } from "@/lib/engine/mixture";
import type { Given, Invocation } from "./invocation";
import {
  anotherCheckpoint,
  draftOf,
  HEADS,
  isReleased,
  isSixteen,
  longestContext,
  memoryShare,
  mostInFlight,
  NAME_HEADS,
  repositoryOf,
  type ToServe,
  unsaidByAny,
  unsaidOfBatching,
} from "./to-serve";

const SERVER = "TensorRT-LLM";
const EXTRA = "trtllm.yaml";

/** The command that starts one replica of a plan with TensorRT-LLM, and the file with what has no option of its own. */
export function serveTrtllm(asked: ToServe): Invocation {
  const { plan, weights, accelerator, kvCache } = asked;
  const { option, serving } = plan;
  const { tp, pp, dp, ep } = option;
  const unsaid = unsaidByAny(asked, SERVER);
  if (accelerator.vendor !== "NVIDIA") unsaid.push(`TensorRT-LLM does not run on ${accelerator.name}.`);
  if (!isReleased(asked) && !isSixteen(weights)) unsaid.push(anotherCheckpoint(asked, SERVER));
  unsaid.push(...unsaidOfBatching(asked, SERVER));
  if (cacheType(kvCache.id) === undefined)
    unsaid.push(`TensorRT-LLM has no ${kvCache.name} cache; it keeps the model's own type.`);
  if (serving.adapters !== undefined)
    unsaid.push("Its adapters are named in lora_config of the file; the command has none.");
  if ((option.instances ?? 1) > 1 && option.partition !== "mig")
    unsaid.push("Each server's memory fraction is of what is free when it starts.");
  if (serving.speculation === "medusa")
    unsaid.push("The PyTorch backend has no Medusa heads; the command drafts nothing.");
  if (serving.speculation === "eagle") unsaid.push(NAME_HEADS);
  const extra = extraOf(asked);
  return {
    tool: "trtllm-serve",
    positional: [repositoryOf(asked)],
    options: [
      ["--tp_size", tp * dp],
      ...(pp > 1 ? [["--pp_size", pp] as Given] : []),
      ...(isMixture(asked.model) && ep > 1 ? [["--ep_size", ep] as Given] : []),
      ["--kv_cache_free_gpu_memory_fraction", memoryShare(asked)],
      ["--max_batch_size", Math.ceil(mostInFlight(asked) / dp)],
      ["--max_num_tokens", Math.round(serving.chunkTokens)],
      ["--max_seq_len", longestContext(asked)],
      ["--enable_chunked_prefill"],
      ["--extra_llm_api_options", EXTRA],
      ["--port", 8000],
    ],
    files: { [EXTRA]: extra },
    unsaid,
  };
}

const cacheType = (id: string): string | undefined =>
  ({ fp8: "fp8", nvfp4: "nvfp4", bf16: "auto", fp16: "auto" })[id];

/** The file of settings that the server has no option for. */
function extraOf(asked: ToServe): string {
  const { plan, kvCache } = asked;
  const { serving, option } = plan;
  const { prefixCache, streamInterval, speculation, draftTokens } = serving;
  const drafting = {
    none: [],
    medusa: [],
    mtp: [
      "speculative_config:",
      "  decoding_type: MTP",
      `  max_draft_len: ${draftTokens}`,
      `  num_nextn_predict_layers: ${draftTokens}`,
    ],
    eagle: [
      "speculative_config:",
      "  decoding_type: Eagle",
      `  max_draft_len: ${draftTokens}`,
      `  speculative_model_dir: ${HEADS}`,
    ],
    draft: [
      "speculative_config:",
      "  decoding_type: DraftTarget",
      `  max_draft_len: ${draftTokens}`,
      `  speculative_model_dir: ${JSON.stringify(draftOf(asked))}`,
    ],
  }[speculation];
  return [
    "kv_cache_config:",
    `  dtype: ${cacheType(kvCache.id) ?? "auto"}`,
    `  enable_block_reuse: ${prefixCache !== "off"}`,
    `enable_attention_dp: ${option.dp > 1}`,
    ...(streamInterval === undefined ? [] : [`stream_interval: ${Math.round(streamInterval)}`]),
    ...drafting,
  ].join("\n");
}
