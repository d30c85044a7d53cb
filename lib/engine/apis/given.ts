import type { ApiOffer, Money, Workload } from "@/lib/scenario/schema";
import { parseUnit } from "@/lib/units";
import type { ApiGiven } from "./quantities";

const PER_MILLION = parseUnit("USD/Mtok").factor;
const MINUTE = parseUnit("min").factor;

/** How long the requests are and how many come in the busiest hour. */
export interface ApiLoad {
  /** Of a request or of a month. */
  readonly read: number;
  readonly written: number;
  /** What one request reads and is answered with, and their rate in the busiest hour, 1/s; absent where it is not known. */
  readonly peak?: { readonly rate: number; readonly read: number; readonly written: number };
}

/** What the formulas of an offer are given. Of a limit that is not known there is none, and no discount. */
export function apiGiven(
  offer: ApiOffer,
  { cachedPrefix }: Pick<Workload, "cachedPrefix">,
  { batchShare = 0 }: Pick<Money, "batchShare">,
  { read, written, peak }: ApiLoad,
): ApiGiven {
  const { input, output, cachedInput = input } = offer;
  const limit = (perMinute = 0) => perMinute / MINUTE;
  return {
    apiInputPrice: input * PER_MILLION,
    apiCachedPrice: cachedInput * PER_MILLION,
    apiOutputPrice: output * PER_MILLION,
    apiRead: read,
    apiWritten: written,
    apiCachedShare: cachedPrefix,
    apiBatchShare: batchShare,
    apiBatchDiscount: offer.batchDiscount ?? 0,
    apiPeak: peak?.rate ?? Number.NaN,
    apiRequestRead: peak?.read ?? Number.NaN,
    apiRequestWritten: peak?.written ?? Number.NaN,
    apiRequestLimit: limit(offer.requestsPerMinute),
    apiTokenLimit: limit(offer.tokensPerMinute),
    apiOutputLimit: limit(offer.outputTokensPerMinute),
  };
}

/** Whether any limit of an account is known. */
export const hasLimit = (offer: ApiOffer): boolean =>
  [offer.requestsPerMinute, offer.tokensPerMinute, offer.outputTokensPerMinute].some(
    (limit) => limit !== undefined,
  );
