import { describe, expect, it } from "vitest";
import { countedModel } from "@/app/models/counted-model";
import * as catalog from "@/lib/catalog";
import type { Accelerator, IncompleteModel, Model } from "@/lib/catalog/schema";
import { acceleratorFacts } from "@/lib/view/catalog/accelerator-record";
import { originOf } from "@/lib/view/catalog/catalog-table";
import { modelFacts } from "@/lib/view/catalog/model-facts";
import { modelRecord } from "@/lib/view/catalog/model-record";
import { layerLines, layerShares, parameterShares } from "@/lib/view/catalog/model-shape";
import { modelsTable } from "@/lib/view/catalog/models";

import { figure, sourceOf } from "./figures";

const facts = (list: { label: string; value: string | null }[]) =>
  Object.fromEntries(list.map(({ label, value }) => [label, value]));

describe("an accelerator's facts", () => {
  const h100 = catalog.accelerator("nvidia-h100-sxm-80gb") as Accelerator;
  const link = { name: "NVLink 4", perDirection: figure(450e9), domain: 8 };

  it("say its links and what is sold apart, and nothing that nobody says", () => {
    const { notes: _n, announced: _a, bridge: _b, lacks: _l, ...plain } = h100;
    expect(facts(acceleratorFacts({ ...plain, link, year: { value: 2022, source: "book" } }))).toEqual({
      Architecture: "hopper",
      Year: "2022",
      MIG: "up to 7 instances",
      "Memory type": h100.memoryType ?? null,
      Link: "NVLink 4, 8 accelerators",
      "Review by": h100.reviewBy,
    });
    const bridge = { name: "Bridge", perDirection: figure(300e9), domain: 2 };
    expect(
      facts(acceleratorFacts({ ...plain, link, bridge, announced: "2027", notes: "A note." } as Accelerator)),
    ).toMatchObject({
      "Bridge, sold apart": "Bridge, 2 accelerators, 300000000000 printed in one direction",
      Announced: "2027",
      Notes: "A note.",
    });
  });

  it("tell a chip without a link from one whose link nobody states", () => {
    const { link: _, lacks: _l, ...bare } = h100;
    expect(facts(acceleratorFacts(bare)).Link).toBeNull();
    const lacks = [{ what: ["link"], source: "book" }] as NonNullable<Accelerator["lacks"]>;
    expect(facts(acceleratorFacts({ ...bare, lacks })).Link).toBe("none");
  });
});

