import { type Input, input } from "@/lib/formula";
import type { Deployment, Lookup } from "../deployment";
import type { Row } from "../layers/row";
import type { Load } from "../load";
import { madeOrigin, type Origin } from "../origin";

/** What an origin is found from. `row` is the operator row of a row's input. */
export interface Asked {
  readonly deployment: Deployment;
  readonly load: Load;
  readonly lookup: Lookup;
}

/** An input with all there is to say of it: where its value is read, where that comes from, and whether it shapes rows. */
interface Described<Of> {
  readonly value: (of: Of) => number;
  readonly origin: (asked: Asked) => Origin;
  /** It shapes the operator rows: a workbook of one plan cannot change it. What is not may be edited unless a search reads it. */
  readonly structural?: boolean;
}

/** An input of the plan, known once a deployment is. */
export type PlanInput = Input & { readonly from: "deployment" } & Described<Deployment>;
/** An input of the load: it changes while the plan stays. */
export type LoadInput = Input & { readonly from: "load" } & Described<Load>;
/** The input that the search for the steady state sets. */
export type SearchedInput = Input & { readonly from: "search" } & Pick<Described<never>, "origin">;
/** An input with a value per operator row, which the row itself brings. */
export type RowInput = Input & {
  readonly from: "row";
  /** What a row brings follows from model and layout in code. */
  readonly structural: true;
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
});

/** Declares an input of operator rows; `otherwise` is the origin where a row does not say what it is made of. */
export function ofRow(unit: string, label: string, otherwise: RowInput["origin"]): RowInput {
  const declared: RowInput = {
    ...input(unit, label, { row: true }),
    from: "row",
    structural: true,
    origin: (asked) => {
      const made = asked.row.values.find(([each]) => each === declared)?.[2];
      return made ? madeOrigin(made) : otherwise(asked);
    },
  };
  return declared;
}
