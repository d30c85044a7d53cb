import { describe, expect, it } from "vitest";
import { estimate, explain } from "@/lib/engine";
import { toCsv } from "@/lib/export/csv";
import { applyPatch } from "@/lib/scenario";
import { compareTable } from "@/lib/view/compare";
import { cheapestOption } from "@/lib/view/headline";
import { decades } from "@/lib/view/log-axis";
import { memoryBars, memoryTable } from "@/lib/view/memory";
import { optionNames } from "@/lib/view/option-name";
import { roofline, rooflineTable } from "@/lib/view/roofline";
import { scenarioLines } from "@/lib/view/scenario-lines";
import { type Column, cellValue, columnScale } from "@/lib/view/table";
import { estimated, lookup, mixed } from "./estimates";

describe("the headline", () => {
  it("names the cheapest option that fits", () => {
    const plan = mixed();
    expect(cheapestOption(plan)).toBe(1);
    expect(plan.options[2]?.verdict.feasible).toBe(false);
    expect(cheapestOption({ ...plan, options: plan.options.slice(2) })).toBeNull();
  });
});

describe("names of options", () => {
  const h100 = "nvidia-h100-sxm-80gb";

  it("count the accelerators", () => {
    expect(optionNames(estimated([{ accelerator: h100, tp: 2, replicas: 3 }]))).toEqual([
      "6 × NVIDIA H100 SXM 80GB",
    ]);
  });

  it("count what is paid for, replicas for prompts included, runs or not", () => {
    const prompts = { accelerator: "nvidia-h200-sxm-141gb", tp: 2, dp: 2, prefillReplicas: 3 } as const;
    const plan = estimated([prompts, { ...prompts, tp: 1, dp: 1, weights: "bf16" }]);
    expect(plan.options[0]?.figures.acceleratorCount).toBe(16);
    expect(optionNames(plan)[0]).toMatch(/^16 × /);
    expect(optionNames(plan)[1]).toMatch(/^4 × /);
  });

  it("say what tells two alike apart", () => {
    const layouts = estimated([
      { accelerator: h100, tp: 4 },
      { accelerator: h100, tp: 2, replicas: 2 },
    ]);
    expect(optionNames(layouts)).toEqual([
      "4 × NVIDIA H100 SXM 80GB, TP 4",
      "4 × NVIDIA H100 SXM 80GB, TP 2",
    ]);
    const formats = estimated([
      { accelerator: h100, tp: 4 },
      { accelerator: h100, tp: 4, weights: "bf16" },
    ]);
    expect(optionNames(formats)).toEqual(["4 × NVIDIA H100 SXM 80GB, FP8", "4 × NVIDIA H100 SXM 80GB, BF16"]);
    const same = estimated([
      { accelerator: h100, tp: 4 },
      { accelerator: h100, tp: 4 },
    ]);
    expect(new Set(optionNames(same)).size).toBe(2);
  });
});

describe("tables", () => {
  it("have a cell for every column of every row, in the engine's own numbers", () => {
    const plan = mixed();
    for (const table of [compareTable(plan), memoryTable(plan), rooflineTable(plan)]) {
      for (const row of table.rows) {
        expect(Object.keys(row).sort()).toEqual(table.columns.map(({ id }) => id).sort());
        for (const { id, kind } of table.columns) {
          const value = cellValue(row[id]);
          if (value !== null)
            expect(typeof value, `${table.id}.${id}`).toBe(kind === "number" ? "number" : "string");
        }
      }
      expect(toCsv(table).split("\r\n")).toHaveLength(table.rows.length + 2);
    }
    const [first] = compareTable(plan).rows;
    expect(cellValue(first?.costPerToken)).toBe(plan.options[0]?.figures.costPerToken);
    expect(cellValue(first?.ttft)).toBe(plan.options[0]?.figures.ttft);
    // 1 J a token is 1 MJ a million, and 3.6 MJ are one kWh: on the page and in the file.
    const grid = (plan.options[0]?.figures.gridEnergyPerToken ?? Number.NaN) / 3.6;
    const column = compareTable(plan).columns.find(({ id }) => id === "gridEnergyPerToken");
    expect(columnScale(compareTable(plan), column as Column)).toMatchObject({ unit: "kWh/Mtok" });
    expect(columnScale(compareTable(plan), column as Column).text(3.6)).toMatch(/^1(\.0+)?$/);
    expect(toCsv(compareTable(plan))).toContain(`,${grid},`);
    expect(toCsv(compareTable(plan))).toContain("Energy from the grid (kWh/Mtok)");
    expect(toCsv(compareTable(plan))).toContain("Carbon per token (kgCO2e/Mtok)");
  });

  it("leave the figures of an option that does not fit empty and give its reason", () => {
    const row = compareTable(mixed()).rows[2];
    expect(row?.costPerToken).toBeNull();
    expect(row?.verdict).toMatch(/^Needs .* has /);
  });
});

