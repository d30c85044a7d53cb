import type { PlanCurrency } from "@/lib/scenario/currency";
import { dayText, formatIn, formatQuantity, type QuantityText } from "@/lib/units";
import type { Cell, Column, Table } from "./table";

/** What a currency is written as before an amount: "€", "CHF ". */
export function currencySign(code: string): string {
  const sign = new Intl.NumberFormat("en", {
    style: "currency",
    currency: code,
    currencyDisplay: "narrowSymbol",
  })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value;
  return sign === undefined || sign === code ? `${code} ` : sign;
}

const isAmount = ({ unit }: Column): boolean => unit?.startsWith("USD") ?? false;

/** The table with its amounts in the plan's currency: cells stay in dollars, as the formulas are, and are shown in it. */
export function inCurrency<C extends Column, R extends Record<string, Cell>>(
  table: Table<C, R>,
  currency: PlanCurrency | undefined,
): Table<C, R> {
  if (!currency) return table;
  const { code, perDollar } = currency;
  return {
    ...table,
    columns: table.columns.map((column) =>
      isAmount(column) ? { ...column, currency: { code, sign: currencySign(code), perDollar } } : column,
    ),
  };
}

/** An amount of dollars, or dollars for something, as the plan's currency writes it. */
export function moneyText(
  value: number,
  unit: string,
  currency: PlanCurrency | undefined,
  digits = 3,
): QuantityText {
  const text = formatQuantity(value * (currency?.perDollar ?? 1), unit, { digits });
  if (!currency) return text;
  const written = (each: string) => each.replace("$", currencySign(currency.code));
  return { number: written(text.number), unit: text.unit, full: written(text.full) };
}

/** A value with its unit, an amount in the plan's currency: "€2.24/h", "1.2 s". */
export function amountText(value: number, unit: string, currency: PlanCurrency | undefined): string {
  const { number, unit: shown } = moneyText(value, unit, currency);
  return `${number}${shown.startsWith("/") || shown === "" ? "" : " "}${shown}`;
}

/** At which rate amounts are shown, of which day and by whose word. */
export const currencyNote = ({ code, perDollar, asOf, source }: PlanCurrency): string =>
  `Amounts in ${code} at ${formatIn(perDollar, "1")} ${code} for a US dollar, ${dayText(asOf)}, ${source}`;

/** An amount that a person types is one of US dollars, also where amounts are shown in another currency: then it says so. */
export const asTyped = (text: string, unit: string, currency: PlanCurrency | undefined): string =>
  currency && unit.startsWith("USD") ? `${text} (typed in US dollars)` : text;
