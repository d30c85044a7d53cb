import {
  type Formula,
  formulaTex,
  formulaText,
  type Place,
  type Quantity,
  reads,
  takenBranch,
  written,
} from "@/lib/formula";
import type { Scenario } from "@/lib/scenario";
import type { OptionPatch } from "@/lib/scenario/patch";
import { atOperation, planOf } from "@/lib/scenario/plan";
import { formatQuantity } from "@/lib/units";
import type { Settled } from "./bind";
import type { Lookup } from "./deployment";
import { solve } from "./estimate";
import type { Given } from "./inputs/given";
import type { Row } from "./layers/row";
import type { Origin } from "./origin";
import { quantities, STEPS } from "./quantities";

/** A value that an explanation reads; its `address` can be explained in turn. */
export interface ExplanationInput {
  readonly address: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly origin: Origin;
}

/** How one number came about. */
export interface Explanation extends ExplanationInput {
  readonly id: string;
  /**
   * The formula with names, and with the values in their places. Empty for an input; of a formula with conditions the
   * branch that is taken here.
   */
  readonly text: string;
  readonly substituted: string;
  readonly tex: string;
  /** Citation of the formula itself. */
  readonly source?: string;
  /** The calibration of the person's own that it was computed with, in words. */
  readonly calibration?: string;
  readonly inputs: readonly ExplanationInput[];
  /** Where the formula has conditions: all of it, and what it reads beyond the branch that is taken here. */
  readonly cases?: {
    readonly text: string;
    readonly substituted: string;
    readonly inputs: readonly ExplanationInput[];
  };
}

