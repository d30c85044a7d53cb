// `npm run -s export -- scenario.json --out FILE.xlsx|.csv|.json` writes what the page's export does, without a browser.
import { writeFileSync } from "node:fs";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { lookupFor } from "@/app/catalog-lookup";
import { exportFile } from "@/app/service/export-file";
import { FORMATS, PROFILES } from "@/app/service/request-schemas";
import { answer, UnknownRecord } from "@/lib/engine";
import { PLAN_TABLES } from "@/lib/export/plan-tables";
import { parseScenario } from "@/lib/scenario/parse-scenario";
import { givenPath } from "./given-path";
import { givenText } from "./given-text";

const USAGE =
  "usage: npm run -s export -- scenario.json --out FILE.xlsx|FILE.csv|FILE.json [--profile standard|excel|excel-eu] [--table figures|months|inputs]";

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: "string" }, profile: { type: "string" }, table: { type: "string" } },
    });
    const [file, ...more] = positionals;
    const profile = PROFILES.find((each) => each === (values.profile ?? "standard"));
    const table = PLAN_TABLES.find((each) => each === (values.table ?? "figures"));
    if (file === undefined || more.length > 0 || values.out === undefined) return refuse(USAGE);
    return {
      file,
      out: values.out,
      profile: profile ?? refuse(`profile: expected ${PROFILES.join(", ")}`),
      table: table ?? refuse(`table: expected ${PLAN_TABLES.join(", ")}`),
    };
  } catch (error) {
    return refuse(`${(error as Error).message}\n${USAGE}`);
  }
}

const { file, out, profile, table } = asked();

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
const format =
  FORMATS.find((each) => extname(out).toLowerCase() === `.${each}`) ??
  refuse(`${out}: expected a name that ends in .xlsx, .csv or .json`);

try {
  writeFileSync(
    givenPath(out),
    await exportFile(answer(scenario, lookupFor(scenario)), format, profile, table),
  );
} catch (error) {
  if (error instanceof UnknownRecord) refuse(`${error.path}: ${error.message}`);
  throw error;
}
