import { describe, expect, it } from "vitest";
import { answer, topologies } from "@/lib/engine";
import { baseDemand, project, projectTopology, type TopologyProjection } from "@/lib/money";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "../engine/plans";

const MEANS = { simulate: false };
type Parts = NonNullable<ScenarioInput["topologies"]>[number]["parts"];
const planOf = (parts: Parts, money: ScenarioInput["money"] = {}) =>
  scenarioSchema.parse({
    workload: { model: "meta-llama-3.1-70b" },
    traffic: { load: "rate", requestRate: 60, peakToMean: 2 },
    options: [{ accelerator: "nvidia-h200-sxm-141gb", tp: 2, pricePerHour: 3 }],
    apis: [
      { model: "meta-llama-3.1-70b", provider: "P", name: "n", input: 0.6, output: 0.9, asOf: "2026-05" },
    ],
    money: {
      months: 24,
      growth: 0.5,
      priceDecline: 0.2,
      committedShare: 0.5,
      committedDiscount: 0.4,
      ...money,
    },
    topologies: [{ name: "It", parts }],
  });

function projected(parts: Parts, money: ScenarioInput["money"] = {}): TopologyProjection {
  const scenario = planOf(parts, money);
  const [topology] = topologies(scenario, LOOKUP, MEANS);
  const found = topology && projectTopology(scenario, topology, LOOKUP);
  if (!found || typeof found === "string") throw new Error(String(found));
  return found;
}
const total = (projection: TopologyProjection) => projection.total("topologyPaidTotal");

describe("the months of a topology", () => {
  it("are those of the option where it is the only part", () => {
    const scenario = planOf([{ option: 0, share: 1 }]);
    const estimate = answer(scenario, LOOKUP, MEANS);
    const [alone] = project(estimate, baseDemand(estimate, 0)?.requests ?? 0);
    if (typeof alone !== "object") throw new Error(alone);
    const found = projected([{ option: 0, share: 1 }]);
    for (const month of [0, 11, 23])
      expect(found.monthly("topologyMonthPaid", month) / alone.monthly("paid", month)).toBeCloseTo(1, 9);
    expect(found.total("topologyPresentTotal") / alone.total("netPresent")).toBeCloseTo(1, 9);
    expect(found.total("topologyPaidPerToken") / alone.total("paidPerToken")).toBeCloseTo(1, 5);
  });

  it("take of each site the replicas that one of its own traffic takes, with its spare ones", () => {
    const found = projected([{ option: 0, share: 1, sites: 4, spare: 2 }], { growth: 0.01 });
    const [site] = found.sites;
    const scenario = planOf([{ option: 0, share: 1, sites: 4, spare: 2 }]);
    for (const month of [0, 11, 23]) {
      const requestRate = (60 / 4) * 1.01 ** (month / 12);
      const asked = { ...scenario.traffic, requestRate };
      const goals = { ...scenario.goals, spare: 2 };
      const { operation } = answer({ ...scenario, traffic: asked, goals }, LOOKUP, MEANS).options[0] ?? {};
      expect(site?.projection.monthly("monthReplicas", month)).toBe(operation?.replicas);
    }
  });

  it("add up over parts and sites", () => {
    const one = projected([{ option: 0, share: 1, sites: 10 }]);
    const twice = projected([
      { option: 0, share: 0.5, sites: 5 },
      { option: 0, share: 0.5, sites: 5 },
    ]);
    expect(total(twice) / total(one)).toBeCloseTo(1, 6);
    expect(total(projected([{ option: 0, share: 1, sites: 10, siteCost: 1000 }])) - total(one)).toBeCloseTo(
      24 * 10 * 1000,
      2,
    );
  });

  it("of an API follow the requests alone", () => {
    const found = projected([{ api: 0, share: 1 }]);
    const [first, later] = [0, 12].map((month) => found.monthly("topologyMonthPaid", month));
    expect((later ?? 0) / (first ?? 1)).toBeCloseTo(1.5, 9);
    expect(found.monthly("topologyPaidSoFar", 1)).toBeCloseTo(
      (first ?? 0) + found.monthly("topologyMonthPaid", 1),
      6,
    );
  });

  it("are none where a part cannot run", () => {
    const scenario = {
      ...planOf([{ option: 0, share: 1 }]),
      traffic: { ...planOf([{ option: 0, share: 1 }]).traffic, load: "batch" as const },
    };
    const [topology] = topologies(scenario, LOOKUP, MEANS);
    expect(topology && projectTopology(scenario, topology, LOOKUP)).toBe("It does not run as planned");
  });
});
