import { describe, expect, it } from "vitest";
import { source } from "@/lib/catalog";
import { catalogLookup } from "@/lib/catalog/lookup";
import { answer, type Estimate } from "@/lib/engine";
import type { Book, BookSheet } from "@/lib/export/workbook/book";
import { planWorkbook } from "@/lib/export/workbook/plan-workbook";
import { baseDemand, type Projection, project, projectTopology } from "@/lib/money";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { rentOrBuy } from "@/lib/view/money/rent-or-buy";
import { SheetEngine } from "./sheet-engine";

const lookup = catalogLookup();
const H100 = { accelerator: "nvidia-h100-sxm-80gb", tp: 2, replicas: 1 };

function made(changes: Partial<ScenarioInput> = {}): { plan: Estimate; book: Book } {
  const scenario = scenarioSchema.parse({
    workload: { model: "meta-llama-3.1-70b", inputTokens: 1000, outputTokens: 500, batch: 32 },
    traffic: { load: "batch" },
    serving: { weights: "fp8", kvCache: "fp8" },
    options: [H100],
    ...changes,
  });
  const plan = answer(scenario, lookup);
  return { plan, book: planWorkbook(plan, lookup, source, new Date("2026-11-28")) };
}

const sheet = ({ sheets }: Book, name: string) => sheets.find((each) => each.name === name) as BookSheet;
/** The address of a quantity's cell for the option at `index`. */
function cell(book: Book, name: "Model" | "Inputs" | "Money", id: string, index = 0): string {
  const rows = sheet(book, name).rows;
  const column = name === "Inputs" ? 3 : 3 + index;
  const idColumn = name === "Inputs" ? 1 : 0;
  const found = rows.flatMap((row, at) => (row[idColumn]?.value === id ? [at] : []));
  const row = found[name === "Inputs" ? index : 0];
  if (row === undefined) throw new Error(`${name} has no ${id}`);
  return `${name}!$${String.fromCharCode(65 + column)}$${row + 1}`;
}

const OVER_PLACES: Partial<ScenarioInput> = {
  traffic: { load: "rate", requestRate: 8, peakToMean: 2 },
  finance: { electricityPrice: 0.12 },
  options: [
    { accelerator: "nvidia-h100-sxm-80gb", tp: 2, pricePerHour: 4 },
    { accelerator: "nvidia-h100-sxm-80gb", tp: 2, hardware: "owned", purchasePrice: 30_000 },
  ],
  apis: [{ model: "meta-llama-3.1-70b", provider: "P", name: "n", input: 0.6, output: 0.9, asOf: "2026-05" }],
  money: { months: 12, growth: 0.3, priceDecline: 0.1 },
  topologies: [
    { name: "Edge, rest owned", parts: [{ option: 0, share: 1, sites: 3, capacity: 0.6 }, { option: 1 }] },
    { name: "Burst", parts: [{ option: 1, share: 1, capacity: 0.5, egress: 0.08 }, { api: 0 }] },
  ],
};

const PLANS: [string, Partial<ScenarioInput>][] = [
  [
    "a plan that is sized for its users",
    {
      traffic: { load: "users", users: 500 },
      goals: { ttft: 2, ttftAt: "p95" },
      options: [{ ...H100, replicas: undefined }],
    },
  ],
  ["a dense model on two chips", {}],
  [
    "options that differ in everything",
    {
      options: [
        { ...H100, tp: 4, pp: 2, replicas: 3 },
        { accelerator: "nvidia-h200-sxm-141gb", model: "deepseek-v3", weights: "fp8-block", tp: 8, ep: 8 },
        { accelerator: "amd-mi300x", batching: "static", batch: 8 },
        { ...H100, tp: 1 },
        { accelerator: "nvidia-h200-sxm-141gb", tp: 2, prefillReplicas: 1, speculation: "eagle" },
        { accelerator: "nvidia-h200-sxm-141gb", tp: 2, batching: "offline" },
      ],
    },
  ],
  ["deployments over several places, owned in part, with months", OVER_PLACES],
  [
    "hardware that is owned, with a price of its own",
    { options: [{ ...H100, pricePerHour: 2 }], finance: { hardware: "owned", utilisation: 0.5 } },
  ],
];

