import { describe, expect, it } from "vitest";
import { answer, estimate, type Sizing, type TopologyEstimate, topologies } from "@/lib/engine";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "../plans";

const MEANS: Sizing = { simulate: false };
const API = {
  model: "meta-llama-3.1-70b",
  provider: "P",
  name: "n",
  input: 0.6,
  output: 0.9,
  asOf: "2026-05",
};
type Parts = NonNullable<ScenarioInput["topologies"]>[number]["parts"];

const scenarioOf = (parts: Parts, more: Partial<ScenarioInput> = {}, area?: "EU" | "US") =>
  scenarioSchema.parse({
    workload: { model: "meta-llama-3.1-70b" },
    traffic: { load: "rate", requestRate: 100, peakToMean: 2 },
    goals: { ttft: 2, tpot: 0.05 },
    options: [
      { accelerator: "nvidia-l40s", model: "meta-llama-3.1-8b", pricePerHour: 1 },
      { accelerator: "nvidia-h200-sxm-141gb", tp: 2, pricePerHour: 3 },
    ],
    apis: [API],
    topologies: [{ name: "It", ...(area ? { area } : {}), parts }],
    ...more,
  });

function only(scenario: ReturnType<typeof scenarioOf>, sizing = MEANS): TopologyEstimate {
  const [found] = topologies(scenario, LOOKUP, sizing);
  if (!found?.verdict.feasible) throw new Error(JSON.stringify(found?.verdict));
  return found;
}
const composed = (parts: Parts, more: Partial<ScenarioInput> = {}) => only(scenarioOf(parts, more));
const cost = ({ figures }: TopologyEstimate) => figures.topologyCost ?? 0;

describe("a topology of one part", () => {
  const one = (load: "users" | "rate" | "requests" | "tokens", goals: ScenarioInput["goals"] = { ttft: 1 }) =>
    scenarioOf([{ option: 1, share: 1 }], {
      traffic: {
        load,
        users: 3000,
        requestRate: 40,
        requestsPerDay: 1e6,
        tokensPerDay: 1e9,
        peakToMean: 2,
        hoursPerDay: 10,
      },
      goals,
    });

  it.each(["users", "rate", "requests", "tokens"] as const)("is the option as it is asked in %s", (load) => {
    const scenario = one(load);
    const { figures } = only(scenario);
    const option = answer(scenario, LOOKUP, MEANS).options[1];
    expect(figures.topologyReplicas).toBe(option?.operation?.replicas);
    expect(figures.topologyCost).toBe(option?.figures.monthlyCost);
    expect((figures.topologyCostPerToken ?? 0) / (option?.figures.costPerToken ?? 1)).toBeCloseTo(1, 5);
    expect(figures.topologyTtft).toBe(option?.figures.ttft);
    expect(figures.poolingLoss).toBe(0);
  });

  it("has the board's percentiles and the board's verdict", () => {
    const { topologies: [found] = [], options } = answer(one("rate", { ttft: 1, ttftAt: "p95" }), LOOKUP);
    const { percentiles, keeps } = options[1]?.operation ?? {};
    expect(found?.ttft.p95).toBeCloseTo(percentiles?.ttft.p95.value ?? 0, 12);
    expect(found?.goals).toEqual([{ of: "ttft", at: "p95", most: 1, reached: found?.ttft.p95 }]);
    expect(found?.keeps).toBe(keeps ? "yes" : "no");
  });
});

