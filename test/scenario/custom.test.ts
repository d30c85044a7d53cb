import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { model } from "@/lib/catalog";
import { importModel } from "@/lib/catalog/import";
import { acceleratorSchema, type Model } from "@/lib/catalog/schema";
import {
  type CustomFieldKey,
  customFields,
  customFieldText,
  decodeScenario,
  defaultScenario,
  encodeScenario,
  parseScenario,
  planWithCustomAccelerator,
  planWithCustomModel,
  type RecordLookup,
  readCustomField,
  withCustom,
} from "@/lib/scenario";
import { parseUnit, sameDimension } from "@/lib/units";

const own = { ...model("deepseek-v3"), id: "custom-mine", name: "Mine" };
const chip = {
  name: "Mine X",
  architecture: "hopper",
  memory: "96 GB",
  memoryBandwidth: "4 TB/s",
  bf16: "1 PFLOP/s",
  fp8: "2000",
  power: "700 W",
  pricePerHour: "$2.49/h",
};
const plan = {
  workload: { model: "custom-mine" },
  options: [{ accelerator: "custom-mine-x" }],
  custom: { models: { "custom-mine": own }, accelerators: { "custom-mine-x": chip } },
};
const errors = (input: unknown) => {
  const reading = parseScenario(input);
  return reading.ok ? [] : reading.errors.map(({ path, message }) => `${path}: ${message}`);
};
function read(input: unknown) {
  const reading = parseScenario(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}
const nothing: RecordLookup = {
  model: () => undefined,
  accelerator: () => undefined,
  price: () => undefined,
};

describe("records of one's own", () => {
  it("are read with the plan, quantities as plain numbers", () => {
    const { custom } = read(plan);
    expect(custom?.models?.["custom-mine"]).toEqual(own);
    expect(custom?.accelerators?.["custom-mine-x"]).toMatchObject({
      memory: 96e9,
      memoryBandwidth: 4e12,
      bf16: 1e15,
      fp8: 2e15,
      pricePerHour: 2.49,
    });
  });

  it("travel in a link, and are the same when they are read again", () => {
    const scenario = read(plan);
    expect(read(scenario)).toEqual(scenario);
    expect(decodeScenario(encodeScenario(scenario))).toEqual({ ok: true, scenario });
  });

  it("leave a plan without them as it was", () => {
    expect(encodeScenario(defaultScenario)).not.toContain(btoa("custom").slice(0, 6));
    expect(withCustom(nothing, defaultScenario)).toBe(nothing);
  });

  it("come before the catalog in a lookup, as full records", () => {
    const lookup = withCustom(nothing, read(plan));
    expect(lookup.model("custom-mine")).toEqual(own);
    const found = lookup.accelerator("custom-mine-x");
    expect(found).toMatchObject({
      name: "Mine X",
      peak: { bf16: { value: 1e15, source: "yours" }, fp8: { value: 2e15, text: "2,000 TFLOP/s" } },
      memory: { value: 96e9, text: "96 GB" },
    });
    expect(found).not.toHaveProperty("link");
    expect(lookup.price("custom-mine-x")?.perAcceleratorHour.value).toBeCloseTo(2.49 / 3600, 12);
    expect(lookup.model("constructor")).toBeUndefined();
  });

  it("make an accelerator that the catalog's own schema takes", () => {
    const linked = {
      ...chip,
      link: "450 GB/s",
      linkDomain: 8,
      hostLink: 64e9,
      nic: "50 GB/s",
      int8: 2e15,
      fp4: 4e15,
    };
    const scenario = read({ ...plan, custom: { ...plan.custom, accelerators: { "custom-mine-x": linked } } });
    const record = withCustom(nothing, scenario).accelerator("custom-mine-x");
    // A file holds the text of a figure where a record holds its value.
    const asFile = JSON.parse(JSON.stringify(record), (_key, value) =>
      value && typeof value === "object" && "text" in value
        ? { value: value.text, source: value.source }
        : value,
    );
    expect(acceleratorSchema.parse(asFile)).toEqual(record);
  });

  it("are put to use by one step", () => {
    const imported = importModel({
      model_type: "llama",
      hidden_size: 8,
      intermediate_size: 16,
      num_attention_heads: 2,
      num_hidden_layers: 2,
      vocab_size: 10,
    });
    if (!imported.ok) throw new Error(imported.message);
    const served = planWithCustomModel(defaultScenario, imported.model);
    expect(served.workload.model).toBe("custom-llama");
    const { custom } = read(plan);
    const record = custom?.accelerators?.["custom-mine-x"];
    if (!record) throw new Error("no record");
    const run = planWithCustomAccelerator(served, 1, record);
    expect(run.options[1]?.accelerator).toBe("custom-mine-x");
    expect(read(run)).toEqual(run);
  });
});

describe("a plan in which many records of one's own were tried", () => {
  const mine = { ...model("deepseek-v3"), source: "yours" } as Model;
  const record = (name: string) => ({
    name,
    architecture: "hopper" as const,
    memory: 96e9,
    memoryBandwidth: 4e12,
    bf16: 1e15,
  });

  it("serves a checkpoint that is published quantised as it is stored, and leaves the formats of others", () => {
    const { serving } = planWithCustomModel(defaultScenario, {
      ...mine,
      weightsAsReleased: { default: "nvfp4", head: "bf16" },
      cacheAsReleased: "fp8",
    });
    expect(serving).toMatchObject({ weights: "nvfp4", kvCache: "fp8" });
    const plain = { ...mine, weightsAsReleased: { default: "bf16" } };
    expect(planWithCustomModel(defaultScenario, plain).serving).toEqual(defaultScenario.serving);
  });

  it("keeps those in use and the last tried, so that it can still be saved and opened", () => {
    let plan = defaultScenario;
    for (let n = 1; n <= 8; n++) plan = planWithCustomModel(plan, { ...mine, id: `custom-${n}` });
    plan = planWithCustomAccelerator(plan, 0, record("first"));
    for (let n = 1; n <= 8; n++) plan = planWithCustomAccelerator(plan, 1, record(`tried ${n}`));
    expect(Object.keys(plan.custom?.models ?? {})).toEqual([3, 4, 5, 6, 7, 8].map((n) => `custom-${n}`));
    expect(Object.keys(plan.custom?.accelerators ?? {})).toContain("custom-first");
    expect(decodeScenario(encodeScenario(plan))).toEqual({ ok: true, scenario: plan });
  });

  it("keeps the model that drafts", () => {
    let plan = planWithCustomModel(defaultScenario, { ...mine, id: "custom-draft" });
    plan = { ...plan, serving: { ...plan.serving, speculation: "draft", draftModel: "custom-draft" } };
    for (let n = 1; n <= 8; n++) plan = planWithCustomModel(plan, { ...mine, id: `custom-${n}` });
    expect(Object.keys(plan.custom?.models ?? {})).toContain("custom-draft");
    expect(read(plan)).toEqual(plan);
  });
});

describe("a record of one's own is refused", () => {
  const accelerators = (change: object, id = "custom-mine-x") =>
    errors({ ...plan, custom: { accelerators: { [id]: { ...chip, ...change } } } });
  const models = (change: object) =>
    errors({ ...plan, custom: { models: { "custom-mine": { ...own, ...change } } } });
  const at = "custom.accelerators.custom-mine-x";

  it.each([
    [
      accelerators({ memory: "80 W" }),
      `${at}.memory: Memory: expected an amount of bytes (GB), understood 80 W`,
    ],
    [accelerators({ bf16: undefined }), `${at}.bf16: expected`],
    [accelerators({ memory: "1 kB" }), `${at}.memory: Memory: must be from 1 GB to 100 TB, understood 1 kB`],
    [accelerators({ link: "450 GB/s" }), `${at}.linkDomain: Linked accelerators: a link needs both`],
    [accelerators({ wings: 2 }), `${at}.wings: "wings" is not a field`],
    [accelerators({}, "h100"), "custom.accelerators.h100:"],
    [models({ hidden: 0 }), "custom.models.custom-mine.hidden: expected"],
    [models({ id: "custom-other" }), "custom.models: expected each model under its own id"],
    [
      models({ layers: [{ ...own.layers?.[0], mixer: { kind: "magic" } }] }),
      "layers.0.mixer.kind: expected a known kind",
    ],
  ])("%#", (found, expected) => {
    expect(found.join("\n")).toContain(expected);
  });

  it("when there are more than a person compares", () => {
    const many = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`custom-${n}`, chip]));
    expect(errors({ ...plan, custom: { accelerators: many } }).join()).toContain("at most 6");
  });
});

describe("every figure of an accelerator of one's own", () => {
  const keys = Object.keys(customFields) as CustomFieldKey[];

  it.each(keys)("%s has bounds, an example and units that agree", (key) => {
    const { unit, stored, example, help } = customFields[key];
    expect(sameDimension(parseUnit(unit).dimension, parseUnit(stored).dimension)).toBe(true);
    expect(readCustomField(key, example)).toMatchObject({ ok: true });
    expect(help).toMatch(/\.$/);
  });

  it.each(keys)("%s reads back what its input box shows", (key) => {
    const low = readCustomField(key, customFields[key].min);
    const high = readCustomField(key, customFields[key].max);
    if (!low.ok || !high.ok) throw new Error("bounds are not understood");
    for (const value of [low.value, high.value]) {
      expect(readCustomField(key, customFieldText(key, value))).toMatchObject({ ok: true, value });
    }
  });

  it("is refused with a message, whatever is typed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.oneof(fc.string(), fc.double()), (key, input) => {
        const reading = readCustomField(key, input);
        expect(reading.ok ? Number.isFinite(reading.value) : reading.message !== "").toBe(true);
      }),
    );
  });
});
