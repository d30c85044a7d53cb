import { describe, expect, it } from "vitest";
import { llama, read } from "./read";

const six = { ...llama, num_hidden_layers: 6, max_position_embeddings: 4096, sliding_window: 512 };
const windows = (config: unknown) =>
  read(config).model.layers.map(({ count, mixer }) => [count, mixer.kind === "gqa" ? mixer.window : "?"]);
const kinds = (config: unknown) => read(config).model.layers.map(({ count, ffn }) => [count, ffn.kind]);

describe("windows", () => {
  it("are in every layer of Mistral, and its code's own where the file has none", () => {
    expect(windows({ ...six, model_type: "mistral" })).toEqual([[6, 512]]);
    const { sliding_window: _, ...without } = { ...six, max_position_embeddings: 32_768 };
    expect(windows({ ...without, model_type: "mistral" })).toEqual([[6, 4096]]);
    expect(windows({ ...six, model_type: "mistral", sliding_window: null })).toEqual([[6, undefined]]);
  });

  it("are switched off in Qwen unless the file switches them on, and start at a layer", () => {
    expect(windows({ ...six, model_type: "qwen2", use_sliding_window: false })).toEqual([[6, undefined]]);
    expect(windows({ ...six, model_type: "qwen2", use_sliding_window: true, max_window_layers: 4 })).toEqual([
      [4, undefined],
      [2, 512],
    ]);
  });

  it("follow the layers that the file lists", () => {
    const layer_types = ["full_attention", ...new Array(5).fill("sliding_attention")];
    expect(windows({ ...six, model_type: "olmo3", layer_types })).toEqual([
      [1, undefined],
      [5, 512],
    ]);
  });

  it("alternate in Gemma 2, leave out each sixth layer in Gemma 3 and a pattern's last elsewhere", () => {
    expect(windows({ ...six, model_type: "gemma2", head_dim: 4 })[0]).toEqual([3, 512]);
    expect(windows({ ...six, model_type: "gemma3_text", head_dim: 4 })).toEqual([
      [5, 512],
      [1, undefined],
    ]);
    expect(windows({ ...six, model_type: "exaone4", sliding_window_pattern: "LLG" })).toEqual([
      [4, 512],
      [2, undefined],
    ]);
  });

  it("are chunks in Llama 4, where some layers have no rotation", () => {
    const config = {
      ...six,
      model_type: "llama4_text",
      attention_chunk_size: 128,
      intermediate_size_mlp: 32,
      num_local_experts: 2,
      num_experts_per_tok: 1,
    };
    const chunk = { window: 128, chunked: true };
    expect(read(config).model.layers.map(({ count, mixer }) => [count, mixer])).toMatchObject([
      [5, chunk],
      [1, { kind: "gqa" }],
    ]);
    expect(windows({ ...config, no_rope_layers: [1, 1, 0, 0, 0, 0] })).toEqual([
      [2, 128],
      [4, undefined],
    ]);
  });

  it("that reach as far as the context are none, and the notes say so", () => {
    const config = { ...six, model_type: "phi3", sliding_window: 4096 };
    expect(windows(config)).toEqual([[6, undefined]]);
    expect(read(config).notes).toContainEqual("sliding_window of 4096 is no limit in a context of 4096");
  });
});

describe("layers with experts", () => {
  const experts = { num_experts: 4, num_experts_per_tok: 1, moe_intermediate_size: 6, sliding_window: null };

  it.each([
    ["qwen3_moe", { decoder_sparse_step: 2 }, 3, 3],
    ["qwen3_moe", { mlp_only_layers: [0, 5] }, 2, 4],
    ["deepseek_v2", { first_k_dense_replace: 2, moe_layer_freq: 2 }, 4, 2],
    ["mimo_like", { model_type: "deepseek_v2", moe_layer_freq: [0, 1, 1, 1, 1, 1] }, 1, 5],
    [
      "glm_like",
      { model_type: "glm4_moe", mlp_layer_types: ["dense", ...new Array(5).fill("sparse")] },
      1,
      5,
    ],
    ["ernie4_5_moe", { moe_layer_start_index: 1, moe_layer_end_index: 4, moe_layer_interval: 1 }, 2, 4],
    ["step3p5", { moe_layers_enum: "3,4,5" }, 3, 3],
  ])("of %s follow %j", (model_type, fields, dense, sparse) => {
    const found = Object.fromEntries(
      kinds({ ...six, ...experts, model_type, ...fields }).map(([n, k]) => [k, n]),
    );
    expect(found).toEqual({ dense, moe: sparse });
  });

  it("take the width from intermediate_size where the family does", () => {
    const { model } = read({ ...six, model_type: "mixtral", num_local_experts: 4, num_experts_per_tok: 2 });
    expect(model.layers[0]?.ffn).toMatchObject({ kind: "moe", experts: 4, width: 16 });
  });

  it.each([
    ["deepseek_v2", { n_shared_experts: 2 }, 12],
    ["qwen2_moe", { shared_expert_intermediate_size: 20 }, 20],
    ["nemotron_h", { moe_shared_expert_intermediate_size: 7, n_shared_experts: 2 }, 14],
    ["llama4_text", { intermediate_size_mlp: 9 }, 16],
  ])("of %s share %j", (model_type, fields, shared) => {
    const pattern = { hybrid_override_pattern: "EEEEEE" };
    const { model } = read({ ...six, ...experts, ...pattern, model_type, ...fields });
    expect(model.layers[0]?.ffn).toMatchObject({ shared });
  });
});

it("finds the language model inside a multimodal file, with the outer file's say on tied tables", () => {
  const { torch_dtype: _, ...inner } = llama;
  const { model, notes } = read({
    model_type: "llava",
    text_config: { ...inner, tie_word_embeddings: undefined },
    vision_config: { hidden_size: 1 },
    tie_word_embeddings: true,
    torch_dtype: "float16",
  });
  expect(model).toMatchObject({ hidden: 8, tiedEmbeddings: true, weightsAsReleased: { default: "fp16" } });
  expect(notes).toContain("The language model alone is counted, without vision_config");
});

it("reads an unknown type after its architecture, and says so", () => {
  const { model, notes } = read({ ...llama, model_type: "mine", architectures: ["LlamaForCausalLM"] });
  expect(model.family).toBe("llama");
  expect(notes[0]).toBe(
    'model_type "mine" is not known: read as llama, after the architecture "LlamaForCausalLM"',
  );
});
