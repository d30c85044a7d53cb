// `npm run -s search -- scenario.json [--json]` finds the cheapest ways to serve what a scenario asks for, over all
// accelerators or those that are named.
import { parseArgs } from "node:util";
import { lookupFor } from "@/app/catalog-lookup";
import { recordsOf } from "@/app/planner-start";
import { searchAnswer, spaceOf } from "@/app/service/search";
import { exploreWith, type Reason, reasons, type Space } from "@/lib/engine/explore";
import type { Option, Scenario } from "@/lib/scenario";
import { fields } from "@/lib/scenario/fields";
import { newOption } from "@/lib/scenario/new-option";
import { formatQuantity } from "@/lib/units";
import { givenScenario, refuse } from "./given-scenario";
import { hands } from "./search-hands";

const USAGE = `Usage: npm run -s search -- scenario.json [--json]   (or - to read standard input)
  --accelerators, --weights, --caches, --engines a,b   only these
  --counts, --batches 1,2,4   only so many accelerators a replica, or requests in flight on one
  --narrow                    weights of four bits too
  --top 20                    results, at most
  --workers 2                 threads`;

const text = { type: "string" } as const;

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        narrow: { type: "boolean" },
        top: text,
        workers: text,
        accelerators: text,
        weights: text,
        caches: text,
        engines: text,
        counts: text,
        batches: text,
      },
    });
  } catch (error) {
    return fail((error as Error).message);
  }
}

function fail(message: string): never {
  console.error(`${message}\n${USAGE}`);
  process.exit(1);
}

const { values, positionals } = given();
const [name, ...more] = positionals;
if (name === undefined || more.length > 0) fail("One scenario is searched for.");

type List = "engines" | "counts" | "batches";

/** The words of a list, each of them one that there is. */
function words(list: List, known: (word: string) => boolean): string[] | undefined {
  const found = values[list]?.split(",");
  const unknown = found?.find((word) => !known(word));
  return unknown === undefined ? found : fail(`--${list}: there is no "${unknown}"`);
}

const isCount = (word: string) => /^[1-9]\d{0,3}$/.test(word);

function numbers(list: List): number[] | undefined {
  const found = words(list, isCount)?.map(Number);
  return found && [...new Set(found)].sort((a, b) => a - b);
}

function number(option: "top" | "workers", otherwise: number): number {
  const word = values[option] ?? String(otherwise);
  return isCount(word) ? Number(word) : fail(`--${option}: "${word}" is no such number`);
}

/** What the flags wish for, as a request of the API would. */
function wishesOf() {
  const engines = fields["serving.engine"].choices.map(({ value }) => value);
  const named = words("engines", (word) => engines.some((engine) => engine === word));
  const given = {
    accelerators: values.accelerators?.split(","),
    weights: values.weights?.split(","),
    caches: values.caches?.split(","),
    engines: named && engines.filter((engine) => named.includes(engine)),
    counts: numbers("counts"),
    batches: numbers("batches"),
  };
  return { ...given, narrow: values.narrow ?? false };
}

function spaceFor(scenario: Scenario): Space {
  const space = spaceOf(scenario, wishesOf());
  if (!("errors" in space)) return space;
  return fail(space.errors.map(({ path, message }) => `--${path}: ${message}`).join("\n"));
}

function optionText(option: Option, count = 1): string {
  const { accelerator, tp, pp, dp, ep, weights, kvCache, engine, batch } = option;
  const split = [`tp ${tp}`, pp > 1 && `pp ${pp}`, dp > 1 && `dp ${dp}`, ep > 1 && `ep ${ep}`];
  const load = batch && `batch ${formatQuantity(batch, "1").number}`;
  const own = [weights, kvCache && `${kvCache} cache`, engine, load];
  return [`${count} × ${accelerator}`, ...split, ...own].filter(Boolean).join(", ");
}

function print({ results, configurations, evaluated, ruledOut, seconds }: ReturnType<typeof searchAnswer>) {
  for (const { option, figures } of results) {
    const shown = [
      [figures.costPerToken, "USD/tok"],
      [figures.monthlyCost, "USD"],
      [figures.ttft, "s"],
      [figures.userRate, "tok/s"],
    ] as const;
    const texts = shown.map(([value, unit]) => {
      const said = value === undefined ? { number: "–", unit: "" } : formatQuantity(value, unit);
      return `${said.number} ${said.unit}`;
    });
    console.log(
      `${texts.map((each) => each.padEnd(16)).join("")}${optionText(option, figures.acceleratorCount)}`,
    );
  }
  if (results.length === 0) console.log("Nothing keeps the goals.");
  const count = (value: number) => value.toLocaleString("en");
  console.log(
    `${count(configurations)} configurations in ${seconds.toFixed(2)} s, ${count(evaluated)} evaluated`,
  );
  for (const [reason, number] of Object.entries(ruledOut))
    console.log(`  ${count(number).padStart(10)} ruled out: ${reasons[reason as Reason]}`);
}

const scenario = givenScenario(name);
const model = scenario.workload.model;
if (!lookupFor(scenario).model(model))
  refuse([{ path: "workload.model", message: `The catalog has no model "${model}"` }]);
const space = spaceFor(scenario);
const options = space.candidates.map(({ accelerator }) => newOption(accelerator));
const records = recordsOf({ ...scenario, options });
const crew = await hands(number("workers", 2), { scenario, records, space });
const start = performance.now();
const found = await exploreWith(crew.hands, { scenario, space }, () => undefined);
const seconds = (performance.now() - start) / 1000;
await crew.stop();
const answered = searchAnswer(scenario, found, number("top", 20), seconds);
if (values.json) process.stdout.write(`${JSON.stringify(answered)}\n`);
else print(answered);
