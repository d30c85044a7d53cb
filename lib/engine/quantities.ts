import { compileProgram, inOrder, type Program, type Quantity, reads, register } from "@/lib/formula";
import * as bill from "./formulas/bill";
import * as clock from "./formulas/clock";
import * as correction from "./formulas/correction";
import * as cost from "./formulas/cost";
import * as decode from "./formulas/decode";
import * as demand from "./formulas/demand";
import * as effort from "./formulas/effort";
import * as energy from "./formulas/energy";
import * as hour from "./formulas/hour";
import * as layout from "./formulas/layout";
import * as lengths from "./formulas/lengths";
import * as load from "./formulas/load";
import * as longest from "./formulas/longest";
import * as memory from "./formulas/memory";
import * as operators from "./formulas/operators";
import * as place from "./formulas/place";
import * as prompts from "./formulas/prompts";
import * as serving from "./formulas/serving";
import * as start from "./formulas/start";
import * as declared from "./inputs";
import { byCode } from "./inputs/by-code";
import type { Given, LoadInput, PlanInput } from "./inputs/given";
import * as adapters from "./ops/adapters";
import * as attention from "./ops/attention";
import * as collective from "./ops/collective";
import * as experts from "./ops/experts";
import * as linear from "./ops/linear";
import * as rowwise from "./ops/rowwise";

const { knobs, knobsIn: _ofSection, ...others } = declared;
const inputs = { ...others, ...knobs };

/**
 * The modules of formulas in the order in which they may read one another: a formula reads from modules above its own
 * and from its own, never from one below, which would be a circle of imports (a test says so by name). What many read
 * belongs further up.
 */
export const modules = {
  inputs,
  layout,
  lengths,
  load,
  clock,
  linear,
  attention,
  experts,
  adapters,
  rowwise,
  collective,
  operators,
  memory,
  start,
  correction,
  decode,
  prompts,
  longest,
  serving,
  demand,
  effort,
  energy,
  hour,
  cost,
  bill,
  place,
} as const;
export type ModuleId = keyof typeof modules;

/** Every quantity of the engine by its id, in the order of the modules. */
export const quantities: ReadonlyMap<string, Quantity> = register(...Object.values(modules));

/** The quantities of one module. */
export const quantitiesOf = (module: ModuleId): readonly Quantity[] =>
  [...quantities.values()].filter(({ id }) => id in modules[module]);

/** Throws at the start for a setting that no formula reads: it would be asked for, kept and sent, and do nothing. */
const read = new Set([...quantities.values()].flatMap((quantity) => reads(quantity)));
for (const setting of [...Object.values(knobs), ...Object.values(byCode)])
  if (typeof setting === "object" && !read.has(setting))
    throw new Error(`${setting.id} is a setting that no formula reads`);

/** What has to be given before the formulas say anything. Throws at the start for an input that does not say its origin. */
const given: readonly Given[] = [...quantities.values()].flatMap((quantity) => {
  if (quantity.kind !== "input" || quantity.constant !== undefined) return [];
  if (!("from" in quantity)) throw new Error(`${quantity.id} does not say where it comes from`);
  return [quantity as Given];
});
export const planInputs = given.filter((each): each is PlanInput => each.from === "deployment");
export const loadInputs = given.filter((each): each is LoadInput => each.from === "load");

/**
 * Whether a person may change an input in a workbook of one plan: `free` changes no search and no operator row,
 * `searched` is read or set by a search, `structural` shapes the operator rows.
 */
export type Edit = "free" | "searched" | "structural";

/** What the search for a batch, and the times that a fleet is sized by, read. */
const searched: ReadonlySet<Quantity> = new Set(inOrder([serving.nextBatch, serving.ttft, serving.tpot]));

/** Whether the input may be edited: it follows from what reads it. */
export function editOf(input: Given): Edit {
  if ("structural" in input && input.structural) return "structural";
  return input.from === "search" || searched.has(input) ? "searched" : "free";
}

/** The steps a plan is made of: decoding alone, decoding beside a prompt chunk, prompts alone. */
export const STEPS = ["decode", "mixed", "prompts"] as const;

/** What a plan under a load is asked for before and during the search for its batch. */
const searchNeeds: readonly Quantity[] = [
  memory.neededBytes,
  memory.grantedBytes,
  memory.rankCapacity,
  inputs.memoryFraction,
  inputs.memoryCapacity,
  inputs.concurrency,
];

/** What the search for the steady state reads in each round. */
const SEARCHED: readonly Quantity[] = [serving.nextBatch, serving.nextPoolBatch];

const parts = new Map<string, Program>();
/** By judgement: few pages ask for more parts than this at a time. */
const KEPT_PARTS = 8;

/** Some quantities, and what the search for the batch is asked for beside them. */
export const besideSearch = (wanted: readonly Quantity[]): readonly Quantity[] => [...wanted, ...searchNeeds];

/** A program that computes only `wanted` and what the search needs, for those who ask at thousands of loads. */
export function partFor(wanted: readonly Quantity[]): Program {
  const key = wanted.map(({ id }) => id).join();
  const found = parts.get(key) ?? compileProgram(besideSearch(wanted), STEPS, SEARCHED);
  parts.delete(key);
  parts.set(key, found);
  const [oldest] = parts.keys();
  if (parts.size > KEPT_PARTS) parts.delete(oldest as string);
  return found;
}

/** All quantities compiled once. */
export const program: Program = compileProgram([...quantities.values()], STEPS, SEARCHED);

/** Times steps with whatever a simulated scheduler puts into them, of a plan under a load. */
export const stepProgram: Program = compileProgram(
  [operators.stepTime, memory.kvBytesAtEnd, memory.kvBudget],
  ["given"],
  [operators.stepTime],
);
