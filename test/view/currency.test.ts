import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { answer } from "@/lib/engine";
import { toCsv } from "@/lib/export/csv";
import { exportCsv } from "@/lib/export/estimate-csv";
import { PLAN_TABLES } from "@/lib/export/plan-tables";
import { parseScenario } from "@/lib/scenario";
import { frontierOf, frontierTable } from "@/lib/view/frontier";
import { movedFigures, movedTable } from "@/lib/view/moved";
import { reportOf } from "@/lib/view/report";
import { columnScale, headerUnit, type Table } from "@/lib/view/table";

/** A table as its file and as its headers on the page have it. */
const tableText = (table: Table): string =>
  toCsv(table) + table.columns.map((column) => headerUnit(columnScale(table, column))).join(" ");

/** Pages of the catalog quote their sources, and forms and explanations say that they are in dollars. */
const QUOTED =
  /^(lib\/view|components)\/(catalog|claims|method|accuracy|price-book|custom|explain|prove)|claims-|planner\/(price-note|option-editor|catalog-price)/;

/** Files that draw counts and energies of whatever unit, and never an amount. */
const COUNTS: ReadonlySet<string> = new Set(["components/charts/monthly-chart.tsx"]);

const files = ["lib/view", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !QUOTED.test(file) && file !== "lib/view/currency.ts"),
);

describe("an amount of a plan", () => {
  it("is never written but in the plan's currency", () => {
    const found = files.flatMap((file) => {
      const text = readFileSync(file, "utf8");
      const written = text.match(/formatQuantity\([^)]*"USD[^)]*\)|`[^`]*\$\$\{[^`]*`/g) ?? [];
      const drawn = (text.match(/<Quantity\b[^>]*unit=(\{|"USD)[^>]*>/g) ?? []).filter(
        (each) => !each.includes("currency") && !COUNTS.has(file),
      );
      return [...written, ...drawn].map((each) => `${file}: ${each}`);
    });
    expect(found).toEqual([]);
  });

  it("is in euro in the report, in every file, on the frontier and where a plan moved", () => {
    const reading = parseScenario({
      workload: { model: "meta-llama-3.1-70b" },
      serving: { weights: "fp8" },
      traffic: { load: "rate", requestRate: 3 },
      options: [
        { accelerator: "nvidia-h100-sxm-80gb", tp: 2 },
        { accelerator: "nvidia-h200-sxm-141gb", tp: 2, pricePerHour: 3 },
      ],
      apis: [
        { model: "meta-llama-3.1-70b", provider: "P", name: "n", input: 0.6, output: 0.9, asOf: "2026-05" },
      ],
      currency: { code: "EUR", perDollar: 0.5, asOf: "2026-06", source: "A bank" },
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const { scenario } = reading;
    const lookup = lookupFor(scenario);
    const plan = answer(scenario, lookup, { simulate: false });
    const dearer = { ...scenario, options: scenario.options.map((each) => ({ ...each, pricePerHour: 9 })) };
    const texts = [
      JSON.stringify({ ...reportOf(plan, (id) => id, "2026-11-29"), options: undefined }),
      tableText(reportOf(plan, (id) => id, "2026-11-29").options),
      tableText(frontierTable(frontierOf(plan, lookup))),
      tableText(movedTable(movedFigures(plan, answer(dearer, lookup, { simulate: false })))),
      ...PLAN_TABLES.filter((each) => each !== "inputs").map((which) =>
        exportCsv(which, plan, lookup, () => undefined, "standard"),
      ),
    ];
    for (const text of texts) {
      expect(text.replace(/\S+ \(typed in US dollars\)|EUR for a US dollar/g, "")).not.toMatch(
        /\$|USD|dollar/,
      );
      expect(text).toMatch(/€|EUR/);
    }
    const [first] = plan.options;
    const report = reportOf(plan, (id) => id, "2026-11-29");
    expect(report.answer).toContain("€");
    expect(first?.figures.monthlyCost).toBeGreaterThan(0);
  });
});
