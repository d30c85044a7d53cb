import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { apiPrices } from "@/lib/catalog";
import { answer } from "@/lib/engine";
import { apiCost } from "@/lib/engine/api-cost";
import { applyPatch, decodeScenario, defaultScenario, encodeScenario, parseScenario } from "@/lib/scenario";
import { answerOf } from "@/lib/view/board/answer";
import { apiOfferOf, apiRows, withCheapestApi, withoutApi } from "@/lib/view/board/api-offers";
import { boardOf } from "@/lib/view/board/board";
import { boardTable } from "@/lib/view/board/board-table";

const { model } = defaultScenario.workload;
const offers = apiPrices()
  .filter((offer) => offer.model === model)
  .map(apiOfferOf);
const once = withCheapestApi(defaultScenario, offers);
if (!once) throw new Error("an API sells the opening plan's model");
const plan = (scenario = once) => answer(scenario, lookupFor(scenario), { simulate: false });

describe("an API offer", () => {
  it("costs its prices by hand: 1,000 read at $1 and 500 written at $4 a million", () => {
    const offer = { model, provider: "p", name: "n", input: 1, output: 4, cachedInput: 0.5, asOf: "2026-05" };
    const lengths = { inputTokens: 1000, outputTokens: 500, cachedPrefix: 0 };
    expect(apiCost(offer, lengths) * 1e6).toBeCloseTo((1000 * 1 + 500 * 4) / 1500, 12);
    expect(apiCost(offer, { ...lengths, cachedPrefix: 0.4 }) * 1e6).toBeCloseTo(
      (600 * 1 + 400 * 0.5 + 500 * 4) / 1500,
      12,
    );
  });

  it("is the cheapest first, then the next, and goes again", () => {
    const [first] = once.apis ?? [];
    if (!first) throw new Error("it was added");
    const cost = apiCost(first, once.workload);
    for (const offer of offers) expect(cost).toBeLessThanOrEqual(apiCost(offer, once.workload));
    const twice = withCheapestApi(once, offers);
    expect(twice?.apis?.[0]).toEqual(first);
    expect(withoutApi(once, 0)).toEqual(defaultScenario);
    expect(withCheapestApi(once, [first])).toBeUndefined();
  });

  it("travels in a link and is read as it was written", () => {
    expect(parseScenario(once)).toEqual({ ok: true, scenario: once });
    expect(decodeScenario(encodeScenario(once))).toEqual({ ok: true, scenario: once });
  });

  it("stands in the table with its month and its date, and is never the answer, for nobody says how fast it is", () => {
    const estimate = plan();
    const [row] = apiRows(estimate, undefined);
    const figures = estimate.options[0]?.figures;
    const tokens = (figures?.monthlyInputTokens ?? 0) + (figures?.monthlyOutputTokens ?? 0);
    expect(row?.month).toBeCloseTo((row?.cost ?? 0) * tokens, 6);
    const { rows } = boardTable(estimate);
    const said = rows.find(({ option }) => String(option).endsWith(" API"));
    expect(said).toMatchObject({ ttft: null, tpot: null, standing: "latency not known" });
    expect(String(said?.evidence)).toMatch(/^price of \d{4}/);
    const found = answerOf(estimate, boardOf(estimate));
    expect(found.kind === "found" && found.name).not.toMatch(/API$/);
    expect(found.kind === "found" && found.others.join()).toContain(" API ");
  });

  it("of another model than the plan's is left out, and without a volume has no month", () => {
    const other = applyPatch(once, { workload: { model: "qwen3-8b" } });
    expect(apiRows(plan(other), 1)).toEqual([]);
    const batch = applyPatch(once, { traffic: { load: "batch" } });
    expect(apiRows(plan(batch), 1)[0]?.month).toBeNull();
  });
});
