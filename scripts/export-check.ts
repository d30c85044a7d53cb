// `npm run -s export:check` lets LibreOffice compute the workbooks of random plans, written without the values of their
// formulas, and compares every number with the application's; then edits inputs and compares again with the plans that
// say so. Each file is read by the rules of its standard too, and by the limits that Excel documents. `--plans N` and `--seed N` choose others. Takes LibreOffice's soffice.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { lookupFor } from "@/app/catalog-lookup";
import { source } from "@/lib/catalog";
import { answer, type Estimate, topologies } from "@/lib/engine";
import type { Book } from "@/lib/export/workbook/book";
import { planWorkbook } from "@/lib/export/workbook/plan-workbook";
import { writeWorkbook } from "@/lib/export/workbook/write";
import type { ScenarioInput } from "@/lib/scenario";
import { parseScenario } from "@/lib/scenario/parse-scenario";
import { type Edit, edits, withEdits } from "./export-edits";
import { randomScenarios } from "./export-scenarios";
import { calculate, calculatedSheet, spreadsheetVersion } from "./spreadsheet";
import { workbookFaults } from "./xlsx/workbook-rules";

const CLOSE = 1e-9;
const { values } = parseArgs({ options: { plans: { type: "string" }, seed: { type: "string" } } });
const count = Number(values.plans ?? 20);
const seed = Number(values.seed ?? 1);

const version = spreadsheetVersion();
if (!version) {
  console.error("There is no soffice on this machine: install LibreOffice's Calc to run this check.");
  process.exit(1);
}

/** A plan's workbook, or why there is none. Every third plan that is sized is simulated too. */
function bookOf(input: ScenarioInput, simulate: boolean): { plan: Estimate; book: Book } | string {
  const reading = parseScenario(input);
  if (!reading.ok) return reading.errors.map(({ path, message }) => `${path}: ${message}`).join("; ");
  const lookup = lookupFor(reading.scenario);
  const answered = answer(reading.scenario, lookup, { simulate });
  const plan = { ...answered, topologies: topologies(reading.scenario, lookup, { simulate }) };
  if (!plan.options.some(({ verdict }) => verdict.feasible)) return "no option runs";
  return { plan, book: planWorkbook(plan, lookup, source, new Date("2026-11-28")) };
}

const DRAWN_COLUMNS = /^Paid so far, (low|high)/;

interface Compared {
  cells: number;
  worst: number;
  readonly wrong: string[];
}

/** Compares computed sheets with the values that a book says; `only` leaves out other sheets. */
function compare(name: string, folder: string, book: Book, only?: ReadonlySet<string>): Compared {
  const found: Compared = { cells: 0, worst: 0, wrong: [] };
  for (const { name: sheet, rows } of book.sheets) {
    if (only && !only.has(sheet)) continue;
    const computed = calculatedSheet(folder, name, sheet);
    // How far the low and the high case lie was drawn for the plan: after an edit the application draws it anew.
    const drawn = only && sheet === "Months" ? DRAWN_COLUMNS : /^$/;
    const isDrawn = rows[0]?.map((head) => drawn.test(String(head?.value))) ?? [];
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell?.formula === undefined || isDrawn[c]) return;
        const text = computed[r]?.[c] ?? "";
        found.cells++;
        if (typeof cell.value === "boolean") {
          if (text !== String(cell.value).toUpperCase())
            found.wrong.push(`${name} ${sheet} ${r + 1},${c + 1}: ${text}`);
          return;
        }
        const [is, should] = [Number(text), cell.value as number];
        const off = Math.abs(is - should) / Math.max(Math.abs(should), Number.MIN_VALUE);
        if (text === "" || Number.isNaN(off) || off > CLOSE)
          found.wrong.push(
            `${name} ${sheet} ${row[0]?.value} ${r + 1},${c + 1}: ${text} instead of ${should}`,
          );
        else found.worst = Math.max(found.worst, off);
      });
    });
  }
  return found;
}

const folder = mkdtempSync(join(tmpdir(), "workbooks-"));
mkdirSync(folder, { recursive: true });
const repairs: string[] = [];
async function write(name: string, book: Book) {
  writeFileSync(join(folder, `${name}.xlsx`), await writeWorkbook(book, { cached: false }));
  // The file that people get has the values too.
  repairs.push(...workbookFaults(await writeWorkbook(book)).map((fault) => `${name}: ${fault}`));
}

