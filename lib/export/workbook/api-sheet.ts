import {
  type ApiGiven,
  apiEstimates,
  apiQuantities,
  apiValue,
  type Estimate,
  quantities as ofEngine,
  volumeOptions,
} from "@/lib/engine";
import { formulaCell, type Quantity } from "@/lib/formula";
import { address, type BookCell, type BookSheet, heads, live, number, text, unitText } from "./book";
import { amountFormat, RATE } from "./currency-sheet";
import type { Places } from "./places";

/** What the plan's API offers cost for the volume of the option that answers the question, and the accounts they take. */

const FIRST = { row: 1, column: 3 } as const;
/** What the engine says of the volume: the figure or input that an API's own input is. */
const LINKED: Readonly<Partial<Record<keyof ApiGiven, string>>> = {
  apiRead: "monthlyInputTokens",
  apiWritten: "monthlyOutputTokens",
  apiCachedShare: "cachedPrefix",
};
/** Found for the traffic: no cell of the workbook computes it. */
const SOLVED: ReadonlySet<string> = new Set(["apiPeak", "apiRequestRead", "apiRequestWritten"]);
/** A limit of zero is none that is known. */
const LIMITS: ReadonlySet<string> = new Set(["apiRequestLimit", "apiTokenLimit", "apiOutputLimit"]);
const LIMIT_FORMAT = '#,##0.###;-#,##0.###;"not known"';
const all = [...apiQuantities.values()];

/** One column an offer of the plan's own model; undefined where there is none, or no option says a volume. */
export function apiSheet(estimate: Estimate, places: Places): BookSheet | undefined {
  const { scenario, apis = [] } = estimate;
  const { currency } = scenario;
  const engine = (id: string) => ofEngine.get(id) as Quantity;
  const standing = volumesOf(estimate, places);
  if (apis.length === 0 || standing.length === 0) return undefined;
  // An edited price may make another option the cheapest, whose volume is then the question's.
  const costs = standing.map((option) => places.of(engine("monthlyCost"), { option }));
  const ofCheapest = (each: readonly string[]) =>
    each.reduceRight(
      (others, text, place) => `IF(${costs[place]}<=MIN(${costs.slice(place + 1).join()}),${text},${others})`,
    );
  const givens = standing.map((option) => {
    const cells = places.options[option];
    return apiEstimates(scenario, estimate.options, option).map(
      (api): ApiGiven => ({
        ...api.given,
        apiRead: cells?.value(engine("monthlyInputTokens")) ?? Number.NaN,
        apiWritten: cells?.value(engine("monthlyOutputTokens")) ?? Number.NaN,
        apiCachedShare: cells?.value(engine("cachedPrefix")) ?? Number.NaN,
      }),
    );
  });
  const given = givens[Math.max(0, standing.indexOf(apis[0]?.volumeOf ?? -1))] ?? [];
  const at = (quantity: Quantity, offer: number) =>
    address("API", FIRST.row + all.indexOf(quantity), FIRST.column + offer);
  const cell = (quantity: Quantity, offer: number): BookCell | undefined => {
    const value = apiValue(quantity, given[offer] as ApiGiven);
    // A batch that is asked for has no busiest hour.
    if (!Number.isFinite(value)) return undefined;
    if (quantity.kind === "formula")
      return live(
        formulaCell(quantity, (read) => at(read, offer)),
        value,
      );
    const linked = LINKED[quantity.id as keyof ApiGiven];
    if (linked)
      return live(ofCheapest(standing.map((option) => places.of(engine(linked), { option }))), value);
    if (!SOLVED.has(quantity.id))
      return number(value, "input", LIMITS.has(quantity.id) ? LIMIT_FORMAT : undefined);
    if (standing.length === 1) return number(value, "locked");
    return live(ofCheapest(givens.map((each) => `${apiValue(quantity, each[offer] as ApiGiven)}`)), value);
  };
  const rate = currency?.perDollar ?? 1;
  const paid = apiQuantities.get("apiPaid") as Quantity;
  return {
    name: "API",
    widths: [24, 64, 12, ...apis.map(() => 26)],
    frozen: { rows: 1, columns: 2 },
    rows: [
      heads(
        "id",
        "label",
        "unit",
        ...apis.map(({ api }) => {
          const offer = scenario.apis?.[api];
          return [offer?.provider, offer?.name, offer?.asOf, offer?.note].filter(Boolean).join(", ");
        }),
      ),
      ...all.map((quantity) => [
        text(quantity.id, "muted"),
        text(quantity.label),
        text(unitText(quantity.unit), "muted"),
        ...apis.map((_, offer) => cell(quantity, offer)),
      ]),
      [
        text("", "muted"),
        text("A month, in the plan's currency"),
        text(currency?.code ?? "USD", "muted"),
        ...apis.map((_, offer) =>
          live(
            `${at(paid, offer)}*${RATE}`,
            apiValue(paid, given[offer] as ApiGiven) * rate,
            amountFormat(currency?.code ?? "USD"),
          ),
        ),
      ],
    ],
  };
}

/** The options of which the cheapest month is the volume; a batch's, or that of a plan saved before, is the first option's. */
function volumesOf({ options, apis = [] }: Estimate, places: Places): number[] {
  const runs = (option: number) =>
    places.options[option]?.known(ofEngine.get("monthlyInputTokens") as Quantity);
  const standing = apis[0]?.volumeOf === undefined ? [...options.keys()] : volumeOptions(options);
  const running = standing.filter(runs);
  return apis[0]?.volumeOf === undefined ? running.slice(0, 1) : running;
}
