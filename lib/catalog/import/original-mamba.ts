import { isObject } from "./config-error";

type File = Readonly<Record<string, unknown>>;

/** Sizes that the reference code of Mamba gives to what its `ssm_cfg` leaves out; of Mamba 2 also head and groups. */
const first = { state_size: 16, conv_kernel: 4, expand: 2, time_step_rank: "auto" };
const second = { state_size: 128, conv_kernel: 4, expand: 2, head_dim: 64, n_groups: 1 };
/** The reference code rounds the vocabulary up to a multiple of this. */
const vocabMultiple = 8;

const numberOr = (value: unknown, otherwise: number) => (typeof value === "number" ? value : otherwise);

/**
 * A file as Mamba's own repository writes it (`d_model`, `n_layer`, `ssm_cfg`, no `model_type`), in the words of
 * Hugging Face; any other file is undefined. Layers of attention or with a feed-forward part keep the file as it is,
 * which is then refused by what it lacks.
 */
export function fromOriginalMamba(file: File): File | undefined {
  const { ssm_cfg: ssm, d_model: hidden, vocab_size: vocab } = file;
  if (file.model_type !== undefined || !isObject(ssm)) return undefined;
  if (typeof hidden !== "number" || typeof vocab !== "number") return undefined;
  const attention = Array.isArray(file.attn_layer_idx) && file.attn_layer_idx.length > 0;
  if (attention || numberOr(file.d_intermediate, 0) > 0) return undefined;
  const two = ssm.layer === "Mamba2";
  const sizes = two ? second : first;
  const expand = numberOr(ssm.expand, sizes.expand);
  const headDim = numberOr(ssm.headdim, second.head_dim);
  const multiple = numberOr(file.pad_vocab_size_multiple, vocabMultiple);
  return {
    model_type: two ? "mamba2" : "mamba",
    hidden_size: hidden,
    num_hidden_layers: file.n_layer,
    vocab_size: Math.ceil(vocab / multiple) * multiple,
    tie_word_embeddings: file.tie_embeddings ?? true,
    expand,
    state_size: numberOr(ssm.d_state, sizes.state_size),
    conv_kernel: numberOr(ssm.d_conv, sizes.conv_kernel),
    use_bias: ssm.bias ?? false,
    ...(two
      ? {
          head_dim: headDim,
          num_heads: (expand * hidden) / headDim,
          n_groups: numberOr(ssm.ngroups, second.n_groups),
        }
      : { time_step_rank: ssm.dt_rank ?? first.time_step_rank }),
  };
}
