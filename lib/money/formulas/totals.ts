import { formula, rollup, running } from "@/lib/formula";
import { month, yearMonths } from "../inputs";
import { knobs } from "../knobs";
import { capex, electricityPaid, remainingValue, resale, runningPaid } from "./owning";
import { committedPaid, flexiblePaid, upfrontPaid } from "./renting";
import { tokens } from "./traffic";

const { budget, discountRate, tokenPrice } = knobs;

/** What is paid each month and altogether. */

export const opex = formula(
  "USD",
  "Running costs of the month",
)`${committedPaid} + ${flexiblePaid} + ${runningPaid} + ${electricityPaid}`;

export const capital = formula(
  "USD",
  "Capital and prepayments of the month",
)`${capex} + ${upfrontPaid} - ${resale}`;

export const paid = formula("USD", "Paid in the month")`${opex} + ${capital}`;

export const cumulative = running("Paid so far", paid);

export const presentValue = formula(
  "USD",
  "Present value of what is paid in the month",
)`${paid} / (1 + ${discountRate}) ^ (${month} / ${yearMonths})`;

export const netPresent = rollup("Net present cost", presentValue);

export const totalPaid = rollup("Paid over all months", paid);

export const totalTokens = rollup("Tokens over all months", tokens);

export const paidPerToken = formula(
  "USD/tok",
  "Paid per token over all months",
)`${totalPaid} / ${totalTokens}`;

export const within = formula(
  "1",
  "Whether what is paid so far keeps the budget",
)`if(${cumulative} <= ${budget}, 1, 0)`;

export const monthsWithin = rollup("Months that keep the budget", within);

export const revenue = formula("USD", "What customers pay")`${tokens} * ${tokenPrice}`;

export const margin = formula("USD", "What is left of it")`${revenue} - ${paid}`;

export const totalRevenue = rollup("What customers pay over all months", revenue);

export const totalMargin = rollup("Left over all months", margin);

export const paidShare = formula(
  "1",
  "Share of what customers pay that serving takes, zero where nothing is charged",
)`if(${totalRevenue} > 0, ${totalPaid} / ${totalRevenue}, 0)`;

export const serviceReturn = formula(
  "1",
  "Left over all months for what is paid, zero where nothing is charged",
)`if(${totalRevenue} > 0, ${totalMargin} / ${totalPaid}, 0)`;

/** Cash is not all: bought machines are still worth something. */
export const position = formula(
  "USD",
  "Paid so far, less what the machines are still worth",
)`${cumulative} - ${remainingValue}`;