describe("a model's facts", () => {
  const llama = catalog.model("meta-llama-3.1-70b") as Model;
  const named = (id: string) => id.toUpperCase();

  it("say in which formats its parts were released, the common one first", () => {
    const released = (weightsAsReleased: Model["weightsAsReleased"], more: Partial<Model> = {}) =>
      facts(modelFacts({ ...llama, weightsAsReleased, ...more }, named));
    expect(released({ default: "bf16" })["Released as"]).toBe("BF16");
    expect(released({ default: "fp8", head: "bf16", experts: "int4", ffn: "fp8" })["Released as"]).toBe(
      "FP8, BF16 (output head), INT4 (experts)",
    );
    expect(released({ default: "fp8", attention: "bf16", shared: "bf16", ffn: "bf16" })["Released as"]).toBe(
      "FP8, BF16 (attention), BF16 (shared experts), BF16 (dense feed-forward)",
    );
    expect(released({ default: "bf16", assumed: "Nobody says." })["Assumed because"]).toBe("Nobody says.");
    expect(released({ default: "bf16" }, { cacheAsReleased: "fp8" })["Cache as released"]).toBe("FP8");
    expect(Object.keys(released({ default: "bf16" }))).not.toContain("Assumed because");
  });

  it("say its sizes with their names, and what is not there", () => {
    const { aliases: _, notes: _n, huggingFace: _h, contextMax: _c, ...plain } = llama;
    const bare = facts(modelFacts(plain, named));
    expect(bare).toMatchObject({
      Family: llama.family,
      Licence: llama.licence ?? null,
      "Hidden width": "8,192",
      Vocabulary: "128,256",
      "Longest context": null,
      "Hugging Face": "not there",
      "Review by": llama.reviewBy,
    });
    const full = { ...plain, contextMax: 131_072, huggingFace: "a/b", aliases: ["c", "d"], notes: "A note." };
    expect(facts(modelFacts(full, named))).toMatchObject({
      "Longest context": "131,072 tokens",
      "Hugging Face": "a/b",
      "Same architecture": "c, d",
      Notes: "A note.",
    });
  });

  it("of an incomplete one are what was published", () => {
    const { id, name, developer, family, reviewBy } = catalog.model("grok-2") as Model;
    const published = { parameters: 1e12, exact: false, active: 32e9, source: "book" };
    const one: IncompleteModel = {
      id,
      name,
      developer,
      family,
      reviewBy,
      source: "book",
      incomplete: "widths",
      published,
    };
    expect(facts(modelFacts(one, named))).toMatchObject({
      Parameters: "1,000 bn, as published",
      Active: "32 bn, as published",
    });
    const { published: _, ...silent } = one;
    expect(facts(modelFacts(silent as IncompleteModel, named))).toMatchObject({
      Parameters: null,
      Active: null,
    });
    const table = modelsTable([], [one], named, sourceOf);
    expect(table.rows[0]).toMatchObject({ parameters: 1000, active: 32, experts: "unknown", plan: null });
    expect(originOf(table, one.id, "parameters")).toMatchObject({ source: "book", note: "As published" });
  });

  it("count its parts and layers, the largest first, with shares of the whole", () => {
    const counted = countedModel(catalog.model("deepseek-v3") as Model);
    const shares = parameterShares(counted);
    expect(shares.map(({ label }) => label)).toEqual([
      "Routed experts",
      "Attention",
      "Shared experts",
      "Dense feed-forward",
      "Embedding",
      "Output head",
      "Norms, routers and the rest",
    ]);
    expect(shares.map(({ value }) => value)).toEqual(shares.map(({ value }) => value).sort((a, b) => b - a));
    expect(shares[0]).toMatchObject({ text: expect.stringMatching(/^65\d(\.\d)? bn$/), percent: "97.4 %" });
    const tiny = shares.filter(({ value }) => value / counted.parameters.total < 0.001);
    for (const { percent } of tiny) expect(percent).toBe("< 0.1 %");
    expect(layerShares(counted)).toEqual([
      { label: "MLA", value: 61, text: "61 layers", percent: "100.0 %" },
    ]);
    const [first, second] = layerLines(counted);
    expect(first).toMatchObject({ count: 3, mixer: "MLA", ffn: "dense, 18,432 wide" });
    expect(second).toMatchObject({
      count: 58,
      sizes: "128 heads, KV rank 512 + 64 rotary",
      ffn: "8 of 256 experts, 2,048 wide, shared 2,048 wide",
    });
    expect(second?.parameters).toMatch(/^11,5\d\d M$/);
  });

  it("say how a count and what was published agree", () => {
    const counted = countedModel({
      ...llama,
      published: { parameters: 70e9, source: "book", note: "Rounded" },
    } as Model);
    const [parameters, active, kv] = modelRecord(counted, sourceOf).figures;
    expect(parameters).toMatchObject({ id: "parameters", label: "Parameters", number: "70.55", unit: "bn" });
    expect(parameters?.statements[0]?.note).toMatch(/^70,553,706,496, counted from the layers/);
    expect(parameters?.statements[1]).toMatchObject({
      text: "70 bn",
      note: "As published. Rounded",
      mark: "agrees",
    });
    expect(active).toMatchObject({ id: "active", label: "Active parameters", unit: "bn" });
    expect(kv).toMatchObject({
      id: "kv",
      label: "KV cache per token, 16 bits",
      number: "320",
      unit: "KiB/tok",
    });
    expect(kv?.statements[0]?.note).toMatch(/^Counted from the layers/);
    const exact = countedModel({
      ...llama,
      published: { parameters: 80e9, active: 1e9, exact: true, source: "book" },
    } as Model);
    const [off, offActive] = modelRecord(exact, sourceOf).figures;
    expect(off?.statements[1]).toMatchObject({
      text: "80 bn",
      note: "Counted from a checkpoint",
      mark: "differs",
    });
    expect(offActive?.statements[1]).toMatchObject({ text: "1 bn", mark: "differs" });
  });
});
