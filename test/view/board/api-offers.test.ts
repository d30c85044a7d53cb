import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { apiPrices } from "@/lib/catalog";
import { answer, offerTokenCost } from "@/lib/engine";
import { applyPatch, decodeScenario, defaultScenario, encodeScenario, parseScenario } from "@/lib/scenario";
import { answerOf } from "@/lib/view/board/answer";
import { apiOfferOf, withoutApi } from "@/lib/view/board/api-offer";
import { apiRows } from "@/lib/view/board/api-offers";
import { boardOf } from "@/lib/view/board/board";
import { boardTable } from "@/lib/view/board/board-table";
import { withCheapestApi } from "@/lib/view/board/cheapest-api";

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
    const lengths = { read: 1000, written: 500 };
    const cost = (cachedPrefix: number, batchShare = 0, more = {}) =>
      offerTokenCost({ ...offer, ...more }, { cachedPrefix }, { batchShare }, lengths) * 1e6;
    expect(cost(0)).toBeCloseTo((1000 * 1 + 500 * 4) / 1500, 12);
    expect(cost(0.4)).toBeCloseTo((600 * 1 + 400 * 0.5 + 500 * 4) / 1500, 12);
    // Two fifths of it at half the price, where a discount is known.
    expect(cost(0, 0.4, { batchDiscount: 0.5 })).toBeCloseTo(((1000 * 1 + 500 * 4) / 1500) * 0.8, 12);
    expect(cost(0, 0.4)).toBe(cost(0));
  });

  it("is the cheapest first, then the next, and goes again", () => {
    const [first] = once.apis ?? [];
    if (!first) throw new Error("it was added");
    const { inputTokens: read, outputTokens: written } = once.workload;
    const cost = (offer: typeof first) => offerTokenCost(offer, once.workload, {}, { read, written });
    for (const offer of offers) expect(cost(first)).toBeLessThanOrEqual(cost(offer));
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

  it("takes as many accounts at the peak as the narrowest known limit says, and none where no limit is known", () => {
    const rate = {
      ...defaultScenario,
      traffic: { ...defaultScenario.traffic, load: "rate", requestRate: 20 },
    };
    const accounts = (limits: object, batchShare = 0) => {
      const offer = { model, provider: "p", name: "n", input: 1, output: 4, asOf: "2026-05", ...limits };
      const reading = parseScenario({ ...rate, money: { batchShare }, apis: [offer] });
      if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
      return plan(reading.scenario).apis?.[0]?.figures.apiAccounts;
    };
    const { inputTokens, outputTokens } = defaultScenario.workload;
    const peak = 20 * 60;
    expect(accounts({})).toBeUndefined();
    expect(accounts({ requestsPerMinute: 2 * peak })).toBe(1);
    expect(accounts({ requestsPerMinute: peak / 2.5 })).toBe(3);
    expect(accounts({ tokensPerMinute: ((inputTokens + outputTokens) * peak) / 6.5 })).toBe(7);
    expect(accounts({ requestsPerMinute: peak, outputTokensPerMinute: (outputTokens * peak) / 4.5 })).toBe(5);
    // What waits for a batch has a queue of its own.
    expect(accounts({ requestsPerMinute: peak / 4 }, 0.5)).toBe(2);
  });
});
