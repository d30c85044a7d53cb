import { describe, expect, it } from "vitest";
import { formats } from "@/lib/catalog";
import { llama, read, refusal } from "./read";

const mixture = {
  ...llama,
  model_type: "deepseek",
  num_experts: 4,
  num_experts_per_tok: 2,
  moe_intermediate_size: 6,
  n_shared_experts: 1,
  first_k_dense_replace: 0,
};
const released = (quantization_config: unknown, config: object = mixture) =>
  read({ ...config, quantization_config }).model.weightsAsReleased;
const group = (weights: object, input_activations: object | null = null) => ({
  quant_method: "compressed-tensors",
  config_groups: { group_0: { targets: ["Linear"], weights, input_activations } },
});

describe("the formats of a checkpoint", () => {
  it("are its number type without a quantization, and 16 bits where it names none", () => {
    expect(read({ ...llama, torch_dtype: "float32" }).model.weightsAsReleased).toEqual({ default: "fp32" });
    const { torch_dtype: _, ...silent } = llama;
    expect(read(silent).model.weightsAsReleased).toMatchObject({
      default: "bf16",
      assumed: expect.any(String),
    });
  });

  it.each([
    [{ quant_method: "fp8" }, "fp8"],
    [{ quant_method: "fp8", weight_block_size: [128, 128] }, "fp8-block"],
    [{ quant_method: "awq", bits: 4, group_size: 128 }, "int4-awq-g128"],
    [{ quant_method: "gptq", bits: 4, group_size: 32 }, "int4-gptq-g32"],
    [{ quant_method: "gptq", bits: 8, group_size: -1 }, "int8-w8a16"],
    [{ quant_method: "bitsandbytes", load_in_4bit: true }, "nf4"],
    [{ quant_method: "modelopt", quant_algo: "NVFP4" }, "nvfp4"],
    [{ quant_method: "quark", global_quant_config: { weight: { dtype: "fp8_e4m3" } } }, "fp8"],
    [group({ num_bits: 8, type: "float", strategy: "channel" }, {}), "fp8"],
    [group({ num_bits: 8, type: "int" }, {}), "int8"],
    [group({ num_bits: 8, type: "int" }), "int8-w8a16"],
    [group({ num_bits: 4, type: "float", group_size: 16 }, {}), "nvfp4"],
    [group({ num_bits: 4, type: "float", group_size: 32 }), "mxfp4"],
    [group({ num_bits: 4, type: "float", group_size: 16 }), "nvfp4-w4a16"],
    [group({ num_bits: 4, type: "int", group_size: 32 }), "int4-gptq-g32"],
    [group({ num_bits: 4, type: "int", group_size: 32, symmetric: true }), "int4-sym-g32"],
    [{ quant_method: "gptq", bits: 4, group_size: 128, sym: true }, "int4-sym-g128"],
    [{ quant_method: "awq", bits: 4, group_size: 128, zero_point: false }, "int4-sym-g128"],
  ])("%j", (quantization, format) => {
    expect(released(quantization, llama)).toEqual({ default: format, head: "bf16" });
    expect(formats().map(({ id }) => id)).toContain(format);
  });

  it("leave the parts in 16 bits that the list of exceptions names", () => {
    const nvfp4 = { quant_method: "modelopt", quant_algo: "NVFP4" };
    const attention = [0, 1].map((layer) => `language_model.model.layers.${layer}.self_attn*`);
    const shared = [0, 1].map((layer) => `model.layers.${layer}.mlp.shared_experts*`);
    expect(released({ ...nvfp4, ignore: attention })).toEqual({
      default: "nvfp4",
      attention: "bf16",
      head: "bf16",
    });
    expect(released({ ...nvfp4, ignore: [...attention, ...shared] })).toEqual({
      default: "bf16",
      experts: "nvfp4",
    });
    const patterns = [
      "re:.*self_attn.*",
      "re:.*shared_experts.*",
      "re:.*mlp\\.(gate|up|gate_up|down)_proj.*",
      "lm_head",
    ];
    expect(released({ ...nvfp4, ignore: patterns })).toEqual({ default: "bf16", experts: "nvfp4" });
  });

  it("keep a part's format when routers, norms or one projection are exceptions", () => {
    const ignore = [
      "lm_head",
      "model.layers.0.mlp.gate",
      "model.layers.1.mlp.gate",
      "re:.*kv_b_proj",
      "model.norm",
    ];
    expect(released({ quant_method: "fp8", modules_to_not_convert: ignore })).toEqual({
      default: "fp8",
      head: "bf16",
    });
  });

  it("go by most layers where a few are exceptions, and the notes say so", () => {
    const config = { ...mixture, num_hidden_layers: 3 };
    const quantization_config = { quant_method: "fp8", ignore: ["model.layers.0.self_attn"] };
    const { model, notes } = read({ ...config, quantization_config });
    expect(model.weightsAsReleased).toEqual({ default: "fp8", head: "bf16" });
    expect(notes.join()).toContain("attention is left in 16 bits in 1 of 3 layers");
  });

  it("are those of routed experts alone for MXFP4", () => {
    expect(released({ quant_method: "mxfp4" })).toEqual({ default: "bf16", experts: "mxfp4" });
  });

  it("differ by module where ModelOpt mixes precisions", () => {
    const quantized_layers = {
      "model.layers.0.self_attn.q_proj": { quant_algo: "FP8" },
      "model.layers.0.mlp.experts.0.up_proj": { quant_algo: "NVFP4" },
      "model.layers.0.mlp.shared_experts.up_proj": { quant_algo: "NVFP4" },
    };
    const {
      default: usual,
      attention,
      experts,
    } = released({ quant_algo: "MIXED_PRECISION", quantized_layers });
    expect([attention ?? usual, experts ?? usual]).toEqual(["fp8", "nvfp4"]);
  });

  it("keep what was there before under the modules that ModelOpt names", () => {
    const quantized_layers = { "layers.0.ffn.experts": { quant_algo: "NVFP4" } };
    const quantization = { quant_method: "fp8", weight_block_size: [128, 128], quantized_layers };
    expect(released({ ...quantization, ignore: ["*.attn.*", "head"] })).toEqual({
      default: "fp8-block",
      experts: "nvfp4",
      head: "bf16",
    });
  });

  it("are the experts' alone where the dense part beside them is an exception", () => {
    const gemma = {
      ...mixture,
      model_type: "gemma4_text",
      enable_moe_block: true,
      head_dim: 4,
      layer_types: ["full_attention", "full_attention"],
    };
    const ignore = [
      "model.layers.0.mlp*",
      "model.layers.1.mlp*",
      "model.layers.0.self_attn*",
      "model.layers.1.self_attn*",
    ];
    expect(released({ quant_method: "modelopt", quant_algo: "NVFP4", ignore }, gemma)).toMatchObject({
      default: "nvfp4",
      attention: "bf16",
      ffn: "bf16",
    });
  });

  it("are 16 bits, and said to be assumed, for a method that is not known", () => {
    expect(released({ quant_method: "magic" })).toMatchObject({
      default: "bf16",
      assumed: 'The quantization method "magic" is not known; 16 bits assumed',
    });
  });
});

