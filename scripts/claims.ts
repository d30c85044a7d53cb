// `npm run -s claims` computes what the engine makes of every claim in data/claims and says where that differs from what
// is recorded; with --write it records it.
import { writeFileSync } from "node:fs";
import { lookupFor } from "@/app/catalog-lookup";
import { readClaims, readVerdicts } from "@/app/claims/records";
import { plansOf } from "@/lib/claims/measure";
import { type Judged, judged } from "@/lib/claims/verdict";
import { ENGINE_VERSION } from "@/lib/engine";

const DIGITS = 4;
const file = "data/claims/verdicts.toml";
const write = process.argv.includes("--write");
const verbose = process.argv.includes("--all");

const found = readClaims().map((claim) => ({ claim, judged: judged(claim, plansOf(claim, lookupFor)) }));

const rounded = (value: number | null) => (value === null ? "none" : Number(value.toPrecision(DIGITS)));
const written = (id: string, { verdict, cases }: Judged) =>
  [
    "[[claim]]",
    `id = "${id}"`,
    `verdict = "${verdict}"`,
    `case = [${cases.map(({ value, holds }) => `{ value = ${JSON.stringify(rounded(value))}, holds = ${holds} }`).join(", ")}]`,
    "",
  ].join("\n");

if (verbose)
  for (const { claim, judged: each } of found) {
    console.log(`${claim.id} ${each.verdict}: ${claim.says.slice(0, 90)}`);
    each.cases.forEach(({ value, holds }, at) => {
      const one = claim.case[at];
      console.log(
        `   ${holds ? "+" : "-"} ${one?.when}: ${one?.shows} ${rounded(value)} ${one?.unit === "1" ? "" : one?.unit}   (claimed ${one?.least ?? ""}..${one?.most ?? ""})`,
      );
    });
  }

if (write) {
  const head = `# Written by npm run claims -- --write: what the engine makes of each claim. Not by hand.\nengineVersion = "${ENGINE_VERSION}"\n\n`;
  writeFileSync(file, head + found.map(({ claim, judged: each }) => written(claim.id, each)).join("\n"));
} else {
  const before = new Map(readVerdicts().claim.map((each) => [each.id, each.verdict]));
  const moved = found.filter(({ claim, judged: { verdict } }) => before.get(claim.id) !== verdict);
  for (const { claim, judged: each } of moved)
    console.log(`${claim.id}: ${before.get(claim.id) ?? "nothing"} is recorded, ${each.verdict} is computed`);
  if (moved.length > 0) process.exitCode = 1;
}

const tally = new Map<string, number>();
for (const { judged: each } of found) tally.set(each.verdict, (tally.get(each.verdict) ?? 0) + 1);
console.log([...tally].map(([verdict, count]) => `${count} ${verdict}`).join(", "));
