// `npm run -s export -- scenario.json --out FILE.xlsx|.csv|.json` writes what the page's export does, without a browser.
import { writeFileSync } from "node:fs";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { lookupFor } from "@/app/catalog-lookup";
import { source } from "@/lib/catalog";
import { answer, UnknownRecord } from "@/lib/engine";
import { exportCsv } from "@/lib/export/estimate-csv";
import { planWorkbook } from "@/lib/export/workbook/plan-workbook";
import { writeWorkbook } from "@/lib/export/workbook/write";
import { parseScenario } from "@/lib/scenario/parse-scenario";
import { givenPath } from "./given-path";
import { givenText } from "./given-text";

const USAGE =
  "usage: npm run -s export -- scenario.json --out FILE.xlsx|FILE.csv|FILE.json [--profile standard|excel|excel-eu]";
const PROFILES = ["standard", "excel", "excel-eu"] as const;

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: "string" }, profile: { type: "string" } },
    });
    const [file, ...more] = positionals;
    const profile = PROFILES.find((each) => each === (values.profile ?? "standard"));
    if (file === undefined || more.length > 0 || values.out === undefined) return refuse(USAGE);
    return { file, out: values.out, profile: profile ?? refuse(`profile: expected ${PROFILES.join(", ")}`) };
  } catch (error) {
    return refuse(`${(error as Error).message}\n${USAGE}`);
  }
}

const { file, out, profile } = asked();

function document(): unknown {
  try {
    return JSON.parse(givenText(file));
  } catch (error) {
    return refuse(`${file}: ${(error as Error).message}`);
  }
}

const reading = parseScenario(document());
if (!reading.ok)
  refuse(reading.errors.map(({ path, message }) => `${path || "scenario"}: ${message}`).join("\n"));
const { scenario } = reading;
const lookup = lookupFor(scenario);

async function bytes(): Promise<string | Uint8Array> {
  const plan = answer(scenario, lookup);
  switch (extname(out).toLowerCase()) {
    case ".xlsx":
      return writeWorkbook(planWorkbook(plan, lookup, source, new Date()));
    case ".csv":
      return exportCsv(plan, profile);
    case ".json":
      return `${JSON.stringify(plan)}\n`;
    default:
      return refuse(`${out}: expected a name that ends in .xlsx, .csv or .json`);
  }
}

try {
  writeFileSync(givenPath(out), await bytes());
} catch (error) {
  if (error instanceof UnknownRecord) refuse(`${error.path}: ${error.message}`);
  throw error;
}
