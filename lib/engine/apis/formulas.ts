import { formula } from "@/lib/formula";
import {
  apiBatchDiscount,
  apiBatchShare,
  apiCachedPrice,
  apiCachedShare,
  apiInputPrice,
  apiOutputLimit,
  apiOutputPrice,
  apiPeak,
  apiRead,
  apiRequestLimit,
  apiRequestRead,
  apiRequestWritten,
  apiTokenLimit,
  apiWritten,
} from "./inputs";

/** What a managed API costs, and how many accounts its limits take at the peak. */

export const apiTokenCost = formula(
  "USD/tok",
  "Cost of a token, input and output together",
)`(${apiRead} * ((1 - ${apiCachedShare}) * ${apiInputPrice} + ${apiCachedShare} * ${apiCachedPrice}) + ${apiWritten} * ${apiOutputPrice}) * (1 - ${apiBatchShare} * ${apiBatchDiscount}) / (${apiRead} + ${apiWritten})`;

export const apiPaid = formula(
  "USD",
  "Paid for so many tokens",
)`${apiTokenCost} * (${apiRead} + ${apiWritten})`;

/** Batches have a queue and limits of their own. */
export const apiDirectPeak = formula(
  "1/s",
  "Requests per second in the busiest hour that wait for no batch",
)`${apiPeak} * (1 - ${apiBatchShare})`;

export const apiPeakTokens = formula(
  "tok/s",
  "Tokens per second of these, read and written",
)`${apiDirectPeak} * (${apiRequestRead} + ${apiRequestWritten})`;

export const apiPeakOutput = formula(
  "tok/s",
  "Tokens per second of these, written",
)`${apiDirectPeak} * ${apiRequestWritten}`;

export const apiAccounts = formula(
  "1",
  "Accounts that the busiest hour takes, or how many times the limits of one",
)`max(1, if(${apiRequestLimit} > 0, ceil(${apiDirectPeak} / ${apiRequestLimit}), 1), if(${apiTokenLimit} > 0, ceil(${apiPeakTokens} / ${apiTokenLimit}), 1), if(${apiOutputLimit} > 0, ceil(${apiPeakOutput} / ${apiOutputLimit}), 1))`;
