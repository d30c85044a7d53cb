import { describe, expect, it } from "vitest";
import { llama, read } from "./read";

const moe = { num_experts: 4, num_experts_per_tok: 2, moe_intermediate_size: 6 };
const latent = {
  kv_lora_rank: 4,
  q_lora_rank: 5,
  qk_nope_head_dim: 3,
  qk_rope_head_dim: 2,
  v_head_dim: 3,
};

describe("a hand-worked count", () => {
  it("of a grouped-query model", () => {
    // Attention 8·8 + 2·8·4 + 8·8 = 192, feed-forward 3·8·16 = 384, norms 16; tables 2·80, final norm 8.
    const { total, kv, notes } = read(llama);
    expect(total).toBe(2 * (192 + 384 + 16) + 160 + 8);
    expect(kv).toBe(2 * 2 * 4 * 2);
    expect(notes).toEqual(["head_dim is absent: hidden_size / num_attention_heads = 4"]);
  });

  it("of heads wider than the hidden width divided among them", () => {
    expect(read({ ...llama, head_dim: 6 }).total - read(llama).total).toBe(2 * (2 * 12 + 2 * 6 - 24) * 8);
  });

  it("of Qwen 2, whose queries, keys and values have biases that the file does not mention", () => {
    expect(read({ ...llama, model_type: "qwen2" }).total - read(llama).total).toBe(2 * (8 + 4 + 4));
  });

  it("of a mixture with a dense first layer and a shared expert", () => {
    const { total, active } = read({
      ...llama,
      ...moe,
      model_type: "deepseek",
      first_k_dense_replace: 1,
      n_shared_experts: 2,
    });
    // Experts 4·3·8·6 = 576, shared 3·8·12 = 288, router 32.
    expect(total).toBe(2 * (192 + 16) + 384 + 576 + 288 + 32 + 168);
    expect(total - active).toBe(288);
  });

  it("of latent attention, whose cache holds the latent and the rotated part", () => {
    const { total, kv, model } = read({ ...llama, ...moe, ...latent, model_type: "deepseek_v3" });
    // Down 8·6 and norm 4, up 4·2·6; queries 8·5, norm 5, 5·10; output 6·8. Routers have a bias.
    const attention = 48 + 4 + 48 + 40 + 5 + 50 + 48;
    expect(total).toBe(2 * (attention + 16 + 576 + 32 + 4) + 168);
    expect(kv).toBe(2 * 6 * 2);
    expect(model.prediction).toBeUndefined();
  });

  it("of prediction layers, which stay out of the total", () => {
    const config = { ...llama, ...moe, ...latent, model_type: "deepseek_v3" };
    const { total, model } = read({ ...config, num_nextn_predict_layers: 1 });
    expect(total).toBe(read(config).total);
    expect(model.prediction).toMatchObject([{ count: 1, norms: 5, extra: 128 }]);
  });

  it("of linear attention beside full attention", () => {
    const { model, kv } = read({
      ...llama,
      model_type: "qwen3_next",
      num_hidden_layers: 8,
      head_dim: 4,
      linear_num_key_heads: 1,
      linear_num_value_heads: 2,
      linear_key_head_dim: 4,
      linear_value_head_dim: 4,
    });
    expect(model.layers.map(({ count, mixer }) => [count, mixer.kind])).toEqual([
      [6, "gdn"],
      [2, "gqa"],
    ]);
    expect(kv).toBe(2 * 2 * 4 * 2);
  });

  it("of a pattern of single blocks", () => {
    const { model } = read({
      ...llama,
      model_type: "nemotron_h",
      num_hidden_layers: 5,
      hybrid_override_pattern: "M-M*-",
      head_dim: 4,
      mamba_num_heads: 4,
      mamba_head_dim: 4,
      n_groups: 1,
      ssm_state_size: 8,
      conv_kernel: 4,
      use_conv_bias: true,
    });
    expect(model.layers.map(({ count, norms, mixer, ffn }) => [count, norms, mixer.kind, ffn.kind])).toEqual([
      [2, 1, "mamba2", "none"],
      [2, 1, "none", "dense"],
      [1, 1, "gqa", "none"],
    ]);
  });

  it("of layers that a search shaped one by one", () => {
    const { model } = read({
      ...llama,
      model_type: "nemotron-nas",
      block_configs: [
        { attention: { n_heads_in_group: 2, no_op: false }, ffn: { ffn_mult: 1.3, no_op: false } },
        { attention: { n_heads_in_group: null, no_op: true }, ffn: { ffn_mult: 48, no_op: false } },
      ],
    });
    // 2/3 of 1.3·8 and of 48·8 hidden widths, up to the next 256.
    expect(model.layers).toMatchObject([
      { norms: 2, mixer: { kind: "gqa", kvHeads: 1 }, ffn: { width: 256 } },
      { norms: 1, mixer: { kind: "none" }, ffn: { width: 256 } },
    ]);
  });
});
