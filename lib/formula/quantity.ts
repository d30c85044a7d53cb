import type { MathNode } from "mathjs";
import { checkedDimension, sameUnit } from "./dimension-check";
import { parseTemplate } from "./parse";

/**
 * Where a quantity has a value of its own: once for a plan, once per step (a decode step, a step that also
 * carries a prefill chunk), once per operator row, or once per row and step.
 */
export interface Scope {
  readonly row: boolean;
  readonly step: boolean;
}

interface Named {
  /** The export name; set by `register`. Legal as a name in a spreadsheet. */
  id: string;
  readonly unit: string;
  readonly label: string;
  readonly scope: Scope;
  /** Citation key of the formula or constant, when it is not plain arithmetic. */
  readonly source?: string;
}

/** A value that comes from outside: the catalog, the calibration, the person, or a fixed constant. */
export interface Input extends Named {
  readonly kind: "input";
  readonly constant?: number;
  /** How often it changes: `load` with the traffic, `batch` in every round of a search, else with the plan. */
  readonly varies: "plan" | "load" | "batch";
}

/** A closed form over other quantities. */
export interface Formula<Unit extends string = string> extends Named {
  readonly kind: "formula";
  readonly unit: Unit;
  readonly node: MathNode;
  readonly holes: readonly Quantity[];
}

/** The sum of an operator quantity over all operator rows. */
export interface Rollup extends Named {
  readonly kind: "rollup";
  readonly of: Quantity;
  /** The kinds of row that it sums; absent where it sums all. */
  readonly over?: ReadonlySet<string>;
}

/** A step quantity seen from the plan, in one named step. */
export interface At extends Named {
  readonly kind: "at";
  readonly step: string;
  readonly of: Quantity;
}

/** A quantity of each step that is another plan quantity in each of them. */
export interface PerStep extends Named {
  readonly kind: "perStep";
  readonly of: Readonly<Record<string, Quantity>>;
}

/** An operator quantity whose formula depends on the kind of the row. */
export interface ByKind extends Named {
  readonly kind: "byKind";
  readonly of: Readonly<Record<string, Quantity>>;
}

/** A row quantity over all rows up to and with its own: their sum, or the largest of them. Rows of one kind, in order. */
export interface Running extends Named {
  readonly kind: "running";
  readonly how: "sum" | "highest";
  readonly of: Quantity;
}

/** A row quantity in the row before, nothing in the first. Rows of one kind, in order. */
export interface Previous extends Named {
  readonly kind: "previous";
  readonly of: Quantity;
}

export type Quantity = Input | Formula | Rollup | At | PerStep | ByKind | Running | Previous;

interface Options {
  readonly source?: string;
}

const PLAN: Scope = { row: false, step: false };
const union = (quantities: readonly Quantity[]): Scope => ({
  row: quantities.some((quantity) => quantity.scope.row),
  step: quantities.some((quantity) => quantity.scope.step),
});

/** Declares a value given from outside, in `unit`. `row: true` for one value per operator row. */
export function input(
  unit: string,
  label: string,
  options: Options & { row?: boolean; varies?: Input["varies"] } = {},
): Input {
  const { row = false, varies = "plan", source } = options;
  return { kind: "input", id: "", unit, label, scope: { row, step: false }, varies, source };
}

/** Declares a fixed number with its unit, such as two FLOP per multiply-add. */
export function constant(unit: string, value: number, label: string, options: Options = {}): Input {
  return { kind: "input", id: "", unit, label, scope: PLAN, varies: "plan", constant: value, ...options };
}

/**
 * Declares a closed form: formula("s", "Time to stream the weights")`${weightBytes} / ${hbmBandwidth}`.
 * The holes are quantities. Throws when the text does not parse, uses anything outside the language, or
 * does not come out in `unit`.
 */
export function formula<const Unit extends string>(unit: Unit, label: string, options: Options = {}) {
  return (text: TemplateStringsArray, ...holes: Quantity[]): Formula<Unit> => {
    const node = parseTemplate(text, label);
    checkedDimension(node, holes, unit, label);
    return { kind: "formula", id: "", unit, label, scope: union(holes), node, holes, ...options };
  };
}

/** Declares the sum of an operator quantity over all rows, or over those of some kinds; same unit. */
export function rollup(label: string, of: Quantity, over?: ReadonlySet<string>): Rollup {
  if (!of.scope.row) throw new Error(`${label}: a rollup sums a quantity that has a value per operator row`);
  const scope = { row: false, step: of.scope.step };
  return { kind: "rollup", id: "", unit: of.unit, label, scope, of, ...(over ? { over } : {}) };
}

const inRows = (label: string, { unit, scope }: Quantity) => {
  if (!scope.row || scope.step) throw new Error(`${label}: only a quantity of a row has rows before it`);
  return { id: "", unit, label, scope };
};

/** Declares the sum of a row quantity over the rows up to and with each; same unit. */
export const running = (label: string, of: Quantity): Running => ({
  kind: "running",
  how: "sum",
  ...inRows(label, of),
  of,
});

/** Declares the largest value of a row quantity in the rows up to and with each; same unit. */
export const highest = (label: string, of: Quantity): Running => ({
  ...running(label, of),
  how: "highest",
});

/** Declares a row quantity as it was in the row before; same unit. */
export const previous = (label: string, of: Quantity): Previous => ({
  kind: "previous",
  ...inRows(label, of),
  of,
});

/** Declares a step quantity read in one step; same unit. */
export function at(step: string, label: string, of: Quantity): At {
  if (!of.scope.step || of.scope.row)
    throw new Error(`${label}: only a quantity of a step can be read in "${step}"`);
  return { kind: "at", id: "", unit: of.unit, label, scope: PLAN, step, of };
}

/** Declares a quantity that stands for another plan quantity in each step; all in `unit`. */
export function perStep(unit: string, label: string, of: Record<string, Quantity>): PerStep {
  sameUnit(unit, Object.values(of), label);
  const odd = Object.values(of).find(({ scope }) => scope.row);
  if (odd) throw new Error(`${label}: "${odd.label}" has a value per operator row, not one for a step`);
  return { kind: "perStep", id: "", unit, label, scope: { row: false, step: true }, of };
}

/** Declares an operator quantity with one formula per kind of row; all in `unit`. */
export function byKind(unit: string, label: string, of: Record<string, Quantity>): ByKind {
  sameUnit(unit, Object.values(of), label);
  const step = union(Object.values(of)).step;
  return { kind: "byKind", id: "", unit, label, scope: { row: true, step }, of };
}

/** The quantities that a quantity reads directly. */
export function reads(quantity: Quantity): readonly Quantity[] {
  switch (quantity.kind) {
    case "input":
      return [];
    case "formula":
      return quantity.holes;
    case "rollup":
    case "at":
    case "running":
    case "previous":
      return [quantity.of];
    case "perStep":
    case "byKind":
      return Object.values(quantity.of);
  }
}
