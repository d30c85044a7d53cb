import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { faintText } from "@/components/charts/frontier-words";
import { walked } from "@/components/charts/point-walk";
import { answer, answerOption } from "@/lib/engine";
import { applyPatch, defaultScenario } from "@/lib/scenario";
import { MAX_OPTIONS } from "@/lib/scenario/limits";
import { boardOf } from "@/lib/view/board/board";
import { boardWithPrices, priceParts } from "@/lib/view/board/price-columns";
import { withPoint } from "@/lib/view/board/take-point";
import { frontierOf } from "@/lib/view/frontier";
import { priceFacts } from "@/lib/view/price-facts";

const lookup = lookupFor(defaultScenario);
const simulated = answer(defaultScenario, lookup);
const byMeans = answer(defaultScenario, lookup, { simulate: false });

describe("a point of the frontier", () => {
  it("keeps a percentile up to the load that the simulation found, and not by its mean", () => {
    for (const [index, { basis, points }] of frontierOf(simulated, lookup).series.entries()) {
      const { goodRate = 0, replicas = 1 } = simulated.options[index]?.operation ?? {};
      const tokens = defaultScenario.workload.outputTokens;
      expect(basis).toBe("simulated");
      for (const { kept, outputRate } of points)
        expect(kept).toBe(outputRate / tokens / replicas <= goodRate * 1.01);
      expect(new Set(points.map(({ kept }) => kept)).size).toBe(2);
    }
  });

  it("says where it goes by the mean only, and says nothing of it where goals are for means", () => {
    expect(faintText(frontierOf(byMeans, lookup)).join()).toContain("even the mean");
    const means = applyPatch(defaultScenario, { goals: { ttftAt: "mean" } });
    const { series } = frontierOf(answer(means, lookup, { simulate: false }), lookup);
    expect(new Set(series.map(({ basis }) => basis))).toEqual(new Set(["mean"]));
  });

  it("becomes an option at that load, with the replicas that the traffic then needs", () => {
    const pinned = applyPatch(defaultScenario, { options: { 1: { replicas: 3 } } });
    const more = withPoint(pinned, 1, 31.6);
    expect(more.options.slice(0, 3)).toEqual(pinned.options);
    const taken = answerOption(more, 3, lookup, { simulate: false });
    expect(taken.operation?.patch.batch).toBe(32);
    expect(taken.operation?.pinned).toEqual(["batch"]);
    const full = Array.from({ length: 9 }).reduce<typeof more>((plan) => withPoint(plan, 0, 4), more);
    expect(full.options).toHaveLength(MAX_OPTIONS);
  });

  it("is reached by the arrows, which never leave the lines", () => {
    const lines = [3, 0, 2];
    const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "a"];
    for (const [series, points] of lines.entries())
      for (let place = 0; place < points; place++)
        for (const key of keys) {
          const next = walked(lines, { series, place }, key);
          if (next) expect(next.place).toBeLessThan(lines[next.series] ?? 0);
        }
    expect(walked(lines, { series: 0, place: 1 }, "ArrowLeft")).toEqual({ series: 0, place: 2 });
    expect(walked(lines, { series: 0, place: 1 }, "ArrowRight")).toEqual({ series: 0, place: 0 });
    expect(walked(lines, { series: 0, place: 2 }, "ArrowLeft")).toBeUndefined();
  });
});

describe("where a price comes from", () => {
  it("is a column each of the board's file, for every option and an API", () => {
    const apis = [
      {
        model: defaultScenario.workload.model,
        provider: "P",
        name: "n",
        input: 1,
        output: 2,
        asOf: "2026-05",
      },
    ];
    const estimate = answer({ ...defaultScenario, apis }, lookup, { simulate: false });
    const table = boardWithPrices(estimate, boardOf(estimate));
    expect(table.columns.slice(1, 5).map(({ label }) => label)).toEqual([
      "Price",
      "Provider",
      "Term",
      "Price of",
    ]);
    expect(table.rows).toHaveLength(4);
    for (const row of table.rows) {
      expect(Object.keys(row).toSorted()).toEqual(table.columns.map(({ id }) => id).toSorted());
      expect(row.term).toMatch(/on demand|per token/);
      expect(row.asOf).toMatch(/^\d{4}/);
    }
  });

  it("is read off the offer's id where an earlier engine kept no more, and is the typed offer's own", () => {
    const [option] = byMeans.options;
    if (option?.origin.price.kind !== "catalog") throw new Error("the catalog has its price");
    const { provider, ...earlier } = option.origin.price;
    expect(priceFacts(option)).toMatchObject({ provider, term: "on demand" });
    expect(priceFacts({ ...option, origin: { price: earlier } }).provider?.toLowerCase()).toBe(
      provider?.toLowerCase(),
    );
    expect(priceParts(option, undefined)).toEqual([
      expect.stringMatching(/^\$.*\/h$/),
      provider,
      "on demand",
      expect.any(String),
    ]);
    const offer = { pricePerHour: 2, provider: "Mine", term: "reserved-1y", asOf: "2026-11" };
    const typed = { ...option, option: { ...option.option, pricePerHour: 2, offer } };
    expect(priceFacts({ ...typed, origin: { price: { kind: "user" } } })).toEqual({
      provider: "Mine",
      term: "reserved 1y",
      asOf: "2026-11",
    });
  });
});
