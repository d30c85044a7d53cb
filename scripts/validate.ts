import { parseArgs } from "node:util";
import { arrivalsOf } from "@/lib/accuracy/arrivals";
import { isKnownEngine, type Unreadable } from "@/lib/accuracy/measurement";
import { type Answer, answerAll } from "@/lib/accuracy/predict";
import { errorsOf } from "@/lib/accuracy/statistics";
import { anchorRemarks, strangeValues } from "@/lib/measure/anchor-remarks";
import { answerAnchored } from "@/lib/measure/anchored";
import { catalogNames, pointRecords, wholeLookup } from "./catalog-lookup";
import { givenTable, notRead } from "./given-table";

/**
 * Compares the planner with a table of measurements: npm run -s validate -- FILE.csv [--anchors ANCHORS.csv] [--json].
 * With anchors, a table of the same shape, each deployment is corrected by its own rows of them first.
 */
const USAGE = "usage: npm run -s validate -- FILE.csv [--anchors ANCHORS.csv] [--json]";
const { file, anchorFile, asJson } = asked();
const { rows, unreadable } = givenTable(file);
const anchors = anchorFile === undefined ? undefined : givenTable(anchorFile);
const answers = anchors
  ? answerAnchored(rows, anchors.rows, wholeLookup, catalogNames, pointRecords)
  : answerAll(rows, wholeLookup, catalogNames);
for (const row of anchors?.unreadable ?? []) console.error(`${anchorFile}: ${notRead(row)}`);
const alone = anchors ? answerAll(anchors.rows, wholeLookup, catalogNames) : [];
for (const remark of [...strangeValues(alone), ...(anchors ? anchorRemarks(rows, anchors.rows) : [])])
  console.error(`${anchorFile}: ${remark}`);
// What anchors correct is compared with what was measured already.
if (!anchors) for (const remark of strangeValues(answers)) console.error(`${file}: ${remark}`);

if (asJson) {
  const known = answers.map(({ row: { id, metric, value }, predicted, reason }) => ({
    id,
    metric,
    measured: value,
    predicted,
    reason,
  }));
  const rest = unreadable.map(({ id, line, message }) => ({
    id,
    metric: null,
    measured: null,
    predicted: null,
    reason: `line ${line}: ${message}`,
  }));
  process.stdout.write(`${JSON.stringify({ rows: [...known, ...rest] })}\n`);
} else {
  report(answers, unreadable);
}

/** What the command line asks for; ends the command with its usage when that is not clear. */
function asked(): { file: string; anchorFile: string | undefined; asJson: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { anchors: { type: "string" }, json: { type: "boolean" } },
    });
    const [only, ...more] = positionals;
    if (only !== undefined && more.length === 0)
      return { file: only, anchorFile: values.anchors, asJson: values.json ?? false };
  } catch (error) {
    console.error((error as Error).message);
  }
  console.error(USAGE);
  process.exit(1);
}

type Answered = Answer & { predicted: number };

function report(all: readonly Answer[], unread: readonly Unreadable[]): void {
  const answered = all.filter((answer): answer is Answered => answer.predicted !== null);
  const groups = new Map<string, Answered[]>();
  for (const answer of answered) {
    const { metric, accelerator, engine } = answer.row;
    const statistic = arrivalsOf(answer.row)?.statistic;
    const of = statistic ? `${metric} ${statistic}, at a rate` : metric;
    const key = `${of.padEnd(34)}${accelerator.padEnd(32)}${engine}`;
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  console.log(
    `${"metric".padEnd(34)}${"accelerator".padEnd(32)}${"engine".padEnd(14)} cases  MAPE  median  ±25%   bias`,
  );
  for (const [key, group] of [...groups].sort(([a], [b]) => a.localeCompare(b))) line(key, group);
  if (answered.length > 0) line("overall", answered);
  console.log(`\nanswered ${answered.length} of ${all.length + unread.length} measurements`);
  tally(all.flatMap(({ predicted, reason }) => (predicted === null ? [reason ?? ""] : [])));
  for (const row of unread) console.log(notRead(row));
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
