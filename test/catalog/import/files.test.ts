import { expect, it } from "vitest";
import { countsOf, importFromFiles, nameFromFile } from "@/lib/catalog/import/from-files";
import { llama } from "./read";

const config = { name: "config.json", text: JSON.stringify(llama) };
const index = {
  name: "model.safetensors.index.json",
  text: JSON.stringify({ metadata: { total_size: 2704 }, weight_map: {} }),
};

it("tells the configuration from the index of its weight files, in any order", () => {
  for (const files of [
    [config, index],
    [index, config],
  ]) {
    const reading = importFromFiles(files, "Mine");
    if (!reading.ok) throw new Error(reading.message);
    expect(reading.model.name).toBe("Mine");
    expect(reading.notes.join()).toContain("2704 B");
    expect(countsOf(reading.model)).toEqual({
      parametersTotal: 1352,
      parametersActive: 1352,
      cacheBytesPerToken: 32,
    });
  }
});

it("takes the file that says how the weights were quantised, in any place", () => {
  const quantization = {
    quant_algo: "W4A16_NVFP4",
    kv_cache_quant_algo: "FP8",
    exclude_modules: ["lm_head"],
  };
  const beside = { name: "hf_quant_config.json", text: JSON.stringify({ quantization }) };
  for (const files of [
    [config, beside, index],
    [beside, index, config],
  ]) {
    const reading = importFromFiles(files, "Mine");
    if (!reading.ok) throw new Error(reading.message);
    expect(reading.model.weightsAsReleased).toEqual({ default: "nvfp4-w4a16", head: "bf16" });
    expect(reading.model.cacheAsReleased).toBe("fp8");
  }
});

it.each([
  [[index], "config.json: expected the configuration of a model, it is missing"],
  [[{ name: "a.json", text: "{" }], "a.json: not valid JSON"],
  [[{ name: "", text: "model" }], "config.json: not valid JSON"],
])("refuses files %#", (files, message) => {
  const reading = importFromFiles(files);
  expect(reading.ok ? "" : `${reading.field}: ${reading.message}`).toContain(message);
});

it.each([
  ["config.json", undefined],
  ["config (1).json", undefined],
  ["", undefined],
  ["org__model-7B.json", "org/model-7B"],
])("takes from the file name %j the name %j", (file, name) => {
  expect(nameFromFile(file)).toBe(name);
});
