import { quantities as ofEngine } from "@/lib/engine";
import { formulaCell, type Quantity } from "@/lib/formula";
import { type ApiGiven, apiQuantities, apiValue } from "@/lib/money";
import type { Scenario } from "@/lib/scenario/schema";
import { parseUnit } from "@/lib/units";
import { address, type BookCell, type BookSheet, heads, live, number, text, unitText } from "./book";
import { amountFormat, RATE } from "./currency-sheet";
import type { Places } from "./places";

/** What the plan's API offers cost for the volume that its first running option serves. */

const FIRST = { row: 1, column: 3 } as const;
const PER_MILLION = parseUnit("USD/Mtok").factor;
/** What the engine says of the volume: the figure or input that an API's own input is. */
const LINKED: Readonly<Partial<Record<keyof ApiGiven, string>>> = {
  apiRead: "monthlyInputTokens",
  apiWritten: "monthlyOutputTokens",
  apiCachedShare: "cachedPrefix",
};
const SHOWN = ["apiPaid"] as const;
const all = [...apiQuantities.values()].filter(
  ({ id }) => id !== "apiReplica" && id !== "apiReplicaTokens" && id !== "apiCrossing",
);

/** One column an offer of the plan's own model; undefined where there is none, or no option says a volume. */
export function apiSheet({ apis = [], workload, currency }: Scenario, places: Places): BookSheet | undefined {
  const offers = apis.filter(({ model }) => model === workload.model);
  const option = places.options.findIndex(
    (cells) => cells?.known(ofEngine.get("monthlyInputTokens") as Quantity) === true,
  );
  const cells = places.options[option];
  if (offers.length === 0 || !cells) return undefined;
  const engine = (id: string) => ofEngine.get(id) as Quantity;
  const given = offers.map(
    ({ input, output, cachedInput = input }): ApiGiven => ({
      apiInputPrice: input * PER_MILLION,
      apiCachedPrice: cachedInput * PER_MILLION,
      apiOutputPrice: output * PER_MILLION,
      apiRead: cells.value(engine("monthlyInputTokens")),
      apiWritten: cells.value(engine("monthlyOutputTokens")),
      apiCachedShare: cells.value(engine("cachedPrefix")),
      apiReplica: 0,
      apiReplicaTokens: 0,
    }),
  );
  const at = (quantity: Quantity, offer: number) =>
    address("API", FIRST.row + all.indexOf(quantity), FIRST.column + offer);
  const cell = (quantity: Quantity, offer: number): BookCell => {
    const value = apiValue(quantity, given[offer] as ApiGiven);
    if (quantity.kind === "formula")
      return live(
        formulaCell(quantity, (read) => at(read, offer)),
        value,
      );
    const linked = LINKED[quantity.id as keyof ApiGiven];
    return linked ? live(places.of(engine(linked), { option }), value) : number(value, "input");
  };
  const rate = currency?.perDollar ?? 1;
  const amounts = SHOWN.map((id) => {
    const quantity = apiQuantities.get(id) as Quantity;
    return [
      text("", "muted"),
      text(`A month, in the plan's currency`),
      text(currency?.code ?? "USD", "muted"),
      ...offers.map((_, offer) =>
        live(
          `${at(quantity, offer)}*${RATE}`,
          apiValue(quantity, given[offer] as ApiGiven) * rate,
          amountFormat(currency?.code ?? "USD"),
        ),
      ),
    ];
  });
  return {
    name: "API",
    widths: [24, 56, 12, ...offers.map(() => 26)],
    frozen: { rows: 1, columns: 2 },
    rows: [
      heads(
        "id",
        "label",
        "unit",
        ...offers.map(({ provider, name, asOf }) => `${provider}, ${name}, ${asOf}`),
      ),
      ...all.map((quantity) => [
        text(quantity.id, "muted"),
        text(quantity.label),
        text(unitText(quantity.unit), "muted"),
        ...offers.map((_, offer) => cell(quantity, offer)),
      ]),
      ...amounts,
    ],
  };
}
