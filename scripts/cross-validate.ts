import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "smol-toml";
import type { Calibrating } from "@/lib/accuracy/calibrate";
import { leaveOut } from "@/lib/accuracy/cross-validation";
import { type Answered, type CvLine, cvLines, isAnswered } from "@/lib/accuracy/cv-table";
import { kindOf } from "@/lib/accuracy/error-kind";
import { evidenceAnswers } from "@/lib/accuracy/evidence-answers";
import type { Fit } from "@/lib/accuracy/fit";
import type { Measurement } from "@/lib/accuracy/measurement";
import { accelerator, modelByName } from "@/lib/catalog";
import type { Calibration, Model } from "@/lib/catalog/schema";
import { ENGINE_VERSION, type Lookup } from "@/lib/engine";
import { modelFamily } from "@/lib/engine/family";
import type { Ablation } from "@/lib/view/accuracy/ablation-table";
import { engineName } from "@/lib/view/accuracy/point";
import { TARGET_CLASSES } from "@/lib/view/accuracy/target-classes";
import { catalogNames } from "./catalog-lookup";
import { type ClassSpread, spreadsOf } from "./spreads";

const TABLE = "data/benchmarks/cross-validation.toml";
const ABLATION = "data/benchmarks/ablation.toml";
const DOCUMENT = "docs/accuracy-cv.md";

const models = new Map<string, Model>();
function modelOf(name: string): Model {
  const known = models.get(name) ?? modelByName(name);
  if (!known) throw new Error(`the catalog has no model ${name}`);
  models.set(name, known);
  return known;
}

const KINDS = { tpot: "TPOT and single streams", ttft: "TTFT", rate: "Rates" } as const;
const OTHER_KIND = "Prompts and whole answers";

/** How wide predictions spread, and what was measured on which accelerator. */
export interface Uncertainty {
  readonly spreads: ReadonlyMap<string, ClassSpread>;
  readonly measured: NonNullable<Calibration["measured"]>;
}

/** Fits again without each family, prints the errors of what was left out, and records them unless `dry`. */
export function reportCrossValidation(
  problem: Calibrating,
  base: Fit,
  lookup: Lookup,
  dry: boolean,
): Uncertainty {
  const names = { ...catalogNames, model: modelOf };
  const family = (model: string) => modelFamily(modelOf(model));
  const unseen = leaveOut(problem, base, ({ model }) => family(model), names, console.log);
  const answers = unseen.filter(isAnswered);
  const kind = ({ row }: Answered) => {
    const found = kindOf(row);
    return found ? KINDS[found] : OTHER_KIND;
  };
  const classes = TARGET_CLASSES.flatMap(({ id, label, holds }) =>
    cvLines(answers, ({ row }) => (holds(row, modelOf(row.model)) ? label : undefined)).map((line) => ({
      id,
      ...line,
    })),
  );
  const sections: [string, CvLine[]][] = [
    ["Class", classes],
    ["Family", lines((answer) => `${kind(answer)}: ${family(answer.row.model)}`)],
    ["Accelerator", lines((answer) => `${kind(answer)}: ${accelerator(answer.row.accelerator)?.name}`)],
    ["Serving stack", lines((answer) => `${kind(answer)}: ${engineName(answer.row.engine)}`)],
  ];
  const kin = ({ model, accelerator: chip }: Measurement) => ({
    family: family(model),
    architecture: accelerator(chip)?.architecture ?? chip,
  });
  const byEvidence = evidenceAnswers(problem, base, unseen, kin, names, console.log);
  const spreads = spreadsOf(
    new Map([...byEvidence].map(([evidence, found]) => [evidence, found.filter(isAnswered)])),
    lookup,
  );
  for (const [title, found] of sections) console.log(`\n${tableOf(title, found)}`);
  console.log(`\n${rangesOf(spreads)}`);
  if (!dry) {
    writeFileSync(DOCUMENT, documentOf(sections, spreads, answers.length));
    writeFileSync(TABLE, recordOf(classes, spreads, answers.length));
  }
  return { spreads, measured: measuredOn(problem.rows, modelOf, family) };

  function lines(name: (answer: Answered) => string): CvLine[] {
    return cvLines(answers, name).sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  }
}

/** The models and families that were measured on each accelerator, all in the order of their names. */
function measuredOn(
  rows: readonly Measurement[],
  modelOf: (name: string) => Model,
  family: (model: string) => string,
): Uncertainty["measured"] {
  const sorted = (values: readonly string[]) => [...new Set(values)].sort();
  return sorted(rows.map((row) => row.accelerator)).map((chip) => {
    const models = sorted(rows.filter((row) => row.accelerator === chip).map(({ model }) => model));
    return {
      accelerator: chip,
      models: sorted(models.map((model) => modelOf(model).id)),
      families: sorted(models.map(family)),
    };
  });
}

const percent = (share: number) => (100 * share).toFixed(1);

