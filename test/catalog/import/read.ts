import { cacheBytesPerToken } from "@/lib/catalog/count/cache";
import { parameters } from "@/lib/catalog/count/model";
import { type ImportOptions, importModel } from "@/lib/catalog/import";

/** The model of a configuration that must be readable, with its notes and counts. */
export function read(config: unknown, options?: ImportOptions) {
  const reading = importModel(config, options);
  if (!reading.ok) throw new Error(`${reading.field}: ${reading.message}`);
  const { total, active } = parameters(reading.model);
  return { ...reading, total, active, kv: cacheBytesPerToken(reading.model, 2) };
}

/** "field: message" of a configuration that must not be readable. */
export function refusal(config: unknown, options?: ImportOptions): string {
  const reading = importModel(config, options);
  if (reading.ok) throw new Error("was read");
  return `${reading.field}: ${reading.message}`;
}

/** A Llama of two layers: 8 wide, 2 heads of 4, one of them with keys and values, 16 in the feed-forward part. */
export const llama = {
  model_type: "llama",
  hidden_size: 8,
  intermediate_size: 16,
  num_attention_heads: 2,
  num_key_value_heads: 1,
  num_hidden_layers: 2,
  vocab_size: 10,
  max_position_embeddings: 64,
  tie_word_embeddings: false,
  torch_dtype: "bfloat16",
};