describe("requests that are routed by how hard they are", () => {
  const cascade = (escalated: number, share = 0.7): Parts => [
    { option: 0, share, escalated },
    { option: 1, share: 1 - share },
  ];

  it("size each deployment for what it is asked, as an estimate of its own has it", () => {
    const scenario = scenarioOf(cascade(0.2));
    const { parts, figures } = only(scenario);
    expect(parts.map(({ traffic }) => traffic?.requestRate)).toEqual([70, expect.closeTo(44, 9)]);
    for (const { traffic, found, given } of parts) {
      if (!traffic || !found) throw new Error("a part that runs");
      const [alone] = estimate({ ...scenario, traffic, options: [found] }, LOOKUP).options;
      expect(given.siteMachines).toBe(alone?.figures.monthlyCost);
      expect(given.partTtft).toBe(alone?.figures.ttft);
    }
    const sum = parts.reduce((total, part) => total + (part.figures.partCost ?? 0), 0);
    expect(figures.topologyCost).toBeCloseTo(sum, 6);
  });

  it("count the tokens of answers that count alone, whichever gives them", () => {
    const { figures } = composed(cascade(0.2));
    // Peak to mean is two, and 1,500 tokens a request, by hand.
    const tokens = 50 * 1500 * (365 / 12) * 86_400;
    expect((figures.topologyTokens ?? 0) / tokens).toBeCloseTo(1, 5);
    expect((figures.topologyCostPerToken ?? 0) * tokens).toBeCloseTo(figures.topologyCost ?? 0, -1);
  });

  it("wait for both where a request is sent on", () => {
    const { parts, figures } = composed(cascade(0.2));
    const [one, other] = parts.map(({ given }) => given as Record<string, number>);
    if (!one || !other) throw new Error("two parts");
    const at = (given: Record<string, number>, id: string) => given[id] as number;
    const sentOn = at(one, "partAnswer") + at(other, "partTtft");
    expect(figures.topologyTtft).toBeCloseTo(
      0.56 * at(one, "partTtft") + 0.14 * sentOn + 0.3 * at(other, "partTtft"),
      6,
    );
    const whole = at(one, "partAnswer") + at(other, "partAnswer");
    expect(figures.topologyAnswer).toBeCloseTo(
      0.56 * at(one, "partAnswer") + 0.14 * whole + 0.3 * at(other, "partAnswer"),
      6,
    );
  });

  it("cost less than all on the large one, the more so the fewer are sent on, and more where all are", () => {
    const costs = [0.1, 0.5, 1].map((escalated) => cost(composed(cascade(escalated))));
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    const alone = cost(composed([{ option: 1, share: 1 }]));
    expect(costs[0]).toBeLessThan(alone);
    expect(costs[2]).toBeGreaterThan(alone);
  });

  it("ask as often as users do who wait for the mix", () => {
    const traffic = { load: "users", users: 3000, thinkTime: 20 } as const;
    const { parts, figures } = composed(cascade(0.2), { traffic });
    const rate = 3000 / (20 + (figures.topologyAnswer ?? 0));
    expect((parts[0]?.traffic?.requestRate ?? 0) / 0.7 / rate).toBeCloseTo(1, 2);
    expect((parts[1]?.traffic?.requestRate ?? 0) / 0.44 / rate).toBeCloseTo(1, 2);
  });

  it("keep no goal for the slowest where too many are sent on, though each part keeps it alone", () => {
    const goals = { ttft: 2, ttftAt: "p95" } as const;
    const traffic = { load: "rate", requestRate: 20 } as const;
    const all = scenarioOf(cascade(0.2), { goals, traffic });
    expect(only(all, {}).keeps).toBe("no");
    expect(only(scenarioOf(cascade(0.02), { goals, traffic }), {}).keeps).toBe("yes");
  });
});

it("a fleet of CPUs and GPUs is a topology like any other, each sized for its share", () => {
  const options = [
    {
      accelerator: "aws-graviton4-48xlarge",
      weights: "gguf-q4_0",
      kvCache: "fp16",
      engine: "llama-cpp" as const,
    },
    { accelerator: "nvidia-l4", weights: "int4-awq-g128" },
  ];
  const { parts, figures } = composed(
    [
      { option: 0, share: 0.2 },
      { option: 1, share: 0.8 },
    ],
    {
      workload: { model: "meta-llama-3.1-8b", inputTokens: 300, outputTokens: 200 },
      traffic: { load: "rate", requestRate: 5 },
      goals: {},
      options,
    },
  );
  expect(parts.map(({ traffic }) => traffic?.requestRate)).toEqual([1, 4]);
  expect(parts.every((part) => (part.figures.partReplicas ?? 0) > 0)).toBe(true);
  expect(figures.topologyCost).toBeCloseTo(
    parts.reduce((sum, part) => sum + (part.figures.partMachines ?? 0), 0),
    6,
  );
});

describe("sites of their own", () => {
  const edge = (sites: number, more = {}): Parts => [{ option: 1, share: 1, sites, ...more }];

  it("are sized each for its own peak, and waste what one site would share", () => {
    const [one, ten, hundred] = [1, 10, 100].map((sites) => composed(edge(sites)));
    const accelerators = [one, ten, hundred].map((each) => each?.figures.topologyAccelerators ?? 0);
    expect(accelerators).toEqual(accelerators.toSorted((a, b) => a - b));
    expect(hundred?.figures.poolingLoss).toBeCloseTo((accelerators[2] ?? 0) / (accelerators[0] ?? 1) - 1, 9);
    expect(hundred?.parts[0]?.traffic).toMatchObject({ requestRate: 1, peakToMean: 2 });
    const utilisation = [one, ten, hundred].map((each) => each?.figures.topologyUtilisation ?? 0);
    expect(utilisation).toEqual(utilisation.toSorted((a, b) => b - a));
  });

  it("need a spare each, and more where their own peak is higher", () => {
    const plain = composed(edge(10));
    expect(composed(edge(10, { spare: 1 })).figures.topologyReplicas).toBe(
      (plain.figures.topologyReplicas ?? 0) + 10,
    );
    expect(cost(composed(edge(10, { sitePeak: 6 })))).toBeGreaterThan(cost(plain));
  });

  it("pay for what leaves them and for their upkeep, and start later by the distance", () => {
    const plain = composed(edge(10));
    const paid = composed(edge(10, { egress: 0.09, siteCost: 500, distance: 0.05 }));
    const month = (365 / 12) * 86_400;
    expect(paid.figures.topologyEgress).toBeCloseTo(50 * month * 500 * 300 * 0.09e-9, 0);
    expect(paid.figures.topologyUpkeep).toBe(5000);
    expect(paid.figures.topologyTtft).toBeCloseTo((paid.parts[0]?.given.partTtft ?? 0) + 0.05, 9);
    expect(plain.figures.topologyEgress).toBe(0);
  });

  it("keep no goal that the network alone misses", () => {
    expect(composed(edge(2, { distance: 2.5 })).keeps).toBe("no");
  });

  it("leave less memory to requests with adapters, and refuse more of them than fit", () => {
    const adapters = (count: number): Parts => [
      { option: 1, share: 1, adapters: count, adapterSize: "400 MB" },
    ];
    expect(cost(composed(adapters(200)))).toBeGreaterThanOrEqual(cost(composed([{ option: 1, share: 1 }])));
    expect(topologies(scenarioOf(adapters(2000)), LOOKUP, MEANS)[0]?.verdict.feasible).toBe(false);
  });
});

