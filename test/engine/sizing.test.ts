import { describe, expect, it } from "vitest";
import { type FigureId, isRefused, type Lookup, type Sized, sized } from "@/lib/engine";
import { solve } from "@/lib/engine/estimate";
import { quantityOf } from "@/lib/engine/figures";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { changedPlan, type Plan, planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "./plans";

const RATE = { load: "rate", requestRate: 12 } as const;
const USERS = { load: "users", users: 400, thinkTime: 20 } as const;
const GOALS = { ttft: 1, ttftAt: "p95", tpot: 0.05, tpotAt: "p95" } as const;

type Asked = Partial<Pick<ScenarioInput, "traffic" | "goals" | "serving" | "workload">> & { option?: object };

function plan({ option, workload, serving, ...asked }: Asked): Plan {
  const scenario = {
    workload: { model: "meta-llama-3.1-8b", inputTokens: 800, outputTokens: 300, ...workload },
    serving: { weights: "fp8", ...serving },
    options: [{ accelerator: "nvidia-h100-sxm-80gb", pricePerHour: 2, ...option }],
    ...asked,
  };
  return planOf(scenarioSchema.parse(scenario), 0);
}

function size(asked: Asked | Plan, sizing = {}, lookup: Lookup = LOOKUP): Sized {
  const found = sized("option" in asked && "finance" in asked ? asked : plan(asked as Asked), lookup, sizing);
  if (isRefused(found)) throw new Error(found.message);
  return found;
}

/** The figures of a plan at its operating point. */
function figures(asked: Asked, { patch }: Sized): (id: FigureId) => number {
  const { settled } = solve(changedPlan(plan(asked), patch), LOOKUP);
  if (!settled) throw new Error("the plan does not run");
  return (id) => settled.image.value(quantityOf(id));
}

describe("a plan that is sized for its traffic", () => {
  it.each([
    ["requests a second", { traffic: RATE }],
    ["users", { traffic: USERS }],
    [
      "requests a day",
      { traffic: { load: "requests", requestsPerDay: 500_000, peakToMean: 2, hoursPerDay: 12 } },
    ],
    ["tokens a day", { traffic: { load: "tokens", tokensPerDay: 5e8, peakToMean: 3, daysPerWeek: 5 } }],
    ["turns of a conversation", { traffic: { ...USERS, turns: 5 } }],
    ["one replica, hardly used", { traffic: { load: "rate", requestRate: 0.05 } }],
  ] as const)("serves at its peak exactly what is asked: %s", (_, asked) => {
    const found = size(asked, { simulate: false });
    const figure = figures(asked, found);
    const { peak, mean } = found.demand as { peak: number; mean: number };
    // One request at a time with pauses stands for fewer; all above serve the demand to the last digits.
    if ((found.patch.batch as number) > 1) expect(figure("requestRate") / peak).toBeCloseTo(1, 4);
    else expect(figure("requestRate")).toBeGreaterThanOrEqual(peak * 0.9999);
    expect(figure("peakDemand") / peak).toBeCloseTo(1, 4);
    expect(found.patch.utilisation as number).toBeCloseTo(figure("usedShare"), 4);
    // What is paid for and used in a month is what the month asks for.
    const month = (365 / 12) * 86_400;
    expect(figure("monthlyRequests") / (mean * figure("busyShare") * month)).toBeCloseTo(1, 4);
    expect(found.keeps).toBe(true);
  });

  it("has each user served or thinking (Little's law)", () => {
    const found = size({ traffic: USERS }, { simulate: false });
    const figure = figures({ traffic: USERS }, found);
    const served = found.replicas * (found.patch.batch as number);
    const cycle = figure("requestLatency") + USERS.thinkTime;
    expect((served / figure("requestLatency")) * cycle).toBeCloseTo(USERS.users, 1);
  });

  it("carries a conversation's history in its prompts, from the cache", () => {
    const asked = { traffic: { ...USERS, turns: 5 } } as const;
    const figure = figures(asked, size(asked, { simulate: false }));
    expect(figure("inputTokens")).toBeCloseTo(800 + 2 * 1100, 6);
    expect(figure("newTokens")).toBeCloseTo(800, 6);
    expect(figure("longestPrompt")).toBeCloseTo(800 + 4 * 1100, 6);
  });

  it("needs more replicas for stricter percentiles, burstier requests and wider lengths", () => {
    const need = (change: Asked) =>
      size({ traffic: { ...RATE, requestRate: 300 }, goals: GOALS, ...change }).replicas;
    const base = need({});
    expect(need({ goals: { ...GOALS, ttft: 0.1 } })).toBeGreaterThan(base);
    expect(need({ traffic: { ...RATE, requestRate: 300, burstiness: 6 } })).toBeGreaterThanOrEqual(base);
    // A burst hits few replicas harder than the many that share it.
    const good = (replicas: number) =>
      size({
        traffic: { ...RATE, requestRate: 300, burstiness: 6 },
        goals: { ttft: 0.8, ttftAt: "p95" },
        option: { replicas },
      }).goodRate;
    expect(good(1)).toBeLessThan(0.9 * good(8));
    const batches = { serving: { batching: "static" }, goals: {} } as const;
    const wide = need({ ...batches, workload: { outputSpread: 1.2 } as never });
    expect(wide).toBeGreaterThan(1.8 * need(batches));
    expect(need({ goals: { ...GOALS, spare: 2 } })).toBe(base + 2);
    expect(need({ goals: { ...GOALS, headroom: 0.5 } })).toBeGreaterThan(base);
  });

  it("keeps its goals with what it found, by the simulation of that point", () => {
    const found = size({ traffic: RATE, goals: GOALS, workload: { outputSpread: 1 } as never });
    expect(found.keeps).toBe(true);
    expect(found.percentiles?.ttft.p95.value).toBeLessThan(GOALS.ttft);
    expect(found.percentiles?.tpot.p95.value).toBeLessThan(GOALS.tpot);
    expect(found.rate).toBeLessThanOrEqual(found.goodRate);
    expect(found.goodRate).toBeLessThanOrEqual(found.mostRate);
  });

  it("leaves what is pinned, and says what that misses and how far", () => {
    const few = size({ traffic: { ...RATE, requestRate: 500 }, goals: GOALS, option: { replicas: 2 } });
    expect([few.replicas, few.pinned]).toEqual([2, ["replicas"]]);
    expect(few.keeps).toBe(false);
    const rate = few.missing.find(({ of }) => of === "rate");
    expect(rate?.times).toBeCloseTo(500 / (2 * few.mostRate), 6);
    const small = size({ traffic: RATE, goals: GOALS, option: { batch: 4 } });
    expect([small.patch.batch, small.pinned]).toEqual([4, ["batch"]]);
    expect(small.replicas).toBeGreaterThan(size({ traffic: RATE, goals: GOALS }).replicas);
  });

  it("says so where nothing keeps a goal, and does not pile up replicas for it", () => {
    const goals = { ttft: 0.001, ttftAt: "p99", tpot: 0.05, tpotAt: "p95" } as const;
    const hopeless = size({ traffic: RATE, goals });
    expect(hopeless.keeps).toBe(false);
    expect(hopeless.missing.map(({ of, at }) => `${of} ${at}`)).toEqual(["ttft p99"]);
    expect(hopeless.missing[0]?.times).toBeGreaterThan(5);
    expect(hopeless.replicas).toBeLessThanOrEqual(size({ traffic: RATE, goals: GOALS }).replicas);
  });

  it("holds fewer requests and needs more replicas where the cache is not paged", () => {
    const need = (cachePaging: "paged" | "contiguous") => {
      const asked: Asked = {
        traffic: { ...RATE, requestRate: 200 },
        workload: { outputSpread: 1, inputSpread: 0.5 } as never,
        serving: { cachePaging },
      };
      const found = size(asked);
      return { ...found, room: figures(asked, found)("batchCapacity") };
    };
    const [paged, contiguous] = [need("paged"), need("contiguous")];
    // 800 × 2.5 and 300 × 4 tokens are reserved where 800 and half of 300 are held.
    expect(paged.room / contiguous.room).toBeCloseTo((2000 + 1200 + 8) / (800 + 150 + 8), 1);
    expect(contiguous.replicas).toBeGreaterThan(paged.replicas);
  });

  it("fills whole nodes where a chip is let by the node only", () => {
    const lookup: Lookup = {
      ...LOOKUP,
      price: (id) => {
        const price = LOOKUP.price(id);
        return price?.market ? { ...price, market: { ...price.market, fewest: 8 } } : price;
      },
    };
    // Within one node, and over several.
    for (const times of [1, 50]) {
      const traffic = { ...RATE, requestRate: times * RATE.requestRate };
      const asked = { traffic, option: { pricePerHour: undefined, tp: 2 } };
      const alone = size(asked, { simulate: false });
      const node = size(asked, { simulate: false }, lookup);
      expect(alone.replicas > 4).toBe(times > 1);
      expect(alone.replicas % 4).not.toBe(0);
      expect(node.replicas).toBe(Math.ceil(alone.replicas / 4) * 4);
      expect(node.patch.batch as number).toBeLessThan(alone.patch.batch as number);
    }
  });

  it("has finite figures for answers of one token, and for batches as large as any", () => {
    const finite = (asked: Asked) => {
      const { patch, rate, goodRate, mostRate, percentiles } = size({ goals: GOALS, ...asked });
      const numbers = [...Object.values(patch), rate, goodRate, mostRate];
      const times = Object.values(percentiles ?? {}).flatMap((of) => Object.values(of));
      return [...numbers, ...times.flatMap(({ value, error }) => [value, error])].map(Number);
    };
    const one = finite({ traffic: RATE, workload: { inputTokens: 1, outputTokens: 1 } as never });
    const large = finite({
      traffic: { ...RATE, requestRate: 5000 },
      workload: { batch: 4096, inputTokens: 20, outputTokens: 20 } as never,
      serving: { batching: "static" },
    });
    for (const number of [...one, ...large]) expect(Number.isFinite(number)).toBe(true);
  });

  it("answers the same to the same question, and hands on the times of each request to whoever asks for them", () => {
    const asked = { traffic: RATE, goals: GOALS };
    expect(size(asked)).toEqual(size(asked));
    const { times, ...found } = size(asked, { keepTimes: true });
    expect(found).toEqual(size(asked));
    expect(times?.ttft.length).toBeGreaterThan(1000);
  });
});

describe("a plan that is asked for a batch", () => {
  it("stays at it, with the percentiles of as many people", () => {
    const found = size({ workload: { batch: 32 } as never, goals: GOALS });
    expect(found.patch).toEqual({ replicas: 1 });
    const figure = figures({ workload: { batch: 32 } as never }, found);
    expect(found.percentiles?.tpot.mean.value).toBeCloseTo(figure("tpot"), 3);
  });

  it("is refused for the same reason as without traffic", () => {
    const refused = sized(
      plan({ traffic: RATE, workload: { model: "meta-llama-3.1-405b" } as never }),
      LOOKUP,
    );
    expect(isRefused(refused) && refused.reason).toBe("memory");
  });
});
