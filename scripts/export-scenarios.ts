import fc from "fast-check";
import type { ScenarioInput } from "@/lib/scenario";

/** Random plans whose workbooks a spreadsheet program has to compute: all ways to batch, lay out, pay and ask. */

const MODELS = [
  "meta-llama-3.1-8b",
  "meta-llama-3.1-70b",
  "qwen3-32b",
  "qwen3-30b-a3b",
  "gpt-oss-120b",
  "deepseek-v3",
] as const;
const ACCELERATORS = [
  "nvidia-h100-sxm-80gb",
  "nvidia-h200-sxm-141gb",
  "nvidia-b200-sxm",
  "nvidia-a100-sxm-80gb",
  "amd-mi300x",
  "intel-gaudi3",
] as const;

const share = (...values: number[]) => fc.constantFrom(...values);

const option = fc
  .record({
    accelerator: fc.constantFrom(...ACCELERATORS),
    tp: share(1, 2, 4, 8, 8),
    pp: share(1, 1, 1, 2),
    dp: share(1, 1, 1, 4),
    replicas: share(1, 2, 3),
    prefillReplicas: share(0, 0, 0, 1),
    batching: fc.constantFrom("continuous", "continuous", "static", "dynamic", "offline"),
    weights: fc.constantFrom("bf16", "fp8", "int4-awq-g128"),
    pricePerHour: share(1.1, 2.35, 4),
    owned: fc.boolean(),
    bought: fc.boolean(),
    utilisation: share(1, 0.6, 0.25),
  })
  .map(({ owned, bought, pricePerHour, dp, ...rest }) => ({
    ...rest,
    dp,
    ep: dp,
    ...(owned ? { hardware: "owned" as const } : {}),
    ...(owned && bought ? { purchasePrice: 28_000, serverShare: 0.4 } : { pricePerHour }),
  }));

const money = fc.record(
  {
    discount: share(0.1),
    committedShare: share(0.4, 1),
    committedDiscount: share(0.35),
    committedMonths: share(12, 36),
    committedFrom: share(1, 5),
    upfrontShare: share(0, 0.3),
    spotShare: share(0.25),
    spotDiscount: share(0.6),
    interruptions: share(2),
    restartTime: share(400),
    residual: share(0.15),
    upkeep: share(0.05),
    hosting: share(120),
    staff: share(60),
    life: share(2, 4),
    costRule: fc.constantFrom("time", "ratio", "operations"),
    months: share(12, 24, 36),
    growth: share(-0.2, 0.5, 1.5),
    ramp: share(0, 6),
    seasonSwing: share(0.3),
    priceDecline: share(0.2),
    discountRate: share(0.12),
    budget: share(3e6),
    tokenPrice: share(2),
  },
  { requiredKeys: [] },
);

const traffic = fc.oneof(
  fc.constant({ load: "batch" as const }),
  fc.constant({ load: "batch" as const }),
  fc.record({ load: fc.constant("users" as const), users: share(40, 900), turns: share(1, 4) }),
  fc.record({ load: fc.constant("rate" as const), requestRate: share(0.5, 12), peakToMean: share(1, 3) }),
  fc.record({
    load: fc.constant("requests" as const),
    requestsPerDay: share(20_000),
    hoursPerDay: share(10),
  }),
  fc.record({ load: fc.constant("tokens" as const), tokensPerDay: share(2e8), daysPerWeek: share(5) }),
);

/** A deployment of these options over places, and to an API where the plan has one. */
function topology(shape: string, options: number, api: boolean) {
  const last = options > 1 ? { option: 1 } : { option: 0 };
  const elsewhere = api ? { api: 0, ttft: 0.4, tpot: 0.01 } : last;
  const parts = {
    central: [{ option: 0, share: 1, distance: 0.03, egress: 0.08 }],
    edge: [{ option: 0, share: 1, sites: 12, sitePeak: 3, spare: 1, siteCost: 900 }],
    hybrid: [
      { option: 0, share: 1, sites: 4, escalated: 0.3 },
      { ...last, distance: 0.08, egress: 0.05 },
    ],
    serverless: [elsewhere].map((part) => ({ ...part, share: 1 })),
    burst: [{ option: 0, share: 1, capacity: 1 }, elsewhere],
    tenants: [
      { option: 0, share: 0.6, sites: 5 },
      { ...last, share: 0.4 },
    ],
  }[shape];
  return { name: shape, parts: parts ?? [] };
}

/** So many scenarios as anybody may send them; the same for the same seed. */
export function randomScenarios(count: number, seed: number): ScenarioInput[] {
  const scenarios = fc.record({
    model: fc.constantFrom(...MODELS),
    inputTokens: fc.integer({ min: 50, max: 12_000 }),
    outputTokens: fc.integer({ min: 20, max: 1500 }),
    inputSpread: share(0, 0, 0.8),
    cachedPrefix: share(0, 0, 0.5),
    batch: share(1, 8, 48, 256),
    kvCache: fc.constantFrom("bf16", "fp8"),
    engine: fc.constantFrom("vllm" as const, "sglang" as const, "trtllm" as const),
    speculation: fc.constantFrom("none" as const, "none" as const, "eagle" as const),
    options: fc.array(option, { minLength: 1, maxLength: 4 }),
    money,
    traffic,
    api: fc.boolean(),
    inEuro: fc.boolean(),
    shape: fc.constantFrom("central", "edge", "hybrid", "serverless", "burst", "tenants"),
    together: fc.constantFrom("any", "any", "any", "any", "any", "static", "offline", "dynamic"),
  });
  return fc
    .sample(scenarios, { numRuns: count, seed })
    .map(({ model, options, api, inEuro, together, shape, ...each }): ScenarioInput => {
      const { inputTokens, outputTokens, inputSpread, cachedPrefix, batch, ...rest } = each;
      const { kvCache, engine, speculation, money: terms, traffic: asked } = rest;
      const sized = asked.load !== "batch";
      return {
        workload: { model, inputTokens, outputTokens, inputSpread, cachedPrefix, batch },
        serving: { kvCache, engine, speculation },
        traffic: asked,
        money: terms,
        options: options.map(({ replicas, utilisation, ...one }) => ({
          ...one,
          ...(together === "any" ? {} : { batching: together }),
          ...(sized ? {} : { replicas, utilisation }),
        })) as ScenarioInput["options"],
        ...(sized ? { topologies: [topology(shape, options.length, api)] } : {}),
        ...(inEuro
          ? { currency: { code: "EUR", perDollar: 0.8684, asOf: "2026-06", source: "Federal Reserve" } }
          : {}),
        ...(api
          ? {
              apis: [
                {
                  model,
                  provider: "One",
                  name: "m",
                  input: 0.4,
                  output: 1.6,
                  cachedInput: 0.1,
                  asOf: "2026-11",
                },
                { model, provider: "Other", name: "m", input: 0.9, output: 0.9, asOf: "2026-10" },
              ],
            }
          : {}),
      };
    });
}
