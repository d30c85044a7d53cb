import type { PlanCurrency } from "@/lib/scenario/currency";
import { address, type BookSheet, heads, number, text } from "./book";

const RATE_ROW = 2;

/** The cell by which amounts of dollars become the plan's currency: one where that is the dollar. */
export const RATE = address("Currency", RATE_ROW, 1);

/** What the plan's amounts are in, and at which rate: editing it changes every amount on the sheets that people read. */
export function currencySheet(currency: PlanCurrency | undefined): BookSheet {
  const { code, perDollar, asOf, source } = currency ?? {
    code: "USD",
    perDollar: 1,
    asOf: "",
    source: "The formulas count in US dollars",
  };
  return {
    name: "Currency",
    widths: [34, 24, 60],
    rows: [
      heads("Amounts that people read", "Value", "Comment"),
      [text("Currency"), text(code)],
      [
        text(`${code} for one US dollar`),
        number(perDollar, currency ? "input" : "locked"),
        text(
          "Summary, Compare, Months, API and the last columns of TopologyMonths follow it; all else counts in US dollars.",
          "muted",
        ),
      ],
      [text("As of"), text(asOf)],
      [text("Source"), text(source)],
    ],
  };
}

/** How an amount of the currency is written: its code in front, its digits as the reader's program groups them. */
export const amountFormat = (code: string, decimals = 2): string =>
  `[$${code}] #,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