describe("a hf_quant_config.json beside the configuration", () => {
  const beside = (quantization: object, config: object = mixture) =>
    read(config, { quantConfig: { producer: { name: "modelopt" }, quantization } }).model;

  it("says what the configuration does not", () => {
    const { weightsAsReleased, cacheAsReleased } = beside({
      quant_algo: "FP8",
      kv_cache_quant_algo: "FP8",
      exclude_modules: ["lm_head"],
    });
    expect(weightsAsReleased).toEqual({ default: "fp8", head: "bf16" });
    expect(cacheAsReleased).toBe("fp8");
  });

  it.each([
    ["NVFP4", "nvfp4"],
    ["NVFP4_AWQ", "nvfp4"],
    ["W4A16_NVFP4", "nvfp4-w4a16"],
    ["W4A8_NVFP4_FP8", "nvfp4-a8"],
    ["W4A16_MXFP4", "mxfp4-w4a16"],
    ["W4A8_MXFP4_FP8", "mxfp4-a8"],
    ["MXFP8", "mxfp8"],
    ["FP8_PB_WO", "fp8-block"],
    ["W4A16_AWQ", "int4-sym-g128"],
    ["W4A8_AWQ", "int4-sym-a8"],
    ["W8A16", "int8-w8a16"],
    ["INT8_SQ", "int8"],
  ])("names %s", (quant_algo, format) => {
    expect(beside({ quant_algo }, llama).weightsAsReleased).toEqual({ default: format, head: "bf16" });
    expect(formats().map(({ id }) => id)).toContain(format);
  });

  it("mixes precisions as published checkpoints do: FP8 attention, 4-bit experts and head, FP8 cache", () => {
    const four = { quant_algo: "W4A16_NVFP4", group_size: 16 };
    const layer = (number: number) => `model.language_model.layers.${number}`;
    const model = beside({
      quant_algo: "MIXED_PRECISION",
      kv_cache_quant_algo: "FP8",
      exclude_modules: ["mtp*", "mtp.layers.0*"],
      quantized_layers: {
        ...Object.fromEntries([0, 1].map((number) => [`${layer(number)}.mlp.experts`, four])),
        ...Object.fromEntries([0, 1].map((number) => [`${layer(number)}.mlp.shared_expert.up_proj`, four])),
        ...Object.fromEntries(
          [0, 1].map((number) => [`${layer(number)}.self_attn.q_proj`, { quant_algo: "FP8" }]),
        ),
        lm_head: four,
      },
    });
    expect(model.weightsAsReleased).toEqual({ default: "nvfp4-w4a16", attention: "fp8" });
    expect(model.cacheAsReleased).toBe("fp8");
  });

  it("is refused by name where it is none, or where its algorithm is not known", () => {
    expect(refusal(llama, { quantConfig: {} })).toContain("hf_quant_config.json: expected an object with");
    expect(refusal(llama, { quantConfig: { quantization: { quant_algo: "W2A2" } } })).toBe(
      'hf_quant_config.quantization.quant_algo: the algorithm "W2A2" is not supported',
    );
  });
});

describe("an index of weight files", () => {
  const index = { metadata: { total_size: 2704 }, weight_map: { "model.embed_tokens.weight": "a" } };

  it("settles whether the head has a table of its own", () => {
    const { tie_word_embeddings: _, ...silent } = llama;
    expect(read(silent, { safetensorsIndex: index }).model.tiedEmbeddings).toBe(true);
    expect(read(silent).model.tiedEmbeddings).toBe(false);
  });

  it("is set beside the count", () => {
    const { notes } = read(llama, { safetensorsIndex: index });
    expect(notes.join()).toContain("The weight files hold 2704 B, 2.00 B for each of the 1352 parameters");
  });
});
