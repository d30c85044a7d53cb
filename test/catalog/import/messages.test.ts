import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importModel } from "@/lib/catalog/import";
import { parseConfigJson } from "@/lib/catalog/import/parse-json";
import { modelSchema } from "@/lib/catalog/schema";
import { llama, read, refusal } from "./read";

const without = (field: keyof typeof llama) => ({ ...llama, [field]: undefined });

describe("a configuration that is no model says why", () => {
  it.each([
    ["num_hidden_layers", "num_hidden_layers: expected a number of at least 1"],
    ["hidden_size", "hidden_size: expected a number of at least 1 (also known as n_embd"],
    ["vocab_size", "vocab_size: expected"],
    ["num_attention_heads", "num_attention_heads: expected"],
    ["intermediate_size", "intermediate_size: expected"],
    ["model_type", "model_type: expected the name of an architecture, it is missing"],
  ] as const)("without %s", (field, message) => {
    expect(refusal(without(field))).toContain(message);
  });

  it.each([
    [{ ...llama, model_type: "colossus" }, 'model_type: the architecture "colossus" is not supported. If'],
    [{ ...llama, model_type: "rwkv" }, 'model_type: "rwkv" is made of layers of a kind'],
    [{ ...llama, model_type: "modernbert" }, 'model_type: "modernbert" is an encoder'],
    [{ ...llama, model_type: "t5" }, 'model_type: "t5" is an encoder and a decoder of text'],
    [{ ...llama, model_type: "llada" }, 'model_type: "llada" is a model that writes many tokens at once'],
    [{ ...llama, model_type: 7 }, "model_type: expected the name of an architecture, got 7"],
    [{ ...llama, hidden_size: "8" }, 'hidden_size: expected a whole number, got "8"'],
    [
      { ...llama, num_key_value_heads: 3 },
      "num_key_value_heads: expected a divisor of the 2 attention heads, got 3",
    ],
    [{ ...llama, num_hidden_layers: 1e8 }, "num_hidden_layers: expected at most 4096"],
    [{ ...llama, num_attention_heads: 3 }, "head_dim: expected"],
    [{ ...llama, tie_word_embeddings: "yes" }, 'tie_word_embeddings: expected true or false, got "yes"'],
    [{ text_config: without("hidden_size"), model_type: "llava" }, "text_config.hidden_size: expected"],
    [{ ...llama, model_type: "mixtral" }, "num_experts: expected"],
    [
      { ...llama, model_type: "gemma2", layer_types: ["mamba", "mamba"] },
      'layer_types: layers of kind "mamba"',
    ],
    [{ ...llama, model_type: "olmo3", layer_types: ["full_attention"] }, "layer_types: expected 2 entries"],
    [{ ...llama, quantization_config: "fp8" }, 'quantization_config: expected an object, got "fp8"'],
    [[], "config: expected the object of a config.json, got a list of 0"],
    [null, "config: expected the object of a config.json, got null"],
  ])("%#", (config, message) => {
    expect(refusal(config)).toContain(message);
  });

  it("in the index of its weight files", () => {
    expect(refusal(llama, { safetensorsIndex: {} })).toContain(
      "metadata: expected an object with total_size",
    );
  });
});

it("takes nothing from the prototype of an object", () => {
  const config = JSON.parse(
    `{"__proto__": {"num_hidden_layers": 1}, "constructor": 1, "model_type": "toString"}`,
  );
  expect(refusal(config)).toContain('model_type: the architecture "toString" is not supported');
  expect(refusal(Object.create(llama))).toContain("model_type");
});

it("names a record by the repository it comes from", () => {
  expect(read(llama, { name: "Org/My Model" }).model).toMatchObject({
    id: "custom-my-model",
    name: "My Model",
  });
  expect(read({ ...llama, _name_or_path: "org/base-7B" }).model).toMatchObject({
    id: "custom-base-7b",
    huggingFace: "org/base-7B",
    developer: "org",
  });
  expect(read({ ...llama, _name_or_path: "/home/me/x" }).model.id).toBe("custom-llama");
});

it("reads the number words that Python writes into JSON, and leaves strings alone", () => {
  expect(parseConfigJson('{"a": [Infinity, -Infinity, NaN], "b": "NaN \\" Infinity"}')).toEqual({
    ok: true,
    value: { a: [null, null, null], b: 'NaN " Infinity' },
  });
  expect(parseConfigJson("{")).toMatchObject({ ok: false });
});

describe("whatever the input", () => {
  it("never throws, and what it reads fits the catalog's schema", () => {
    fc.assert(
      fc.property(fc.anything(), (config) => {
        importModel(config);
      }),
    );
  });

  it("holds for files that are almost right", () => {
    const fields = Object.keys(llama) as (keyof typeof llama)[];
    const types = ["llama", "qwen3_moe", "deepseek_v3", "nemotron_h", "gemma4", "jamba", "falcon", "whisper"];
    const more = [
      "layer_types",
      "num_experts",
      "kv_lora_rank",
      "quantization_config",
      "block_configs",
      "attn_config",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.constantFrom(...fields, ...more),
        fc.jsonValue(),
        (model_type, field, value) => {
          const reading = importModel({ ...llama, model_type, [field]: value });
          if (reading.ok) expect(modelSchema.safeParse(reading.model).success).toBe(true);
          else expect(reading.field).not.toBe("");
        },
      ),
    );
  });
});
