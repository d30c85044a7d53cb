import { type Estimate, type FigureId, type OptionEstimate, quantities } from "@/lib/engine";
import { type Formula, formula, formulaValue, type Quantity } from "@/lib/formula";
import { monthSeconds } from "./inputs";

/** What a month asks of every option alike, and where that comes from. */
export interface BaseDemand {
  readonly requests: number;
  readonly basis: string;
  /** The option whose figures say it, and what it is of them; absent where none of them does. */
  readonly option: number;
  readonly of?: Quantity;
}

const BASIS = {
  users: "the plan's users",
  rate: "the plan's request rate",
  requests: "the plan's requests a day",
  tokens: "the plan's tokens a day",
} as const;

const figure = (id: FigureId) => quantities.get(id) as Quantity;
const served = figure("monthlyRequests");
const meanDemand = figure("meanDemand");

/** The requests of a month as a plan asks for them. */
export const askedInMonth: Formula = formula(
  "1",
  "Requests that a month asks for",
)`${meanDemand} * ${figure("busyShare")} * ${monthSeconds}`;

/**
 * The requests of a month by the plan's traffic, or, where a batch fixes the load, those that the option at `baseline`
 * serves: the others are asked for as many. Undefined where no option says how many that are. How fast users ask again
 * hangs on how fast they are answered: as the baseline answers them. An option that is offline has no such time, and says
 * what it was sized for only where no other option says more.
 */
export function baseDemand({ scenario, options }: Estimate, baseline: number): BaseDemand | undefined {
  const { load } = scenario.traffic;
  const wanted = load === "batch" ? served : meanDemand;
  const first = (says: (option: OptionEstimate) => boolean) =>
    [baseline, ...options.keys()].find((index) => {
      const option = options[index];
      return option?.verdict.feasible === true && says(option);
    });
  const option =
    first(({ figures }) => figures[wanted.id as FigureId] !== undefined) ??
    first(({ operation }) => load !== "batch" && operation?.demand !== undefined);
  if (option === undefined) return undefined;
  const { figures, operation } = options[option] as OptionEstimate;
  const value = (quantity: Quantity) =>
    quantity.kind === "input" && quantity.constant !== undefined
      ? quantity.constant
      : (figures[quantity.id as FigureId] ?? operation?.demand?.mean ?? 0);
  const known = figures[wanted.id as FigureId] !== undefined;
  return load === "batch"
    ? { requests: value(served), basis: "what the first option serves at its batch", option, of: served }
    : {
        requests: formulaValue(askedInMonth, value),
        basis: BASIS[load],
        option,
        ...(known ? { of: askedInMonth } : {}),
      };
}