interface Asked {
  readonly name: string;
  readonly book: Book;
  readonly only?: ReadonlySet<string>;
  readonly edit?: Edit;
}

const asked: Asked[] = [];
const kinds = new Map<string, number>();
const tally = (kind: string) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
const TOPOLOGY_SHEETS = [
  "Topologies",
  "TopologyMoney",
  "TopologyMonths",
  "SiteModel",
  "SiteMoney",
  "SiteMonths",
];
const MONEY = new Set(["Summary", "Model", "Money", "Projection", "API", "Months", ...TOPOLOGY_SHEETS]);
const skipped: string[] = [];

for (const [index, input] of randomScenarios(count * 2, seed).entries()) {
  if (asked.filter(({ edit }) => !edit).length >= count) break;
  const made = bookOf(input, index % 3 === 0);
  if (typeof made === "string") {
    skipped.push(made);
    continue;
  }
  const name = `plan${index}`;
  await write(name, made.book);
  asked.push({ name, book: made.book });
  tally(`asked by ${made.plan.scenario.traffic.load}`);
  if (made.plan.scenario.apis) tally("with APIs");
  for (const { name: shape, verdict } of made.plan.topologies ?? [])
    tally(`topology ${shape}${verdict.feasible ? "" : " that cannot run"}`);
  for (const { verdict, operation, option } of made.plan.options) {
    if (!verdict.feasible) continue;
    tally("options");
    tally(option.batching ?? "continuous");
    tally(option.hardware ?? "rented");
    if (option.tp > 1) tally("tensor parallel");
    if (option.pp > 1) tally("in stages");
    if (option.dp > 1) tally("with attention ranks");
    if (option.prefillReplicas > 0) tally("with replicas for prompts");
    if (operation?.percentiles) tally("simulated");
  }
  for (const edit of edits(made.plan.scenario)) {
    const changed = bookOf(edit.changed(input), index % 3 === 0);
    if (typeof changed === "string") continue;
    const edited = `${name}-${edit.name}`;
    await write(edited, withEdits(made.book, edit));
    asked.push({ name: edited, book: changed.book, only: MONEY, edit });
    tally(`edited ${edit.name}`);
  }
}

const begun = performance.now();
calculate(
  folder,
  asked.map(({ name }) => name),
);
const seconds = (performance.now() - begun) / 1000;

let [cells, worst] = [0, 0];
const wrong: string[] = [];
for (const { name, book, only, edit } of asked) {
  const found = compare(name, folder, book, edit?.locked ? new Set() : only);
  const stands = calculatedSheet(folder, name, "Checks")[0]?.[5];
  if (stands !== (edit?.locked ? "FALSE" : "TRUE"))
    found.wrong.push(`${name} Checks says ${stands} of what was solved`);
  cells += found.cells;
  worst = Math.max(worst, found.worst);
  wrong.push(...found.wrong);
}
console.log(
  `${version.split(" ").slice(0, 2).join(" ")}, seed ${seed}: ${asked.length} workbooks in ${seconds.toFixed(1)} s`,
);
console.log([...kinds].map(([kind, times]) => `${times} ${kind}`).join(", "));
console.log(`${cells} formula cells compared, largest relative difference ${worst.toExponential(1)}`);
console.log(`${wrong.length} differ by more than ${CLOSE}`);
const byBook = new Map<string, string[]>();
for (const line of wrong)
  byBook.set(line.split(" ")[0] ?? "", [...(byBook.get(line.split(" ")[0] ?? "") ?? []), line]);
console.log(`${repairs.length} faults by the standard's rules and Excel's limits`);
for (const fault of repairs.slice(0, 20)) console.log(`  ${fault}`);
for (const [name, lines] of byBook)
  console.log(
    `  ${name}: ${lines.length}\n${lines
      .slice(0, 5)
      .map((line) => `    ${line}`)
      .join("\n")}`,
  );
if (process.env.KEEP) console.log(folder);
else rmSync(folder, { recursive: true });
if (wrong.length + repairs.length > 0) process.exitCode = 1;
