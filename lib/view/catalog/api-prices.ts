import type { ApiPrice } from "@/lib/catalog/schema";
import { isStalePrice } from "./age";
import type { CatalogColumn, CatalogTable, CellOrigin } from "./catalog-table";
import { originOfFigure, type SourceLookup, withSources } from "./cells";
import { inUnit } from "./in-unit";
import { modelPlanPath } from "./plan-paths";

const perToken = {
  unit: "USD/Mtok",
  base: "USD/tok",
  kind: "number",
  filter: "number",
  narrow: true,
} as const;
const prices = ["input", "output", "cachedInput"] as const;
const terms = ["batchDiscount", "requestsPerMinute", "tokensPerMinute", "outputTokensPerMinute"] as const;
const perMinute = { unit: "1", kind: "number", filter: "number", narrow: true, extra: true } as const;
const ofAnAccount = "What one account may ask in a minute.";

const columns: CatalogColumn[] = [
  { id: "model", label: "Model", kind: "text", filter: "text", link: { path: "/models", key: "modelId" } },
  { id: "provider", label: "Provider", kind: "text", filter: "choice", narrow: true },
  { id: "name", label: "Sold as", kind: "text", filter: "text", extra: true },
  { ...perToken, id: "input", label: "Input" },
  { ...perToken, id: "output", label: "Output" },
  {
    ...perToken,
    id: "cachedInput",
    label: "Cached input",
    help: "Input that a prompt cache already holds. Unknown also means that none is offered.",
  },
  {
    id: "batchDiscount",
    label: "Off for a batch",
    unit: "%",
    base: "1",
    kind: "number",
    filter: "number",
    narrow: true,
    help: "Taken off every token of a batch that may take a day.",
  },
  { ...perMinute, id: "requestsPerMinute", label: "Requests a minute", help: ofAnAccount },
  { ...perMinute, id: "tokensPerMinute", label: "Tokens a minute", help: ofAnAccount },
  { ...perMinute, id: "outputTokensPerMinute", label: "Written tokens a minute", help: ofAnAccount },
  { id: "asOf", label: "As of", kind: "text", filter: "date", narrow: true },
];

/** What managed APIs charge per token for models of this catalog. `today` is YYYY-MM-DD. */
export function apiPricesTable(
  offers: readonly ApiPrice[],
  nameOf: (modelId: string) => string,
  plannable: (modelId: string) => boolean,
  sourceOf: SourceLookup,
  today: string,
): CatalogTable {
  const origins: CatalogTable["origins"] = {};
  const rows = offers.map((offer) => {
    const { id, model, provider, name, asOf } = offer;
    const cells: Record<string, number | null> = {};
    const cellOrigins: Record<string, CellOrigin> = isStalePrice(asOf, today)
      ? { asOf: { source: offer.input.source, stale: true } }
      : {};
    for (const price of prices) {
      const figure = offer[price];
      cells[price] = figure ? inUnit(figure.value, "USD/Mtok", "USD/tok") : null;
      if (figure) cellOrigins[price] = { ...originOfFigure(figure), asOf };
    }
    for (const term of terms) {
      const figure = offer[term];
      cells[term] = figure
        ? term === "batchDiscount"
          ? inUnit(figure.value, "%", "1")
          : figure.value
        : null;
      if (figure) cellOrigins[term] = originOfFigure(figure);
    }
    origins[id] = cellOrigins;
    const plan = plannable(model) ? modelPlanPath(model) : null;
    return { id, modelId: model, model: nameOf(model), provider, name, ...cells, asOf, plan };
  });
  return withSources(
    { id: "api-prices", title: "Managed APIs", columns, rows, origins, planKey: "plan" },
    sourceOf,
  );
}