/** A quantity at a place: "tpot", "stepTime@decode", "cacheBytes#3" or "operatorTime@mixed#3". */
const ADDRESS = /^([A-Za-z][A-Za-z0-9]*)(?:@([a-z]+))?(?:#(\d{1,3}))?$/;

function addressOf({ id, scope }: Quantity, { step, row }: Place): string {
  return `${id}${scope.step && step ? `@${step}` : ""}${scope.row && row !== undefined ? `#${row}` : ""}`;
}

/**
 * Explains one number of one option. `address` is a quantity's id, with the step and the operator row where it
 * has them. Returns undefined for an address that names nothing in this plan, and for a plan that cannot be laid out.
 */
export function explain(
  scenario: Scenario,
  lookup: Lookup,
  index: number,
  address: string,
  /** The operating point that the option was sized for. */
  operation: OptionPatch = {},
): Explanation | undefined {
  const match = ADDRESS.exec(address);
  const quantity = match ? quantities.get(match[1] as string) : undefined;
  if (!match || !quantity) return undefined;
  const { settled } = solve(atOperation(planOf(scenario, index), operation), lookup);
  if (!settled) return undefined;
  const step = match[2] ?? STEPS[0];
  const row = match[3] === undefined ? 0 : Number(match[3]);
  if (!STEPS.some((each) => each === step) || row >= settled.rows.length) return undefined;
  return new Explainer(settled, lookup).explain(quantity, { step, row });
}

class Explainer {
  constructor(
    private readonly plan: Settled,
    private readonly lookup: Lookup,
  ) {}

  explain(quantity: Quantity, place: Place): Explanation {
    const head = this.input(quantity, place);
    const calibration = this.calibration(quantity);
    const source = {
      ...(quantity.source ? { source: quantity.source } : {}),
      ...(calibration ? { calibration } : {}),
    };
    if (quantity.kind === "formula")
      return { ...head, id: quantity.id, ...this.formula(quantity, place), ...source };
    const parts = this.parts(quantity, place);
    return {
      ...head,
      id: quantity.id,
      ...this.written(quantity, parts),
      inputs: parts,
      ...source,
    };
  }

  private input(quantity: Quantity, place: Place, label = quantity.label): ExplanationInput {
    const { image, rows } = this.plan;
    const row = quantity.scope.row ? rows[place.row ?? 0]?.label : undefined;
    return {
      address: addressOf(quantity, place),
      label: row ? `${label} · ${row}` : label,
      value: image.value(quantity, place),
      unit: quantity.unit,
      origin: this.origin(quantity, rows[place.row ?? 0] as Row),
    };
  }

  /** Where an input comes from; a quantity with a formula comes from that. */
  private origin(quantity: Quantity, row: Row): Origin {
    if (quantity.kind !== "input") return { kind: "formula" };
    if (quantity.constant !== undefined) return { kind: "constant" };
    const { deployment, load } = this.plan;
    return (quantity as Given).origin({ deployment, load, lookup: this.lookup, row });
  }

  /** The calibration of one's own that the quantity reads constants of, however far down. */
  private calibration(quantity: Quantity): string | undefined {
    const { rows } = this.plan;
    const seen = new Set<Quantity>([quantity]);
    // A set is walked while it grows.
    for (const each of seen) {
      for (const read of reads(each)) seen.add(read);
      if (each.kind !== "input") continue;
      const asked = each.scope.row ? rows : rows.slice(0, 1);
      for (const row of asked) {
        const { calibration } = this.origin(each, row);
        if (calibration) return calibration;
      }
    }
    return undefined;
  }

  /** What a quantity without a formula of its own is made of: each operator of a sum that adds something. */
  private parts(quantity: Quantity, place: Place): ExplanationInput[] {
    const { rows, image } = this.plan;
    switch (quantity.kind) {
      case "rollup":
        return rows
          .map((_, row) => this.input(quantity.of, { ...place, row }))
          .filter(({ value }) => value !== 0)
          .sort((a, b) => b.value - a.value);
      case "at":
        return [this.input(quantity.of, { ...place, step: quantity.step })];
      case "byKind": {
        const branch = quantity.of[image.kinds[place.row ?? 0] as string];
        return branch ? [this.input(branch, place)] : [];
      }
      case "perStep":
        return [this.input(quantity.of[place.step ?? STEPS[0]] as Quantity, place)];
      default:
        return [];
    }
  }

  private written(quantity: Exclude<Quantity, Formula>, parts: readonly ExplanationInput[]) {
    if (quantity.kind === "input") return { text: "", substituted: "", tex: "" };
    const [first] = parts;
    if (quantity.kind !== "rollup")
      return {
        text: first?.label ?? "0",
        substituted: first ? shown(first.value, first.unit) : "0",
        tex: "",
      };
    return explainedSum(quantity.of, summed(quantity.of), parts);
  }

  private formula(quantity: Formula, place: Place) {
    return explainedFormula(
      quantity,
      (hole) => this.plan.image.value(hole, place),
      (hole) => this.input(hole, place),
    );
  }
}

/** What a sum goes over: the measurements, where it says nothing of any other row. */
const summed = (of: Quantity): string =>
  of.kind === "byKind" && Object.keys(of.of).every((kind) => kind === "measured")
    ? "the measurements"
    : "the operators";

/** A formula in words and values: of conditions the branch that is taken, and the whole beside it. */
export function explainedFormula(
  quantity: Formula,
  value: (hole: Quantity) => number,
  input: (hole: Quantity) => ExplanationInput,
): Pick<Explanation, "text" | "substituted" | "tex" | "inputs" | "cases"> {
  const said = (formula: Formula) => ({
    text: formulaText(formula, ({ id }) => id),
    substituted: formulaText(formula, (hole) => shown(value(hole), hole.unit)),
  });
  const taken = takenBranch(quantity, value);
  const read = new Set(written(taken));
  const inputs = (holes: Iterable<Quantity>) => [...holes].map(input);
  const others = written(quantity).filter((hole) => !read.has(hole));
  return {
    ...said(taken),
    tex: formulaTex(quantity),
    inputs: inputs(read),
    ...(taken === quantity ? {} : { cases: { ...said(quantity), inputs: inputs(others) } }),
  };
}

/** A sum in words and values, of the parts that it adds up. */
export const explainedSum = (
  of: Quantity,
  over: string,
  parts: readonly ExplanationInput[],
): Pick<Explanation, "text" | "substituted" | "tex"> => ({
  text: `sum of ${of.id} over ${over}`,
  substituted: parts.map(({ value, unit }) => shown(value, unit)).join(" + "),
  tex: `\\sum \\mathrm{${of.id}}`,
});

function shown(value: number, unit: string): string {
  const { number, unit: suffix } = formatQuantity(value, unit);
  return suffix ? `${number} ${suffix}` : number;
}
