import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/catalog/candidates/route";
import { recordsOf } from "@/app/planner-start";
import { answer } from "@/lib/engine";
import {
  cheapestOfEach,
  Exploration,
  explore,
  type Findings,
  judged,
  judgeFronts,
  type Space,
  wholeSpace,
} from "@/lib/engine/explore";
import { scenarioSchema } from "@/lib/scenario";
import { newOption } from "@/lib/scenario/new-option";
import { type CandidateRecords, candidatesOf } from "@/lib/view/candidates";
import { foundFrontier, foundTable, ruledOutList, startFront, startTable } from "@/lib/view/found";
import { isEligible, standingOf } from "@/lib/view/standing";
import { lookup } from "./estimates";
import { expectHeadersToHold } from "./table-text";

const CHIPS = ["nvidia-h200-sxm-141gb", "nvidia-l40s"];
const scenario = scenarioSchema.parse({
  workload: { model: "meta-llama-3.1-70b" },
  goals: { tpot: 0.05 },
  options: CHIPS.map((accelerator) => ({ accelerator })),
});
const records = recordsOf({ ...scenario, options: CHIPS.map((id) => newOption(id)) });
const space: Space = {
  ...wholeSpace(
    scenario,
    CHIPS.map((accelerator) => ({ accelerator })),
    { narrow: false },
    lookup,
  ),
  counts: [1, 2, 4],
  weights: ["fp8"],
  caches: ["fp8"],
  engines: ["vllm"],
};

function found(): Findings {
  let last: Findings | undefined;
  for (const progress of explore(scenario, lookup, space)) last = progress.found;
  if (!last) throw new Error("a space has slices");
  return last;
}
const all = found();

const asked = (area?: string) =>
  GET(new Request(`http://a/api/v1/catalog/candidates${area ? `?area=${area}` : ""}`)).json();

