import { formula } from "@/lib/formula";
import {
  boardPower,
  bought,
  hostPowerFactor,
  knobs,
  listedHour,
  monthsPerYear,
  purchasePrice,
  secondsPerDay,
  secondsPerMonth,
  secondsPerYear,
} from "../inputs";

const {
  committedDiscount,
  committedShare,
  discountShare,
  hostingPrice,
  interruptions,
  life,
  owned,
  residualShare,
  restartTime,
  serverShare,
  spareShare,
  spotDiscount,
  spotShare,
  staffPrice,
  upkeepShare,
  yearlyInterest,
} = knobs;

/** What an hour of one accelerator costs: rented on mixed terms, or owned. */

export const netHour = formula(
  "USD/s",
  "Price of a rented hour after the discount",
)`${listedHour} * (1 - ${discountShare})`;

export const committedHour = formula(
  "USD/s",
  "Committed hours, by their share",
)`${netHour} * ${committedShare} * (1 - ${committedDiscount})`;

/** What is committed cannot be spot too. */
export const usedSpotShare = formula(
  "1",
  "Share of the hours that are spot",
)`min(${spotShare}, 1 - ${committedShare})`;

/** Each interruption pays for a restart that serves nobody. */
export const spotHour = formula(
  "USD/s",
  "Spot hours, by their share, with what interruptions waste",
)`${netHour} * ${usedSpotShare} * (1 - ${spotDiscount}) * (1 + ${interruptions} * ${restartTime} / ${secondsPerDay})`;

export const onDemandHour = formula(
  "USD/s",
  "On-demand hours, by their share",
)`${netHour} * (1 - ${committedShare} - ${usedSpotShare})`;

export const rentedHour = formula(
  "USD/s",
  "Price of a rented hour on these terms",
)`${committedHour} + ${spotHour} + ${onDemandHour}`;

export const outlay = formula(
  "USD",
  "Outlay for one accelerator with its share of server, network and spares",
)`${purchasePrice} * (1 + ${serverShare}) * (1 + ${spareShare})`;

export const residualValue = formula("USD", "Value at the end of life")`${outlay} * ${residualShare}`;

export const lifeMonths = formula("1", "Months of life")`${life} / ${secondsPerMonth}`;

export const monthlyInterest = formula("1", "Interest of a month")`${yearlyInterest} / ${monthsPerYear}`;

/** The equal payment a month that pays off one dollar with interest. */
export const annuityFactor = formula(
  "1",
  "Monthly payment for one dollar of capital",
)`if(${monthlyInterest} > 0, ${monthlyInterest} / (1 - (1 + ${monthlyInterest}) ^ (0 - ${lifeMonths})), 1 / ${lifeMonths})`;

/** What the residual value brings in at the end is worth less today. */
export const capitalHour = formula(
  "USD/s",
  "Capital: the annuity of the outlay less the residual value's",
)`(${outlay} - ${residualValue} * (1 + ${monthlyInterest}) ^ (0 - ${lifeMonths})) * ${annuityFactor} / ${secondsPerMonth}`;

export const depreciationHour = formula(
  "USD/s",
  "Of the capital, straight-line depreciation",
)`(${outlay} - ${residualValue}) / ${lifeMonths} / ${secondsPerMonth}`;

export const interestHour = formula(
  "USD/s",
  "Of the capital, interest",
)`${capitalHour} - ${depreciationHour}`;

export const upkeepHour = formula(
  "USD/s",
  "Upkeep of owned hardware",
)`${outlay} * ${upkeepShare} / ${secondsPerYear}`;

export const hostingHour = formula(
  "USD/s",
  "Hosting of owned hardware",
)`${boardPower} * ${hostPowerFactor} * ${hostingPrice}`;

/** Without its electricity, which follows from the load. */
export const ownedHour = formula(
  "USD/s",
  "Cost of an owned hour",
)`${capitalHour} + ${upkeepHour} + ${hostingHour} + ${staffPrice}`;

export const acceleratorPrice = formula(
  "USD/s",
  "Price of one accelerator",
)`if(${bought} > 0, ${ownedHour}, if(${owned} > 0, ${listedHour}, ${rentedHour}))`;
