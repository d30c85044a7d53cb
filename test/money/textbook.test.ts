import { describe, expect, it } from "vitest";
import { answer, estimate } from "@/lib/engine";
import { apiBreakEven, baseDemand, type Projection, project, rateOfReturn } from "@/lib/money";
import { parseScenario, type ScenarioInput } from "@/lib/scenario";
import { billTable } from "@/lib/view/money/bill";
import { cellValue } from "@/lib/view/table";
import { LOOKUP } from "../engine/plans";

const LENGTHS = { model: "meta-llama-3.1-70b", inputTokens: 1000, outputTokens: 500 };
const H100 = { accelerator: "nvidia-h100-sxm-80gb", tp: 2, replicas: 1 } as const;

function planned(input: Partial<ScenarioInput>) {
  const reading = parseScenario({ workload: { model: "meta-llama-3.1-70b" }, options: [H100], ...input });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return estimate(reading.scenario, LOOKUP);
}
const projected = (input: Partial<ScenarioInput>) => {
  const plan = planned(input);
  return project(plan, baseDemand(plan, 0)?.requests ?? 0)[0] as Projection;
};

describe("money as textbooks have it", () => {
  it("pays a loan off in the annuity of its table: $100,000 at 12 % over 36 months take $3,321.43 a month", () => {
    const plan = planned({
      options: [{ ...H100, hardware: "owned" }],
      money: { purchasePrice: 100_000, interest: 0.12, life: 3 },
    });
    const { annuityFactor = 0, capitalHour = 0 } = plan.options[0]?.figures ?? {};
    expect(100_000 * annuityFactor).toBeCloseTo(3321.43, 2);
    expect(capitalHour * 730 * 3600).toBeCloseTo(3321.43, 2);
  });

  it("discounts a perpetual-looking rent as Excel's PV does: 24 payments of $1,000 at the start of months, 1 % each", () => {
    // PV(1%, 24, -1000, 0, 1) = 21,455.82
    const projection = projected({
      options: [{ ...H100, tp: 2, pricePerHour: 1000 / 730 / 2 }],
      money: { months: 24, discountRate: 1.01 ** 12 - 1 },
    });
    expect(projection.monthly("paid", 0)).toBeCloseTo(1000, 6);
    expect(projection.total("netPresent")).toBeCloseTo(21_455.82, 2);
  });

  it("finds the rate of Brealey and Myers's project: -4,000; 2,000; 4,000 return 28.08 %", () => {
    expect(rateOfReturn([-4000, 2000, 4000])).toBeCloseTo(0.2808, 4);
  });

  it("finds the volume at which hosting costs what an API takes", () => {
    const api = { model: "meta-llama-3.1-70b", provider: "p", name: "n", input: 1, output: 4, asOf: "2026" };
    const plan = answer(planned({ apis: [api], workload: LENGTHS }).scenario, LOOKUP, { simulate: false });
    const given = plan.apis?.[0]?.given;
    if (!given) throw new Error("an offer of the plan's model has an estimate");
    // (1,000 × 1 + 500 × 4) / 1,500 = $2 for a million: $4,000 are two billion tokens.
    expect(apiBreakEven(given, { month: 4000, tokens: 5e9 })).toBeCloseTo(2e9, 3);
    expect(apiBreakEven(given, { month: 4000, tokens: 1e9 })).toBeUndefined();
  });
});

it("returns what is left over what is paid: $1,500 charged for $1,000 are a half, and serving takes two thirds", () => {
  const plan = planned({ options: [{ ...H100, pricePerHour: 1000 / 730 / 2 }], money: { months: 12 } });
  const { monthlyInputTokens = 0, monthlyOutputTokens = 0 } = plan.options[0]?.figures ?? {};
  const tokenPrice = (1500 / (monthlyInputTokens + monthlyOutputTokens)) * 1e6;
  const charged = projected({
    options: [{ ...H100, pricePerHour: 1000 / 730 / 2 }],
    money: { months: 12, tokenPrice },
  });
  expect(charged.total("serviceReturn")).toBeCloseTo(0.5, 6);
  expect(charged.total("paidShare")).toBeCloseTo(2 / 3, 6);
});

describe("parts of amounts", () => {
  const plans: [string, Partial<ScenarioInput>][] = [
    [
      "rented on mixed terms",
      {
        money: {
          discount: 0.07,
          committedShare: 0.35,
          committedDiscount: 0.4,
          spotShare: 0.2,
          spotDiscount: 0.6,
          interruptions: 3,
          restartTime: 300,
        },
      },
    ],
    [
      "bought",
      {
        options: [{ ...H100, hardware: "owned" }],
        money: {
          purchasePrice: 31_415,
          serverShare: 0.33,
          spares: 0.05,
          residual: 0.1,
          upkeep: 0.06,
          hosting: 130,
          staff: 77,
        },
      },
    ],
    ["owned at a stated hour", { options: [{ ...H100, hardware: "owned", pricePerHour: 1.77 }] }],
  ];
  it.each(plans)("add up to the bill to the cent, %s", (_, input) => {
    const { rows } = billTable(planned(input));
    for (const row of rows) {
      const { option: _name, monthlyCost, ...parts } = row;
      const sum = Object.values(parts).reduce(
        (total: number, cell) => total + Number(cellValue(cell) ?? 0),
        0,
      );
      expect(Math.abs(sum - Number(cellValue(monthlyCost)))).toBeLessThan(0.005);
    }
  });

  it.each(plans)("of the tokens' cost add up to the bill to the cent, %s", (_, input) => {
    for (const costRule of ["time", "ratio", "operations"] as const) {
      const plan = planned({ ...input, money: { ...input.money, costRule } });
      const {
        costPerInputToken = 0,
        costPerOutputToken = 0,
        monthlyInputTokens = 0,
        monthlyOutputTokens = 0,
        monthlyCost = 0,
      } = plan.options[0]?.figures ?? {};
      const sum = costPerInputToken * monthlyInputTokens + costPerOutputToken * monthlyOutputTokens;
      expect(Math.abs(sum - monthlyCost)).toBeLessThan(0.005);
    }
  });
});

describe("a faster generation", () => {
  const grown = (more: object, option: object = {}) =>
    projected({
      options: [{ ...H100, pricePerHour: 2, ...option }],
      money: { months: 36, growth: 1, ...more },
    });
  it("serves more on each rented replica from its month on", () => {
    const [plain, faster] = [grown({}), grown({ generationGain: 1, generationMonths: 12 })];
    expect(faster.monthly("monthReplicas", 11)).toBe(plain.monthly("monthReplicas", 11));
    // Traffic doubles in a year, and so does what a replica serves.
    for (const month of [12, 24]) expect(faster.monthly("monthReplicas", month)).toBe(1);
    expect(plain.monthly("monthReplicas", 24)).toBe(4);
  });
  it("changes nothing of machines that are bought", () => {
    const owned = { hardware: "owned", pricePerHour: undefined };
    const purchase = { purchasePrice: 30_000 };
    const gain = { ...purchase, generationGain: 1, generationMonths: 12 };
    expect(grown(gain, owned).total("totalPaid")).toBe(grown(purchase, owned).total("totalPaid"));
  });
});
