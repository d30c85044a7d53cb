import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { csvLines } from "@/lib/csv/lines";

/** LibreOffice as a calculator of workbooks, with a profile of its own in which everything is computed anew. */

/** Every sheet as comma-separated values, with all digits. */
const FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
/** Recalculate always, whatever the file says its cells came to. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** The version of the LibreOffice on this machine; undefined where there is none. */
export function spreadsheetVersion(): string | undefined {
  const { status, stdout } = spawnSync("soffice", ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Computes the workbooks `NAME.xlsx` of a folder. Throws with what the program said where it writes no sheets. */
export function calculate(folder: string, names: readonly string[]): void {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), ALWAYS);
  const files = names.map((name) => join(folder, `${name}.xlsx`));
  const { status, stderr } = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=file://${profile}`,
      "--headless",
      "--convert-to",
      FILTER,
      "--outdir",
      folder,
      ...files,
    ],
    { encoding: "utf8", timeout: 500_000 },
  );
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
}

/** The cells of a computed sheet as text, by row and column. */
export function calculatedSheet(folder: string, name: string, sheet: string): string[][] {
  const text = readFileSync(join(folder, `${name}-${sheet}.csv`), "utf8");
  return csvLines(text, Papa.parse, ",").lines.map(({ cells }) => [...cells]);
}
