import type { ApiEstimate } from "@/lib/engine";
import type { PlanCurrency } from "@/lib/scenario/currency";
import type { ApiOffer } from "@/lib/scenario/schema";
import { formatQuantity, grouped, parseUnit } from "@/lib/units";
import { currencySign } from "../currency";
import { percent } from "../percent";

const MINUTE = parseUnit("min").factor;

/** What a million tokens cost at an offer, "input $0.60 · cached $0.30 · output $1.20 a million". */
export function offerPrices(
  { input, cachedInput, output }: Pick<ApiOffer, "input" | "cachedInput" | "output">,
  currency: PlanCurrency | undefined,
): string {
  const amount = (dollars: number) => {
    const value = dollars * (currency?.perDollar ?? 1);
    // Prices of tokens are small, and two of them may differ in the fourth digit.
    return `${currency ? currencySign(currency.code) : "$"}${Number(value.toPrecision(4))}`;
  };
  const cached = cachedInput === undefined ? "" : ` · cached ${amount(cachedInput)}`;
  return `input ${amount(input)}${cached} · output ${amount(output)} a million`;
}

/** What is known of an offer's batches: "batch −50 %". */
export const batchText = ({ batchDiscount }: Pick<ApiOffer, "batchDiscount">): string =>
  batchDiscount === undefined
    ? "batch discount not known"
    : batchDiscount === 0
      ? "no batch discount"
      : `batch −${percent(batchDiscount, 0)}`;

const LIMITS = [
  ["requestsPerMinute", "requests"],
  ["tokensPerMinute", "tokens"],
  ["outputTokensPerMinute", "tokens written"],
] as const;

/** A count of a minute: "36k", "1.2M". */
const count = (value: number) => {
  const { number, unit } = formatQuantity(value, "1");
  return `${number}${unit}`;
};

/** What one account may ask in a minute, of what is known. */
export function limitText(offer: Pick<ApiOffer, (typeof LIMITS)[number][0]>): string {
  const known = LIMITS.flatMap(([key, what]) => {
    const limit = offer[key];
    return limit === undefined ? [] : [`${count(limit)} ${what}`];
  });
  return known.length === 0 ? "limits not known" : `${known.join(", ")} a minute for an account`;
}

/** What the busiest hour asks beside what one account may, and how many accounts that takes; undefined without either. */
export function peakText({ figures }: Pick<ApiEstimate, "figures">): string | undefined {
  const { apiDirectPeak: requests, apiPeakTokens: tokens, apiPeakOutput: output, apiAccounts } = figures;
  if (requests === undefined || tokens === undefined || output === undefined) return undefined;
  const asked = `The busiest hour asks ${count(requests * MINUTE)} requests, ${count(tokens * MINUTE)} tokens (${count(output * MINUTE)} written) a minute`;
  if (apiAccounts === undefined) return `${asked}; whether one account may is not known.`;
  return apiAccounts > 1
    ? `${asked}: more than one account may. It takes ${grouped(apiAccounts)} accounts, or a tier with ${grouped(apiAccounts)} times the limits.`
    : `${asked}: one account may.`;
}