function tableOf(title: string, lines: readonly CvLine[]): string {
  const rows = lines.map(
    ({ name, cases, median, within25, bias, deployments, medianByDeployment }) =>
      `| ${name} | ${cases} | ${percent(median)} | ${percent(within25)} | ${percent(bias)} | ${deployments} | ${percent(medianByDeployment)} |`,
  );
  return [
    `| ${title} | Rows | Median error, % | Within ±25 %, % | Bias, % | Deployments | Median by deployment, % |`,
    "|---|---:|---:|---:|---:|---:|---:|",
    ...rows,
  ].join("\n");
}

const today = () => new Date().toISOString().slice(0, 10);

function documentOf(
  sections: readonly [string, CvLine[]][],
  spreads: ReadonlyMap<string, ClassSpread>,
  rows: number,
): string {
  return `# How well the planner foretells models it has never seen

Written by \`npm run calibrate -- --cv\` on ${today()} with engine ${ENGINE_VERSION}. All ${rows.toLocaleString("en")} public measurements that can
be answered take part, those of \`data/benchmarks/validation.csv\` too, each once; what \`data/benchmarks/left-out.toml\`
names takes none. The constants are fitted again without each family of models, and the family's measurements are
compared with what that fit says. The last column gives each deployment (software version, accelerator, model, number
format, mode) one voice, however many loads of it were measured. A fit without a family starts from the fit of all,
with its derivatives, and ends where that step no longer gains.

${sections.map(([title, lines]) => `## By ${title.toLowerCase()}\n\n${tableOf(title, lines)}\n`).join("\n")}
## By law

Errors on families left out, median % / within ±25 %, without one law at a time (\`node scripts/run.mjs ablate LAW\`): its
constants stay where it says nothing, or its record or formula is as it would be without it, and all other constants are
fitted again from where they are, with the derivatives of that point. A line is worth what it differs by from the fit with
all laws under the same engine.

${ablationText()}

## Ranges

A figure's P10 to P90 are its value over and times e^(1.28 s), by what runs, which figure it is, and how near the
evidence was: "Measured" answers measurements that the fit knows; "Family" those of a family on an accelerator where both
were measured, though not together; "Chip" those of a family that the fit has never seen; "Architecture" those on an
accelerator that it has never seen, of an architecture that it has. A class with fewer than 30 measurements or four
deployments takes the spread of all classes of its figure and evidence. The last column is the share of measurements
that such a range held when it was taken from the other deployments alone.

${rangesOf(spreads)}
`;
}

/** The ablation's own record as a table; nothing where none was made. */
function ablationText(): string {
  if (!existsSync(ABLATION)) return "";
  const { law } = parse(readFileSync(ABLATION, "utf8")) as { law: Ablation[] };
  const asked = TARGET_CLASSES.filter(({ id }) =>
    law.some((each) => each.class.some((found) => found.id === id)),
  );
  const head = ["Engine", ...asked.map(({ label }) => label)];
  const rows = law.map(({ id, label, engineVersion, class: classes }) => {
    const cells = asked.map(({ id: name }) => {
      const found = classes.find((each) => each.id === name);
      return found ? `${percent(found.median)} / ${percent(found.within25)}` : "";
    });
    return `| ${[id === "all" ? "Nothing: all laws" : label, engineVersion, ...cells].join(" | ")} |`;
  });
  return [`| Without | ${head.join(" | ")} |`, `|---|${head.map(() => "---:|").join("")}`, ...rows].join(
    "\n",
  );
}

function rangesOf(spreads: ReadonlyMap<string, ClassSpread>): string {
  const rows = [...spreads].map(
    ([name, { spread, cases, deployments, held }]) =>
      `| ${name} | ${cases} | ${deployments} | ${spread.toFixed(3)} | ${percent(held)} |`,
  );
  return ["| Class of range | Rows | Deployments | s | Held, % |", "|---|---:|---:|---:|---:|", ...rows].join(
    "\n",
  );
}

function recordOf(
  classes: readonly (CvLine & { id: string })[],
  spreads: ReadonlyMap<string, ClassSpread>,
  rows: number,
): string {
  const short = (value: number) => Number(value.toFixed(4));
  const table = {
    date: today(),
    engineVersion: ENGINE_VERSION,
    rows,
    class: classes.map(({ id, cases, median, within25, bias, deployments, medianByDeployment }) => ({
      id,
      cases,
      median: short(median),
      within25: short(within25),
      bias: short(bias),
      deployments,
      medianByDeployment: short(medianByDeployment),
    })),
    range: [...spreads].map(([id, { spread, cases, deployments, held }]) => ({
      id,
      cases,
      deployments,
      spread: short(spread),
      held: short(held),
    })),
  };
  return `# Written by npm run calibrate -- --cv; docs/accuracy-cv.md says what it is. Errors and shares are fractions of one.\n${stringify(table)}\n`;
}
