import type { Place } from "@/lib/formula";
import { promptStep, type Settled } from "../bind";
import { draftStepTime } from "../formulas/decode";
import { decodeBusy, prefillBusy } from "../formulas/energy";
import { computeTime, flops, latency, memoryTime, operatorTime, traffic } from "../formulas/operators";
import { draftPasses, rowCount } from "../inputs";
import type { Row, RowPart } from "../layers/row";

/** One operator in one of the two steps, summed over its layers. */
export interface OperatorEstimate {
  readonly id: string;
  readonly label: string;
  readonly frame: "decode" | "prefill";
  /** Times it runs in a step. */
  readonly count: number;
  /** FLOP and bytes per accelerator, seconds; all layers together. */
  readonly flops: number;
  readonly bytes: number;
  readonly time: number;
  /** FLOP per byte; null where nothing is moved. */
  readonly intensity: number | null;
  readonly bound: "compute" | "memory" | "communication" | "host";
  readonly part: RowPart;
}

/** Lists the operators of the decode step and of the step that carries prompts, leaving out those that do nothing. */
export function listOperators(plan: Settled): OperatorEstimate[] {
  const listed: OperatorEstimate[] = [];
  for (const { frame, step } of [DECODE, { frame: "prefill", step: promptStep(plan) } as const])
    for (let row = 0; row < plan.rows.length; row++) {
      const place = { row, step };
      if (plan.image.value(operatorTime, place) !== 0) listed.push(operatorAt(plan, frame, place));
    }
  return [...listed, ...draftingOf(plan)];
}

const DECODE = { frame: "decode", step: "decode" } as const;

function operatorAt(
  { rows, image }: Settled,
  frame: OperatorEstimate["frame"],
  place: Required<Place>,
): OperatorEstimate {
  const { label, part } = rows[place.row] as Row;
  const count = image.value(rowCount, place);
  const bytes = image.value(traffic, place) * count;
  const work = image.value(flops, place) * count;
  const [compute, memory] = [image.value(computeTime, place), image.value(memoryTime, place)];
  return {
    id: `${frame}-${place.row}`,
    label,
    frame,
    count,
    flops: work,
    bytes,
    time: image.value(operatorTime, place),
    intensity: bytes > 0 ? work / bytes : null,
    bound: boundOf(part, compute, memory, image.value(latency, place)),
    part,
  };
}

/** The passes that draft tokens for a decode step, as one operator; what they move and compute is not told apart. */
function draftingOf({ image }: Settled): OperatorEstimate[] {
  const time = image.value(draftStepTime);
  if (time === 0) return [];
  return [
    {
      id: "decode-drafting",
      label: "Drafting: passes that propose tokens",
      frame: "decode",
      count: image.value(draftPasses),
      flops: 0,
      bytes: 0,
      time,
      intensity: null,
      bound: "memory",
      part: "weights",
    },
  ];
}

function boundOf(part: RowPart, compute: number, memory: number, fixed: number): OperatorEstimate["bound"] {
  if (part === "communication") return "communication";
  if (fixed > Math.max(compute, memory)) return "host";
  return compute > memory ? "compute" : "memory";
}

/** What most of an accelerator's time goes to. */
export type Binding = "weights" | "kv" | "compute" | "communication" | "host" | "capacity";

/**
 * The binding term of a running option: capacity when requests wait for memory, else the kind of work that takes the
 * largest share of the time, decode steps and what prompts add to them together.
 */
export function bindingTerm(
  plan: Settled,
  operators: readonly OperatorEstimate[],
  waiting: boolean,
): Binding {
  if (waiting) return "capacity";
  const { image } = plan;
  const decoding = operators.filter(({ frame }) => frame === "decode");
  const before = new Map(
    promptStep(plan) === "mixed" ? decoding.map((each) => [rowOf(each), each.time]) : [],
  );
  const prompts = operators
    .filter(({ frame }) => frame === "prefill")
    .map((each) => ({ ...each, time: Math.max(0, each.time - (before.get(rowOf(each)) ?? 0)) }));
  const spent = new Map<Binding, number>();
  const spend = (frame: readonly OperatorEstimate[], share: number) => {
    const total = frame.reduce((sum, { time }) => sum + time, 0);
    for (const { bound, part, time } of total > 0 ? frame : []) {
      const term: Binding = bound === "memory" ? (part === "kv" ? "kv" : "weights") : bound;
      spent.set(term, (spent.get(term) ?? 0) + (share * time) / total);
    }
  };
  spend(decoding, image.value(decodeBusy));
  spend(prompts, image.value(prefillBusy));
  return [...spent].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/** An operator's row, which is the same in both steps. */
const rowOf = ({ id }: OperatorEstimate): string => id.slice(id.indexOf("-"));