describe("what a search finds, as tables and a chart", () => {
  it("names the whole fleet and what tells it from others, with the figures it was ranked by", () => {
    const ways = cheapestOfEach(all);
    const table = foundTable(ways, scenario, records, lookup);
    expectHeadersToHold(table);
    const { columns, rows } = table;
    expect(columns.map(({ id }) => id)).toEqual([
      "fleet",
      "setting",
      "price",
      "monthlyCost",
      "costPerToken",
      "ttft",
      "tpot",
      "evidence",
    ]);
    expect(rows).toHaveLength(ways.length);
    const [first] = ways;
    if (!first) throw new Error("H200 serves it");
    const { tp, pp } = first.option;
    expect(rows[0]).toMatchObject({
      costPerToken: first.figures.costPerToken,
      tpot: first.figures.tpot,
      price: expect.stringMatching(/^\$\d+\.\d\d\/h · .+ · \d{4}-\d\d-\d\d$/),
      evidence: expect.stringMatching(/ ±\d+ %$/),
      setting: expect.stringMatching(new RegExp(`^TP ${tp}.*, FP8.*, FP8.* cache, vLLM$`)),
    });
    const count = tp * pp;
    const name = records.accelerators[first.option.accelerator]?.name;
    expect(rows[0]?.fleet).toBe(count === 1 ? name : `${count} × ${name}`);
  });

  it("draws each chip's part of the front from its fastest on, with the goal, each point the option that it is", () => {
    const { series, rateGoal } = foundFrontier(all, scenario, records);
    expect(rateGoal).toBe(20);
    const drawn = series.flatMap(({ points }) => points);
    expect(drawn).toHaveLength(all.fronts.speed.length);
    for (const { points, accelerator } of series) {
      expect(CHIPS).toContain(accelerator);
      expect(points.map(({ userRate }) => userRate)).toEqual(
        points.map(({ userRate }) => userRate).toSorted((a, b) => b - a),
      );
      for (const { setting, batch } of points) expect(setting).toMatchObject({ accelerator, batch });
      for (const { kept, userRate } of points) if (kept) expect(userRate).toBeGreaterThanOrEqual(20);
    }
    const { series: starts } = startFront(all, scenario, records);
    expect(starts.flatMap(({ points }) => points)).toHaveLength(all.fronts.start.length);
    for (const { points } of starts)
      expect(points.map(({ ttft }) => ttft)).toEqual(
        points.map(({ ttft }) => ttft).toSorted((a, b) => b - a),
      );
    const begun = startTable(all, scenario, records);
    expectHeadersToHold(begun);
    const start = begun.rows;
    expect(start.map(({ ttft }) => ttft)).toEqual(all.fronts.start.map(({ x }) => x));
  });

  it("says why most was ruled out, most first, and all of it", () => {
    const list = ruledOutList(all);
    const counts = list.map(([, count]) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const { configurations, evaluated } = all.tally;
    expect(counts.reduce((sum, count) => sum + count, evaluated)).toBe(configurations);
  });
});

describe("what a search tries", () => {
  const book = {
    v: 1,
    importedOn: "2026-11-01",
    entries: [{ accelerator: "nvidia-l40s", pricePerHour: 0.5 }],
  } as const;
  const wish = { which: "all", inArea: false, book: null, custom: undefined } as const;

  it("is every accelerator at the price of plans, GPUs alone, or those of a price book at its price", async () => {
    const listed: CandidateRecords = await asked();
    expect(listed.prices.find(({ accelerator }) => accelerator === "nvidia-l40s")).toEqual(
      lookup.price("nvidia-l40s"),
    );
    const every = candidatesOf(listed, wish);
    expect(every).toHaveLength(listed.accelerators.length);
    expect(every.every(({ pricePerHour }) => pricePerHour === undefined)).toBe(true);
    const gpus = candidatesOf(listed, { ...wish, which: "gpus" });
    expect(gpus.length).toBeGreaterThan(10);
    for (const { accelerator } of gpus) expect(lookup.accelerator(accelerator)?.kind).toBe("gpu");
    expect(candidatesOf(listed, { ...wish, which: "mine", book })).toEqual([
      { accelerator: "nvidia-l40s", pricePerHour: 0.5 },
    ]);
  });

  it("pays the offer of a part of the world, and says whose it is", async () => {
    const listed: CandidateRecords = await asked("EU");
    const tried = candidatesOf(listed, { ...wish, inArea: true });
    expect(tried.length).toBeGreaterThan(3);
    for (const { offer, pricePerHour } of tried) {
      expect(offer).toMatchObject({ area: "EU", term: "on-demand" });
      expect(pricePerHour).toBe(offer?.pricePerHour);
    }
    const refused = GET(new Request("http://a/api/v1/catalog/candidates?area=Mars"));
    expect(refused.status).toBe(400);
  });
});

describe("a point of a front", () => {
  it("is, once it is judged, what the board says of the option that it becomes", async () => {
    const asked = {
      ...scenario,
      goals: { ...scenario.goals, ttft: 0.12, ttftAt: "p95" as const },
      traffic: { ...scenario.traffic, load: "users" as const, users: 3000 },
    };
    const question = new Exploration(asked, lookup, space);
    let last = all;
    for (const progress of explore(asked, lookup, space)) last = progress.found;
    expect(new Set(foundFrontier(last, asked, records).series.map(({ basis }) => basis))).toEqual(
      new Set(["kinder"]),
    );
    const speed = last.fronts.speed.filter((_, place) => place % 6 === 0);
    const reports: number[] = [];
    const judge = { judge: async (point: (typeof speed)[number]["point"]) => judged(question, point) };
    const few = { ...last, fronts: { speed, start: speed } };
    const { fronts } = await judgeFronts([judge], asked, few, (found) =>
      reports.push(found.fronts.speed.filter(({ point }) => point.judged).length),
    );
    expect(reports).toEqual(fronts.speed.map((_, place) => place + 1));
    for (const { x, y, point } of fronts.speed) {
      const taken = answer({ ...asked, options: [point.option] }, lookup);
      const figures = taken.options[0]?.figures;
      expect([figures?.costPerToken, figures?.tpot, figures?.ttft]).toEqual([x, y, point.ttft]);
      expect(isEligible(standingOf(taken, 0))).toBe(point.kept);
    }
    expect(new Set(fronts.speed.map(({ point }) => point.kept))).toEqual(new Set([true, false]));
    const drawn = foundFrontier({ ...few, fronts }, asked, records);
    expect(new Set(drawn.series.map(({ basis }) => basis))).toEqual(new Set(["taken"]));
  });
});