describe("memory bars", () => {
  it("lie end to end and never start before the last one ends", () => {
    for (const { segments } of memoryBars(mixed())) {
      let end = 0;
      for (const { start, width } of segments) {
        expect(start).toBeCloseTo(end, 12);
        end = start + width;
      }
      expect(end).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it("begin with the weights, whatever the engine's order", () => {
    for (const { segments } of memoryBars(mixed())) expect(segments[0]?.part).toBe("weights");
  });
});

it("a roof reaches its peak rate where the bandwidth does", () => {
  for (const { option, roof } of roofline(mixed())?.series ?? []) {
    const { peakCompute = 0, hbmBandwidth = 0 } = mixed().options[option]?.figures ?? {};
    const [start, knee, end] = roof;
    expect(start?.rate).toBeCloseTo(hbmBandwidth * (start?.intensity ?? 0), -3);
    expect(knee?.rate).toBe(peakCompute);
    expect(end?.rate).toBe(peakCompute);
    expect((knee?.intensity ?? 0) * hbmBandwidth).toBeCloseTo(peakCompute, -3);
  }
});

it("an operator under the roof does its operations in its time", () => {
  const plan = mixed();
  for (const { option, points } of roofline(plan)?.series ?? []) {
    expect(points.length).toBeGreaterThan(0);
    for (const { id, intensity, rate, time } of points) {
      const operator = plan.options[option]?.operators.find((each) => each.id === id);
      expect(rate * time).toBeCloseTo(operator?.flops ?? Number.NaN, -3);
      expect(rate / intensity).toBeCloseTo((operator?.bytes ?? Number.NaN) / time, -3);
    }
  }
});

it("ticks of a logarithmic axis are the powers of ten between its bounds", () => {
  expect(decades([0.1, 1000])).toEqual([0.1, 1, 10, 100, 1000]);
});

it("the assumptions of a plan are said in words and units", () => {
  const { scenario } = mixed();
  const lines = new Map(
    scenarioLines(scenario, (id) => id.toUpperCase()).map(({ label, text }) => [label, text]),
  );
  expect(lines.get("Model")).toBe("META-LLAMA-3.1-70B");
  expect(lines.get("Input tokens")).toBe("1,000 tok");
  expect(lines.get("Memory fraction")).toBe("90 %");
  expect(lines.get("Engine")).toBe("vLLM");
});

describe("a number of a table that can be explained is explained", () => {
  const plans = (["continuous", "static"] as const).map((batching) =>
    estimate(applyPatch(mixed().scenario, { serving: { batching } }), lookup),
  );

  it.each(plans)("as the number it is", (plan) => {
    let explained = 0;
    for (const table of [compareTable(plan), memoryTable(plan), rooflineTable(plan)]) {
      for (const cell of table.rows.flatMap((row) => Object.values(row))) {
        if (typeof cell !== "object" || cell === null) continue;
        explained += 1;
        const found = explain(plan.scenario, lookup, cell.option, cell.address);
        expect(found?.value, `${table.id} ${cell.address}`).toBeCloseTo(cell.value, 3);
      }
    }
    expect(explained).toBeGreaterThan(50);
  });

  it("of every operator, by its own time", () => {
    for (const row of rooflineTable(mixed()).rows)
      expect(row.time).toMatchObject({ address: expect.stringMatching(/^operatorTime@.*#/) });
  });

  it("even of an option that does not fit, where its memory is concerned", () => {
    expect(memoryTable(mixed()).rows[2]?.weights).toMatchObject({ option: 2, address: "weightBytes" });
  });
});
