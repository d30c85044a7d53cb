import { type Input, input } from "@/lib/formula";
import { fields, type NumberFieldPath, type SectionId } from "@/lib/scenario/fields";
import type { Plan } from "@/lib/scenario/plan";
import type { Deployment, Lookup } from "../deployment";
import type { Row } from "../layers/row";
import type { Load } from "../load";
import { type Origin, said } from "../origin";

/**
 * Whether a person may change the input in a workbook of one plan: `free` changes no search and no operator row,
 * `searched` is read by the search for the batch, `structural` shapes the operator rows.
 */
export type Edit = "free" | "searched" | "structural";

/** What an origin is found from. `row` is the operator row of a row's input. */
export interface Asked {
  readonly deployment: Deployment;
  readonly load: Load;
  readonly lookup: Lookup;
}

/** An input with all there is to say of it: where its value is read, where that comes from, whether it may be edited. */
interface Described<Of> {
  readonly value: (of: Of) => number;
  readonly origin: (asked: Asked) => Origin;
  readonly edit: Edit;
}

/** An input of the plan, known once a deployment is. */
export type PlanInput = Input & { readonly from: "deployment" } & Described<Deployment>;
/** An input of the load: it changes while the plan stays. */
export type LoadInput = Input & { readonly from: "load" } & Described<Load>;
/** The input that the search for the steady state sets. */
export type SearchedInput = Input & { readonly from: "search" } & Pick<Described<never>, "origin" | "edit">;
/** An input with a value per operator row, which the row itself brings. */
export type RowInput = Input & {
  readonly from: "row";
  /** What a row brings follows from model and layout in code: a workbook of one plan cannot change it. */
  readonly edit: "structural";
  readonly origin: (asked: Asked & { readonly row: Row }) => Origin;
};
export type Given = PlanInput | LoadInput | SearchedInput | RowInput;

/** Declares an input that is known once a deployment is. */
export const planned = (unit: string, label: string, described: Described<Deployment>): PlanInput => ({
  ...input(unit, label),
  from: "deployment",
  ...described,
});

/** Declares an input of the load. */
export const loaded = (unit: string, label: string, described: Described<Load>): LoadInput => ({
  ...input(unit, label, { varies: "load" }),
  from: "load",
  ...described,
});

/** Declares the input that the search sets in each of its rounds. */
export const searched = (unit: string, label: string, origin: Origin): SearchedInput => ({
  ...input(unit, label, { varies: "batch" }),
  from: "search",
  origin: () => origin,
  edit: "searched",
});

/** Declares an input of operator rows. */
export const ofRow = (unit: string, label: string, origin: RowInput["origin"]): RowInput => ({
  ...input(unit, label, { row: true }),
  from: "row",
  edit: "structural",
  origin,
});

/** A number that the plan says in one of its sections. */
export type SectionPath = Exclude<NumberFieldPath, `options.${string}`>;

/** Reads the number at a path; the path is taken apart once, because a sweep reads it at every load. */
function readerOf(path: SectionPath): (plan: Plan) => number {
  const [section, key = ""] = path.split(".") as [SectionId, string];
  return (plan) => (plan[section] as unknown as Record<string, number>)[key] as number;
}

/** Declares an input that is a setting of the plan and nothing else, in the unit that the setting is stored in. */
export function knob(path: SectionPath, label: string, edit: Edit, unit = fields[path].stored): PlanInput {
  const read = readerOf(path);
  return planned(unit, label, {
    value: ({ plan }) => read(plan),
    origin: ({ deployment }) => said(deployment.plan, path),
    edit,
  });
}

/** The same for a setting that is part of the load. */
export function loadKnob(path: SectionPath, label: string, unit = fields[path].stored): LoadInput {
  const read = readerOf(path);
  return loaded(unit, label, {
    value: ({ plan }) => read(plan),
    origin: ({ load }) => said(load.plan, path),
    edit: "searched",
  });
}