describe("machines that are not always enough", () => {
  it("send what comes above them to the API, all of it or none at the ends", () => {
    const burst = (capacity: number) => composed([{ option: 1, share: 1, capacity }, { api: 0 }]);
    const shares = [0.5, 0.75, 0.99].map((capacity) => burst(capacity).parts[1]?.given.askedShare ?? 0);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(shares[2]).toBeLessThan(1e-3);
    const half = burst(0.5);
    const [machines, api] = half.parts;
    expect((machines?.given.askedShare ?? 0) + (api?.given.askedShare ?? 0)).toBeCloseTo(1, 9);
    expect(machines?.traffic?.requestRate).toBeCloseTo(50, 9);
    // Half of a peak that is twice the mean is the mean; the day has less than that above it.
    expect(shares[0]).toBeGreaterThan(0.1);
    expect(shares[0]).toBeLessThan(0.5);
    const tokens = 50 * (365 / 12) * 86_400 * (shares[0] ?? 0);
    expect(half.figures.topologyCharged).toBeCloseTo((tokens * (1000 * 0.6 + 500 * 0.9)) / 1e6, -1);
  });

  it("are paid while they serve: spot machines and those that stand in for them share the month", () => {
    const steady = composed([{ option: 1, share: 1 }]);
    const spot = composed([{ option: 1, share: 1, away: 0.05 }, { option: 1 }]);
    expect(spot.parts.map(({ given }) => given.timeShare)).toEqual([0.95, expect.closeTo(0.05, 12)]);
    expect(cost(spot)).toBeCloseTo(cost(steady), 6);
    expect(spot.figures.topologyTokens).toBeCloseTo(steady.figures.topologyTokens ?? 0, -6);
  });
});

describe("what must be true of a topology", () => {
  const priced = { term: "on-demand", provider: "P", asOf: "2026-05", pricePerHour: 3 };
  const offered = (area: string) => ({
    options: [{ accelerator: "nvidia-h200-sxm-141gb", tp: 2, pricePerHour: 3, offer: { ...priced, area } }],
  });

  it("rules out what stands elsewhere, and does not take for granted what nobody says", () => {
    const keeps = (parts: Parts, more: Partial<ScenarioInput>) => only(scenarioOf(parts, more, "EU")).keeps;
    const parts: Parts = [{ option: 0, share: 1 }];
    expect(keeps(parts, offered("EU"))).toBe("yes");
    expect(keeps(parts, offered("US"))).toBe("no");
    expect(keeps(parts, offered("global"))).toBe("open");
    expect(keeps([{ option: 0, share: 1, area: "EU" }], offered("US"))).toBe("yes");
  });

  it("knows no time where nobody says how fast the API answers", () => {
    const silent = composed([{ api: 0, share: 1 }]);
    expect(silent.keeps).toBe("open");
    expect(silent.figures.topologyTtft).toBeUndefined();
    expect(silent.figures.topologyCost).toBeGreaterThan(0);
    const goals = { ttft: 2, ttftAt: "p95" } as const;
    const traffic = { load: "rate", requestRate: 20, peakToMean: 2 } as const;
    const burst = (capacity: number) =>
      only(scenarioOf([{ option: 1, share: 1, capacity }, { api: 0 }], { goals, traffic }), {});
    // Of few requests that nobody knows of the percentile is known at most; of many it is not.
    expect(burst(0.97).keeps).toBe("yes");
    expect(burst(0.6).keeps).toBe("open");
    expect(burst(0.6).ttft.p95).toBeUndefined();
    const said = composed([{ api: 0, share: 1, ttft: 0.4, tpot: "20 ms" }]);
    expect(said.keeps).toBe("yes");
    expect(said.figures.topologyTtft).toBe(0.4);
  });

  it("is a traffic, and parts that are there and run", () => {
    const refusal = (scenario: ReturnType<typeof scenarioOf>) =>
      topologies(scenario, LOOKUP, MEANS)[0]?.verdict;
    expect(refusal(scenarioOf([{ option: 1, share: 1 }], { traffic: { load: "batch" } }))).toMatchObject({
      feasible: false,
      message: expect.stringMatching(/batch/),
    });
    expect(refusal(scenarioOf([{ option: 4, share: 1 }]))).toMatchObject({ feasible: false });
    const heavy = { serving: { weights: "fp32" as const } };
    expect(refusal(scenarioOf([{ option: 1, share: 1 }], heavy))).toMatchObject({ feasible: false });
  });
});