describe.each(PLANS)("the workbook of %s", (_, changes) => {
  const { plan, book } = made(changes);
  const engine = new SheetEngine(book);

  it("computes every figure of every option as the engine does", () => {
    for (const [index, { figures }] of plan.options.entries())
      for (const [id, value] of Object.entries(figures)) {
        const found = engine.get(cell(book, "Model", id, index)) as number;
        expect(Math.abs(found - value), `${id} of option ${index}`).toBeLessThanOrEqual(
          1e-9 * Math.abs(value),
        );
      }
  });

  it("has no figure where the engine has none", () => {
    for (const row of sheet(book, "Model").rows.slice(1))
      for (const [index, { figures }] of plan.options.entries())
        if (row[3 + index]) expect(figures).toHaveProperty(row[0]?.value as string);
  });

  it("shows in every cell what its formula gives, in a place of its own", () => {
    for (const { name, rows } of book.sheets)
      for (const [r, row] of rows.entries())
        for (const [c, each] of row.entries()) {
          if (each?.formula === undefined) continue;
          const letters =
            (c >= 26 ? String.fromCharCode(64 + Math.floor(c / 26)) : "") +
            String.fromCharCode(65 + (c % 26));
          const found = engine.get(`${name}!$${letters}$${r + 1}`);
          if (typeof each.value === "boolean") expect(found, `${name} ${letters}${r + 1}`).toBe(each.value);
          else
            expect(
              Math.abs(Number(found) - (each.value as number)),
              `${name} ${letters}${r + 1}`,
            ).toBeLessThanOrEqual(1e-9 * Math.abs(each.value as number));
        }
  });

  it("holds all its checks", () => {
    expect(engine.get("Checks!$F$1")).toBe(true);
  });
});

describe("an edit in the workbook", () => {
  it("of a price changes the costs as the application does", () => {
    const { book } = made({ options: [{ ...H100, pricePerHour: 4 }] });
    const engine = new SheetEngine(book);
    engine.set(cell(book, "Inputs", "listedHour"), 3 / 3600);
    const { plan } = made({ options: [{ ...H100, pricePerHour: 3 }] });
    for (const id of ["costPerToken", "monthlyCost", "costPerOutputToken"] as const) {
      const found = engine.get(cell(book, "Model", id)) as number;
      expect(found / (plan.options[0]?.figures[id] as number)).toBeCloseTo(1, 9);
    }
  });

  it("of the utilisation too", () => {
    const { book } = made();
    const engine = new SheetEngine(book);
    engine.set(cell(book, "Inputs", "utilisation"), 0.4);
    const { plan } = made({ finance: { utilisation: 0.4 } });
    const found = engine.get(cell(book, "Model", "costPerToken")) as number;
    expect(found / (plan.options[0]?.figures.costPerToken as number)).toBeCloseTo(1, 9);
  });

  it("of what the plan was solved for turns the checks false", () => {
    for (const id of ["turnTokens", "concurrency", "tensorParallel", "memoryFraction"]) {
      const { book } = made();
      const engine = new SheetEngine(book);
      const at = cell(book, "Inputs", id);
      engine.set(at, (engine.get(at) as number) * 2);
      expect(engine.get("Checks!$F$1"), id).toBe(false);
    }
  });

  it("is offered only for inputs that no search reads", () => {
    const { book } = made();
    const editable = sheet(book, "Inputs").rows.filter((row) => row[3]?.look === "input");
    const ids = editable.map((row) => row[1]?.value);
    expect(ids).toContain("utilisation");
    expect(ids).not.toContain("turnTokens");
    expect(ids).not.toContain("tensorParallel");
  });
});

