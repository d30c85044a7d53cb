import { describe, expect, it } from "vitest";
import { recordsOf } from "@/app/planner-start";
import { answer, type TopologyEstimate, topologies } from "@/lib/engine";
import { type Scenario, type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { movedFigures } from "@/lib/view/moved";
import { optionNames } from "@/lib/view/option-name";
import { readSaved } from "@/lib/view/saved/read-saved";
import { storedResult } from "@/lib/view/saved/stored-result";
import { scenarioLines } from "@/lib/view/scenario-lines";
import { topologyMonthsTable } from "@/lib/view/topologies/months";
import { routeOf } from "@/lib/view/topologies/route";
import { nameIn, serverNames } from "@/lib/view/topologies/server-names";
import { conditionTexts, partTable, topologyTable } from "@/lib/view/topologies/table";
import { hasRoomForParts, templatesOf, usualTopologies } from "@/lib/view/topologies/templates";
import { lookup } from "./estimates";
import { expectHeadersToHold } from "./table-text";

const MEANS = { simulate: false };
const API = {
  model: "meta-llama-3.1-70b",
  provider: "P",
  name: "n",
  input: 0.6,
  output: 0.9,
  asOf: "2026-05",
};
const plan = (more: Partial<ScenarioInput> = {}) =>
  scenarioSchema.parse({
    workload: { model: "meta-llama-3.1-70b" },
    traffic: { load: "rate", requestRate: 20 },
    options: [
      { accelerator: "nvidia-h200-sxm-141gb", pricePerHour: 3 },
      { accelerator: "nvidia-l40s", model: "meta-llama-3.1-8b", pricePerHour: 1 },
    ],
    apis: [API],
    ...more,
  });
const composed = (scenario: Scenario) => topologies(scenario, lookup, MEANS);
function table(scenario: Scenario, found: TopologyEstimate[]) {
  const compared = topologyTable({ engineVersion: "", catalogVersion: "", scenario, options: [] }, found);
  expectHeadersToHold(compared);
  return compared;
}
const nameOf = (scenario: Scenario) => nameIn(scenario, recordsOf(scenario));

describe("the usual topologies", () => {
  it.each([2, 3, 6])(
    "share what comes among %i markets in whole per cents that make up all of it",
    (count) => {
      const option = { accelerator: "nvidia-h200-sxm-141gb" };
      const several = plan({ options: Array.from({ length: count }, () => option) });
      const grown = templatesOf(several, 0, 1)
        .find(({ id }) => id === "markets")
        ?.add();
      const percents = grown?.topologies?.[0]?.parts.map(({ share = 0 }) => share * 100) ?? [];
      expect(percents).toHaveLength(count);
      expect(percents.map((each) => Number(each.toFixed(9)))).toEqual(percents.map(Math.round));
      expect(percents.reduce((sum, each) => sum + Math.round(each), 0)).toBe(100);
      expect(Math.max(...percents) - Math.min(...percents)).toBeLessThan(1.5);
    },
  );

  const alone = plan({
    options: [{ accelerator: "nvidia-h200-sxm-141gb", pricePerHour: 3 }],
    apis: undefined,
  });
  const whole = plan();

  it.each(templatesOf(whole, 0, 1).map(({ id }) => id))(
    "%s is a plan that runs, and reads back as it is",
    (id) => {
      const grown = templatesOf(whole, 0, 1)
        .find((each) => each.id === id)
        ?.add();
      expect(scenarioSchema.parse(grown)).toEqual(grown);
      const [found] = composed(grown as Scenario);
      expect(found?.verdict).toEqual({ feasible: true });
      const shares = found?.parts.reduce((sum, { given }) => sum + (given.answeredShare ?? 0), 0);
      expect(shares).toBeCloseTo(1, 9);
    },
  );

  it("ask the smaller model first and the question's own for the rest, wherever they stand", () => {
    const models = ["meta-llama-3.1-70b", "meta-llama-3.1-8b"];
    for (const [own, other] of [models, models.toReversed()] as [string, string][]) {
      const estimate = answer(
        scenarioSchema.parse({
          workload: { model: own },
          traffic: { load: "rate", requestRate: 5 },
          options: [
            { accelerator: "nvidia-h200-sxm-141gb", pricePerHour: 3 },
            { accelerator: "nvidia-h200-sxm-141gb", pricePerHour: 3, model: other },
          ],
        }),
        lookup,
        { simulate: false },
      );
      const best = own === models[0] ? 1 : 0;
      const { small, large } = routeOf(estimate, best);
      const [route] = templatesOf(estimate.scenario, best, small, large).filter(({ id }) => id === "route");
      if (own === models[0]) {
        expect([small, large]).toEqual([1, 0]);
        expect(route?.needs).toBeUndefined();
        expect(route?.add().topologies?.[0]?.parts.map(({ option }) => option)).toEqual([1, 0]);
      }
      // A larger model than the question's is no way to answer the easy requests for less.
      else expect(route?.needs).toMatch(/smaller model/);
      expect(optionNames(estimate)[1]).toMatch(/H200 SXM 141GB, .*Llama-3\.1/);
    }
  });

  it("say what a plan lacks, and run wherever they say nothing", () => {
    const open = templatesOf(alone, 0, 0).filter(({ needs }) => !needs);
    expect(open.map(({ id }) => id)).toEqual(["central", "edge", "spot", "tenants", "adapters"]);
    for (const { add, id } of open) expect(composed(add())[0]?.verdict.feasible, id).toBe(true);
  });

  it("rest on no spot machine without a fallback, though such an option is the cheapest", () => {
    const spotted = templatesOf(plan(), 0, 1)
      .find(({ id }) => id === "spot")
      ?.add();
    const cheapest = spotted?.options.findIndex(({ spotShare }) => spotShare === 1) ?? -1;
    if (!spotted || cheapest < 0) throw new Error("no spot option");
    for (const [best, small] of [
      [cheapest, 1],
      [0, cheapest],
      [cheapest, cheapest],
    ] as const)
      for (const { id, needs, add } of templatesOf({ ...spotted, topologies: [] }, best, small)) {
        if (needs) continue;
        const grown = add();
        const bare = grown.topologies?.[0]?.parts.filter(
          ({ option, away }) => option !== undefined && grown.options[option]?.spotShare === 1 && !away,
        );
        expect(bare, id).toEqual([]);
      }
  });

  it("are those that tell something, within what a plan may hold", () => {
    const names = (scenario: Scenario) => scenario.topologies?.map(({ name }) => name);
    expect(names(usualTopologies(alone, 0, 0))).toEqual(["Central", "Edge sites"]);
    const all = usualTopologies(whole, 0, 1);
    expect(names(all)).toEqual([
      "Central",
      "Edge sites",
      "Routed by difficulty",
      "Serverless API",
      "Burst to an API",
    ]);
    expect(hasRoomForParts(all, 7)).toBe(true);
    expect(hasRoomForParts(all, 8)).toBe(false);
  });
});

describe("the table of topologies", () => {
  const scenario = usualTopologies(plan({ goals: { ttft: 2 } }), 0, 1);
  const found = composed(scenario);
  const rows = table(scenario, found).rows;

  it("says what each costs beside the cheapest that may be taken, and leads from each number to its formula", () => {
    const kept = rows.filter(({ stands }) => stands === "kept");
    const costs = found.map(({ figures }) => figures.topologyCostPerToken ?? 0);
    expect(rows.filter(({ difference }) => difference === "cheapest")).toHaveLength(1);
    expect(kept.length).toBeGreaterThan(0);
    expect(rows[1]?.topologyCost).toEqual({
      value: found[1]?.figures.topologyCost,
      option: 1,
      address: "topologies.1/topologyCost",
    });
    expect(costs[1]).toBeGreaterThan(costs[0] ?? 0);
  });

  it("leaves empty what machines would have where there are none, and times that nobody knows", () => {
    const api = rows.find(({ topology }) => topology === "Serverless API");
    expect(api).toMatchObject({
      topologyUtilisation: null,
      poolingLoss: null,
      ttft: null,
      stands: "not known",
    });
  });

  it("over the months says what each comes to, and why one has none", () => {
    const monthly = topologyMonthsTable(scenario, found, lookup);
    expectHeadersToHold(monthly);
    const months = monthly.rows;
    for (const row of months) expect(row.topologyPaidTotal).toBeGreaterThan(0);
    // Without growth every month is the first one.
    expect(months[0]?.topologyPaidTotal).toBeCloseTo(36 * (found[0]?.figures.topologyCost ?? 0), 2);
    const [kept] = topologyMonthsTable(
      scenario,
      found.map((each) => ({ ...each, parts: each.parts.map(({ traffic: _, ...part }) => part) })),
      lookup,
    ).rows;
    expect(kept).toMatchObject({ topologyPaidTotal: null, note: "Its sites were not kept with the plan" });
  });

  it("says on paper what must be true, of which part", () => {
    const texts = conditionTexts(found);
    expect(texts).toContain("Edge sites, part 1: Its sites are asked evenly, and none helps another.");
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("names parts by what serves them, and hides what nobody pays", () => {
    const names = serverNames(scenario, nameOf(scenario));
    const parts = partTable(found[4] as TopologyEstimate, 4, names);
    expectHeadersToHold(parts);
    expect(parts.rows.map(({ part }) => part)).toEqual([
      "1: Meta-Llama-3.1-70B on NVIDIA H200 SXM 141GB",
      "P API (n)",
    ]);
    const ids = parts.columns.map(({ id }) => id);
    expect(ids).toContain("partCharged");
    expect(ids).not.toContain("partEgress");
    expect(partTable(found[0] as TopologyEstimate, 0, names).columns.map(({ id }) => id)).not.toContain(
      "partMachines",
    );
  });
});

it("a plan's assumptions hold its topologies in words", () => {
  const parts = [
    { option: 1, share: 0.7, escalated: 0.2, sites: 20 },
    { option: 0, share: 0.3, area: "EU" as const },
  ];
  const scenario = plan({ topologies: [{ name: "Hybrid", area: "EU", parts }] });
  const line = scenarioLines(scenario, nameOf(scenario)).find(({ label }) => label.includes("Hybrid"));
  expect(line).toEqual({
    label: "Topology “Hybrid”",
    text: "2: Meta-Llama-3.1-8B on NVIDIA L40S: share 70 %, sites 20, asked again 20 %; 1: Meta-Llama-3.1-70B on NVIDIA H200 SXM 141GB: share 30 %, stands in EU; requests stay in EU",
  });
});

it("two versions of a plan are told apart by the figures of topologies that both have", () => {
  const plain = usualTopologies(plan(), 0, 1);
  const estimateOf = (scenario: Scenario) => ({
    engineVersion: "",
    catalogVersion: "",
    scenario,
    options: [],
    topologies: composed(scenario),
  });
  const spare = plain.topologies?.map((each) => ({
    ...each,
    parts: each.parts.map((part) => ({ ...part, ...(part.sites ? { spare: 2 } : {}) })),
  }));
  const moved = movedFigures(estimateOf(plain), estimateOf({ ...plain, topologies: spare }));
  expect(new Set(moved.map(({ option }) => option))).toEqual(new Set(["Edge sites"]));
  expect(moved.find(({ label }) => label === "Replicas")).toMatchObject({ before: 40, after: 60 });
});

it("a saved plan has the topologies that it was saved with, and whatever else was stored throws nothing", () => {
  const scenario = usualTopologies(plan(), 0, 1);
  const topologies = composed(scenario);
  const stored = (result: unknown) => {
    const saved = { state: scenario, result, engineVersion: "1", catalogVersion: "c" };
    const reading = readSaved(JSON.parse(JSON.stringify(saved)));
    if (!reading.ok) throw new Error(reading.reason);
    return reading.estimate.topologies;
  };
  const whole = storedResult({ engineVersion: "", catalogVersion: "", scenario, options: [], topologies });
  const kept = topologies.map((each) => ({
    ...each,
    parts: each.parts.map(({ traffic: _traffic, found: _found, sized: _sized, ...part }) => part),
  }));
  expect(stored(whole)).toEqual(JSON.parse(JSON.stringify(kept)));
  expect(stored({ ...whole, topologies: undefined })).toBeUndefined();
  const odd = stored({
    ...whole,
    topologies: [null, 1, { keeps: "maybe", parts: "x", figures: { topologyCost: "9" } }],
  });
  expect(odd?.map(({ name }) => name)).toEqual(scenario.topologies?.map(({ name }) => name));
  expect(odd?.[2]).toMatchObject({ keeps: "open", figures: {}, parts: [] });
});
