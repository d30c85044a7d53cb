import { isKnownEngine, readMeasurements, type Unreadable } from "@/lib/accuracy/measurement";
import { type Answer, answerAll } from "@/lib/accuracy/predict";
import { errorsOf } from "@/lib/accuracy/statistics";
import { catalogLookup, catalogNames } from "./catalog-lookup";
import { givenText } from "./given-text";

/** Compares the planner with a table of measurements: npm run -s validate -- FILE.csv [--json] */
const given = process.argv.slice(2);
const asJson = given.includes("--json");
const [file, ...more] = given.filter((each) => each !== "--json");
if (file === undefined || file.startsWith("--") || more.length > 0) {
  console.error("usage: npm run -s validate -- FILE.csv [--json]");
  process.exit(1);
}

let csv: string;
try {
  csv = givenText(file);
} catch (error) {
  console.error(`${file}: ${(error as Error).message}`);
  process.exit(1);
}
const { rows, unreadable, missing } = readMeasurements(csv);
if (missing.length > 0) {
  console.error(`${file}: the first line needs the columns ${missing.join(", ")}, which it lacks`);
  process.exit(1);
}
if (rows.length + unreadable.length === 0) {
  console.error(`${file}: there is no measurement below the headings`);
  process.exit(1);
}
const answers = answerAll(rows, catalogLookup, catalogNames);

if (asJson) {
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
  report(answers, unreadable);
}

type Answered = Answer & { predicted: number };

function report(all: readonly Answer[], unread: readonly Unreadable[]): void {
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
  console.log(`\nanswered ${answered.length} of ${all.length + unread.length} measurements`);
  tally(all.flatMap(({ predicted, reason }) => (predicted === null ? [reason ?? ""] : [])));
  for (const { line, id, message } of unread) console.log(`line ${line} (${id}): not read: ${message}`);
  const strange = answered.map(({ row }) => row.engine).filter((engine) => !isKnownEngine(engine));
  tally(
    strange.map((engine) => `engine ${engine} is not known here: answered with an average one's overheads`),
  );
}

/** Each text once, with how often it comes. */
function tally(texts: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const [text, count] of counts) console.log(`${String(count).padStart(5)} × ${text}`);
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
