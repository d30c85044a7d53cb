import { readFileSync } from "node:fs";
import { readMeasurements } from "@/lib/accuracy/measurement";
import { type Answer, answerAll } from "@/lib/accuracy/predict";
import { errorsOf } from "@/lib/accuracy/statistics";
import { catalogLookup, catalogNames } from "./catalog-lookup";

/** Compares the planner with a table of measurements: npm run -s validate -- FILE.csv [--json] */
const [file, flag] = process.argv.slice(2);
if (!file || (flag !== undefined && flag !== "--json")) {
  console.error("usage: npm run -s validate -- FILE.csv [--json]");
  process.exit(1);
}

let csv: string;
try {
  csv = readFileSync(file, "utf8");
} catch (error) {
  console.error(`${file}: ${(error as Error).message}`);
  process.exit(1);
}
const { rows, unreadable } = readMeasurements(csv);
const answers = answerAll(rows, catalogLookup, catalogNames);

if (flag === "--json") {
  const known = answers.map(({ row: { id, metric, value }, predicted, reason }) => ({
    id,
    metric,
    measured: value,
    predicted,
    reason,
  }));
  const rest = unreadable.map(({ id, message }) => ({
    id,
    metric: null,
    measured: null,
    predicted: null,
    reason: message,
  }));
  process.stdout.write(`${JSON.stringify({ rows: [...known, ...rest] })}\n`);
} else {
  report(answers);
  for (const { line, id, message } of unreadable) console.log(`line ${line} (${id}): not read: ${message}`);
}

type Answered = Answer & { predicted: number };

function report(all: readonly Answer[]): void {
  const answered = all.filter((answer): answer is Answered => answer.predicted !== null);
  const groups = new Map<string, Answered[]>();
  for (const answer of answered) {
    const { metric, accelerator, engine } = answer.row;
    const key = `${metric.padEnd(34)}${accelerator.padEnd(32)}${engine}`;
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  console.log(
    `${"metric".padEnd(34)}${"accelerator".padEnd(32)}${"engine".padEnd(14)} cases  MAPE  median  ±25%   bias`,
  );
  for (const [key, group] of [...groups].sort(([a], [b]) => a.localeCompare(b))) line(key, group);
  if (answered.length > 0) line("overall", answered);
  const reasons = new Map<string, number>();
  for (const { predicted, reason } of all)
    if (predicted === null) reasons.set(reason ?? "", (reasons.get(reason ?? "") ?? 0) + 1);
  console.log(`\nanswered ${answered.length} of ${all.length} measurements`);
  for (const [reason, count] of reasons) console.log(`${String(count).padStart(5)} × ${reason}`);
}

function line(label: string, group: readonly Answered[]): void {
  const { cases, mape, median, within25, bias } = errorsOf(
    group.map(({ predicted, row }) => predicted / row.value),
  );
  const percent = (share: number) => (share * 100).toFixed(1).padStart(7);
  console.log(
    `${label.padEnd(80)}${String(cases).padStart(6)}${percent(mape)}${percent(median)}${percent(within25)}${percent(bias)}`,
  );
}
