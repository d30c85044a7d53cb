import type { Estimate, Explanation, ExplanationInput } from "@/lib/engine";
import { quantities as ofEngine } from "@/lib/engine";
import { type Formula, formulaTex, formulaText, type Quantity, takenBranch, written } from "@/lib/formula";
import type { FieldPath } from "@/lib/scenario/fields";
import { settingWords } from "@/lib/scenario/knobs";
import { formatQuantity } from "@/lib/units";
import { baseDemand } from "./demand";
import { LINKS } from "./given";
import { knobPaths } from "./knobs";
import { operatingPlan, type Projection, projectPlan } from "./project";
import { type InputId, quantities } from "./quantities";

/** How a number of the months came about: the same formulas that computed it, with their values. */

/** A quantity of the months, in one of them where it has one value a month. */
const ADDRESS = /^months\.([A-Za-z][A-Za-z0-9]*)(?:#(\d{1,2}))?$/;

/** Where a number of the months is explained. */
export const monthAddress = (id: string, month?: number): string =>
  month === undefined ? `months.${id}` : `months.${id}#${month}`;

/** The setting of the plan that an input of the months is. */
const FIELDS: Readonly<Partial<Record<InputId, FieldPath>>> = {
  ...knobPaths,
  season: "money.seasonSwing",
  committedFrom: "money.committedFrom",
};

/** What the sizing of the plan found, or was told. */
const SIZED: Readonly<Partial<Record<InputId, string>>> = {
  planNeed: "found for the plan's traffic, with its headroom and goals",
  planSpare: "the plan's spare replicas",
  planNode: "how the price's provider lets them",
};

/**
 * Explains a number of the months of one option. Undefined where the address is none of them, or nothing can be
 * projected. What is a figure of the plan leads on to that figure's own explanation.
 */
export function explainMonths(estimate: Estimate, index: number, address: string): Explanation | undefined {
  const match = ADDRESS.exec(address);
  const quantity = match ? quantities.get(match[1] as string) : undefined;
  const option = estimate.options[index];
  const demand = baseDemand(estimate, 0);
  if (!match || !quantity || !option || !demand) return undefined;
  const projection = projectPlan(option, operatingPlan(estimate, index), demand.requests);
  const month = Number(match[2] ?? 0);
  if (typeof projection === "string" || month >= projection.months.length) return undefined;
  return new MonthExplainer(estimate, projection, demand.basis).explain(quantity, month);
}

class MonthExplainer {
  constructor(
    private readonly estimate: Estimate,
    private readonly projection: Projection,
    private readonly basis: string,
  ) {}

  explain(quantity: Quantity, month: number): Explanation {
    const head = { ...this.input(quantity, month), id: quantity.id };
    const source = quantity.source ? { source: quantity.source } : {};
    if (quantity.kind === "formula") return { ...head, ...this.formula(quantity, month), ...source };
    const inputs = this.parts(quantity, month);
    const joined = inputs.map(({ value, unit }) => shown(value, unit));
    return { ...head, ...WRITTEN[quantity.kind]?.(joined), inputs, ...source };
  }

  private input(quantity: Quantity, month: number): ExplanationInput {
    const { months } = this.projection;
    const linked = quantity.kind === "input" ? LINKS[quantity.id as InputId] : undefined;
    const when = months[month]?.date ?? `month ${month + 1}`;
    return {
      address: linked ?? monthAddress(quantity.id, quantity.scope.row ? month : undefined),
      label: quantity.scope.row ? `${quantity.label} · ${when}` : quantity.label,
      value: this.projection.value(quantity, month),
      unit: quantity.unit,
      origin: this.origin(quantity, linked),
    };
  }

  private origin(quantity: Quantity, linked: string | undefined): ExplanationInput["origin"] {
    if (quantity.kind !== "input" || ofEngine.get(linked ?? "")?.kind === "formula")
      return { kind: "formula" };
    if (quantity.constant !== undefined) return { kind: "constant" };
    if (quantity.id === "baseRequests") return { kind: "formula", text: this.basis };
    const found = SIZED[quantity.id as InputId];
    if (found) return { kind: "search", text: found };
    const path = FIELDS[quantity.id as InputId];
    if (!path) return { kind: "constant" };
    const said = (this.estimate.scenario.money as Record<string, unknown>)[path.slice("money.".length)];
    return { kind: said === undefined ? "default" : "user", text: settingWords(path) };
  }

  private parts(quantity: Quantity, month: number): ExplanationInput[] {
    switch (quantity.kind) {
      case "rollup":
        return this.projection.months
          .map(({ index }) => this.input(quantity.of, index))
          .filter(({ value }) => value !== 0);
      case "running":
        return [...(month > 0 ? [this.input(quantity, month - 1)] : []), this.input(quantity.of, month)];
      case "previous":
        return month > 0 ? [this.input(quantity.of, month - 1)] : [];
      default:
        return [];
    }
  }

  private formula(quantity: Formula, month: number) {
    const value = (read: Quantity) => this.projection.value(read, month);
    const said = (formula: Formula) => ({
      text: formulaText(formula, ({ id }) => id),
      substituted: formulaText(formula, (read) => shown(value(read), read.unit)),
    });
    const taken = takenBranch(quantity, value);
    const read = new Set(written(taken));
    const inputs = (all: Iterable<Quantity>) => [...all].map((each) => this.input(each, month));
    return {
      ...said(taken),
      tex: formulaTex(quantity),
      inputs: inputs(read),
      ...(taken === quantity
        ? {}
        : {
            cases: { ...said(quantity), inputs: inputs(written(quantity).filter((each) => !read.has(each))) },
          }),
    };
  }
}

type Written = Pick<Explanation, "text" | "substituted" | "tex">;
const NOTHING: Written = { text: "", substituted: "", tex: "" };

/** How what is no formula of its own is written: of its parts. */
const WRITTEN: Readonly<Record<Exclude<Quantity["kind"], "formula">, (parts: readonly string[]) => Written>> =
  {
    input: () => NOTHING,
    rollup: (parts) => ({ ...NOTHING, text: "sum over the months", substituted: parts.join(" + ") }),
    running: (parts) => ({ ...NOTHING, text: "the months so far together", substituted: parts.join(", ") }),
    previous: (parts) => ({ ...NOTHING, text: "the month before", substituted: parts.join("") || "0" }),
    at: () => NOTHING,
    perStep: () => NOTHING,
    byKind: () => NOTHING,
  };

function shown(value: number, unit: string): string {
  const { number, unit: suffix } = formatQuantity(value, unit);
  return suffix ? `${number} ${suffix}` : number;
}
