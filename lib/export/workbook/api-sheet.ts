import { type ApiGiven, apiQuantities, apiValue, type Estimate, quantities as ofEngine } from "@/lib/engine";
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
export function apiSheet({ scenario, apis = [] }: Estimate, places: Places): BookSheet | undefined {
  const { currency } = scenario;
  const engine = (id: string) => ofEngine.get(id) as Quantity;
  const option =
    apis[0]?.volumeOf ??
    places.options.findIndex((cells) => cells?.known(engine("monthlyInputTokens")) === true);
  const cells = places.options[option];
  if (apis.length === 0 || !cells) return undefined;
  const given = apis.map(
    (api): ApiGiven => ({
      ...api.given,
      apiRead: cells.value(engine("monthlyInputTokens")),
      apiWritten: cells.value(engine("monthlyOutputTokens")),
      apiCachedShare: cells.value(engine("cachedPrefix")),
    }),
  );
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
    if (linked) return live(places.of(engine(linked), { option }), value);
    return number(
      value,
      SOLVED.has(quantity.id) ? "locked" : "input",
      LIMITS.has(quantity.id) ? LIMIT_FORMAT : undefined,
    );
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