describe("the months of the workbook", () => {
  const options = [{ ...H100, pricePerHour: 4, replicas: 2 }];
  const total = (plan: Estimate) => {
    const projection = project(plan, baseDemand(plan, 0)?.requests ?? 0)[0] as Projection;
    return { totalPaid: projection.total("totalPaid"), netPresent: projection.total("netPresent") };
  };
  const edited = (sheetName: "Inputs" | "Money", id: string, value: number) => {
    const { book } = made({ options, money: { growth: 0.3, priceDecline: 0.1, discountRate: 0.08 } });
    const engine = new SheetEngine(book);
    engine.set(cell(book, sheetName, id), value);
    return {
      totalPaid: engine.get(cell(book, "Money", "totalPaid")) as number,
      netPresent: engine.get(cell(book, "Money", "netPresent")) as number,
    };
  };
  const planned = (changes: Partial<ScenarioInput>) =>
    total(made({ options, money: { growth: 0.3, priceDecline: 0.1, discountRate: 0.08 }, ...changes }).plan);
  const same = (found: Record<string, number>, wanted: Record<string, number>) => {
    for (const [id, value] of Object.entries(wanted))
      expect((found[id] as number) / value, id).toBeCloseTo(1, 9);
  };

  it("follow an edited price as the application does", () => {
    const pricier = { options: [{ ...H100, pricePerHour: 5, replicas: 2 }] };
    same(edited("Inputs", "listedHour", 5 / 3600), planned(pricier));
  });

  it("follow an edited growth, decline and discount rate", () => {
    const money = { growth: 0.3, priceDecline: 0.1, discountRate: 0.08 };
    same(edited("Money", "yearlyGrowth", 0.6), planned({ money: { ...money, growth: 0.6 } }));
    same(edited("Money", "yearlyDecline", 0.25), planned({ money: { ...money, priceDecline: 0.25 } }));
    same(edited("Money", "discountRate", 0.02), planned({ money: { ...money, discountRate: 0.02 } }));
  });

  it("of topologies follow an edit of prices, electricity and growth as the application does", () => {
    const total = (of: Estimate) =>
      (of.topologies ?? []).map((topology) => {
        const found = projectTopology(of.scenario, topology, lookup);
        if (typeof found === "string") throw new Error(found);
        return found.total("topologyPaidTotal");
      });
    const { book } = made(OVER_PLACES);
    const engine = new SheetEngine(book);
    for (const index of [0, 1]) {
      engine.set(cell(book, "Money", "yearlyGrowth", index), 0.7);
      engine.set(cell(book, "Inputs", "electricityPrice", index), 0.3 / 3.6e6);
    }
    engine.set(cell(book, "Inputs", "listedHour"), 3 / 3600);
    const { plan } = made({
      ...OVER_PLACES,
      finance: { electricityPrice: 0.3 },
      money: { ...OVER_PLACES.money, growth: 0.7 },
      options: OVER_PLACES.options?.map((option, index) =>
        index === 0 ? { ...option, pricePerHour: 3 } : option,
      ) as ScenarioInput["options"],
    });
    const rows = sheet(book, "TopologyMoney").rows;
    const row = rows.findIndex((each) => each[0]?.value === "topologyPaidTotal") + 1;
    for (const [index, value] of total(plan).entries()) {
      const at = `TopologyMoney!$${String.fromCharCode(68 + index)}$${row}`;
      expect((engine.get(at) as number) / value, at).toBeCloseTo(1, 9);
    }
  });

  it("have a line a month for each option that is projected, dated where the plan is", () => {
    const { book } = made({
      options: [...options, { ...H100, tp: 1, weights: "bf16" }],
      money: { months: 24, startYear: 2027, startMonth: 3 },
    });
    const rows = sheet(book, "Projection").rows.slice(1);
    expect(rows).toHaveLength(24);
    expect(rows[0]?.[0]?.value).toEqual(new Date("2027-03-01T00:00:00Z"));
    expect(rows[23]?.[0]?.value).toEqual(new Date("2029-02-01T00:00:00Z"));
  });
});

describe("renting against buying in the workbook", () => {
  const options = [{ ...H100, pricePerHour: 4 }, H100];
  const { plan, book } = made({ options, finance: { electricityPrice: 0.1 } });
  const rows = sheet(book, "RentOrBuy").rows;

  it("has what the application found, and stands until an input of that option is edited", () => {
    const demand = baseDemand(plan, 0)?.requests ?? 0;
    for (const index of [0, 1]) {
      const found = rentOrBuy(plan, index, lookup, demand);
      const values = rows[3 + index]?.slice(1, 9).map((each) => each?.value);
      expect(found && [found.month, ...found.cases.month, found.cases.paying]).toEqual(values?.slice(0, 4));
      expect(found && [found.saved, ...found.cases.saved, found.yearlyReturn]).toEqual(values?.slice(4));
      expect(found?.cases.month[0]).toBeLessThan(found?.month ?? 0);
    }
    const engine = new SheetEngine(book);
    engine.set(cell(book, "Money", "yearlyGrowth"), 0.5);
    expect([engine.get("RentOrBuy!$M$4"), engine.get("RentOrBuy!$M$5")]).toEqual([false, true]);
  });
});

describe("a text that a person typed", () => {
  it("is a text in the workbook, whatever it begins with", () => {
    for (const name of ["=1+1", "@SUM(A1)", "+1", "-1", "＝1"]) {
      const { book } = made({ name });
      expect(sheet(book, "Summary").rows[0]?.[0]).toEqual({ value: name, look: "title" });
    }
  });
});
