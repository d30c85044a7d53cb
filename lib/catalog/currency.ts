import * as z from "zod";
import { parseUnit } from "@/lib/units";
import { date, type Figure, recordId, text } from "./figure";

/** What one unit of a currency was worth, by the means of stated periods: one file a currency. */
export const currencySchema = z.strictObject({
  id: recordId,
  /** ISO 4217. */
  code: z.string().regex(/^[A-Z]{3}$/),
  name: text,
  rate: z
    .array(
      z.strictObject({
        /** US dollars for one. */
        usd: z.number().positive(),
        /** First and last month of the mean, both within. */
        from: date,
        to: date,
        source: recordId,
        note: text.optional(),
      }),
    )
    .min(1),
  reviewBy: date,
});
export type Currency = z.infer<typeof currencySchema>;

const PRINTED = /^([\d.,]+) ([A-Z]{3})\/(kWh|MWh)$/;

type Printed = { readonly value: string; readonly source: string; readonly note?: string };

/**
 * A price of energy that a source prints in its own currency, in USD per joule, by the mean rate of the period that
 * the price is of ("2025-12" is within 2025-07 to 2025-12). Undefined where no rate of that period is recorded: a
 * price is never converted by another time's rate, and never in silence, so the text says both.
 */
export function inDollars(
  { value, source, note }: Printed,
  asOf: string,
  currencies: readonly Currency[],
): Figure | undefined {
  const [, amount = "", code = "", unit = ""] = PRINTED.exec(value) ?? [];
  const rate = currencies
    .find((one) => one.code === code)
    ?.rate.find(({ from, to }) => within(asOf, from, to));
  if (!rate) return undefined;
  const period = rate.from === rate.to ? rate.from : `${rate.from} to ${rate.to}`;
  return {
    value: (Number(amount.replaceAll(",", "")) * rate.usd) / parseUnit(unit).factor,
    text: `${value} at ${rate.usd} USD/${code}, the mean of ${period}`,
    source,
    ...(note ? { note } : {}),
  };
}

/** Whether a date, a month or a whole year lies within a period of months. */
const within = (asOf: string, from: string, to: string): boolean =>
  asOf.length === 4
    ? from === `${asOf}-01` && to === `${asOf}-12`
    : asOf.slice(0, 7) >= from && asOf.slice(0, 7) <= to;
