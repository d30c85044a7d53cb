import type { Quantity } from "@/lib/formula";
import type { Scenario } from "@/lib/scenario";
import type { ApiOffer } from "@/lib/scenario/schema";
import { type Explanation, type ExplanationInput, explainedFormula } from "../explain";
import type { Origin } from "../origin";
import { apiAddress } from "./address";
import type { ApiEstimate } from "./estimate-apis";
import { type ApiFigureId, type ApiInputId, apiQuantities, apiValue } from "./quantities";

/** A quantity of an API by its place among the plan's offers: "apis.0/apiTokenCost". */
const ADDRESS = /^apis\.(\d+)\/([A-Za-z][A-Za-z0-9]*)$/;

/** The inputs that an offer says of itself. */
const OFFERED: ReadonlySet<string> = new Set<ApiInputId>([
  "apiInputPrice",
  "apiCachedPrice",
  "apiOutputPrice",
  "apiBatchDiscount",
  "apiRequestLimit",
  "apiTokenLimit",
  "apiOutputLimit",
]);

/** Explains one number of an API. Undefined for an address that names nothing there. */
export function explainApi(
  { apis: offers = [] }: Scenario,
  apis: readonly ApiEstimate[],
  address: string,
): Explanation | undefined {
  const [, place = "", id = ""] = ADDRESS.exec(address) ?? [];
  const quantity = apiQuantities.get(id);
  const found = apis.find(({ api }) => api === Number(place));
  const offer = offers[Number(place)];
  if (!quantity || !found || !offer) return undefined;
  const value = (of: Quantity) => apiValue(of, found.given);
  const input = (of: Quantity): ExplanationInput => ({
    address: apiAddress(found.api, of.id as ApiFigureId),
    label: of.label,
    value: value(of),
    unit: of.unit,
    origin: originOf(of, offer),
  });
  const head = { ...input(quantity), id };
  return quantity.kind === "formula"
    ? { ...head, ...explainedFormula(quantity, value, input) }
    : { ...head, text: "", substituted: "", tex: "", inputs: [] };
}

function originOf({ kind, id }: Quantity, { provider, name, asOf, note }: ApiOffer): Origin {
  if (kind === "formula") return { kind: "formula" };
  if (!OFFERED.has(id)) return { kind: "search", text: "what the plan asks, as its options are asked too" };
  return {
    kind: "user",
    text: `${provider}, ${name}, ${asOf}${note ? `: ${note}` : ""}, as the plan keeps it`,
  };
}
