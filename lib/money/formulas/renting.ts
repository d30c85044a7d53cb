import { formula } from "@/lib/formula";
import {
  committedFleetShare,
  committedFrom,
  month,
  monthSeconds,
  ownedFleet,
  plannedAccelerators,
  yearMonths,
} from "../inputs";
import { knobs } from "../knobs";
import { committedRate, flexibleRate } from "./option";
import { accelerators } from "./traffic";

const { committedMonths, upfrontShare, yearlyDecline } = knobs;

/** What rented hours cost: a commitment at the price of the day it was made, the rest at each month's. */

export const marketFactor = formula(
  "1",
  "Prices of the month over those of the first",
)`(1 - ${yearlyDecline}) ^ (${month} / ${yearMonths})`;

export const committedPriceFactor = formula(
  "1",
  "Prices when the commitment starts over those of the first month",
)`(1 - ${yearlyDecline}) ^ (${committedFrom} / ${yearMonths})`;

export const committedAccelerators = formula(
  "1",
  "Accelerators under the commitment, used or not",
)`if(${month} >= ${committedFrom}, if(${month} < ${committedFrom} + ${committedMonths}, ${committedFleetShare} * ${plannedAccelerators}, 0), 0)`;

export const flexibleAccelerators = formula(
  "1",
  "Accelerators rented beside the commitment",
)`max(0, ${accelerators} - ${committedAccelerators})`;

export const committedMonth = formula(
  "USD",
  "What a month of the commitment costs, paid or prepaid",
)`${committedFleetShare} * ${plannedAccelerators} * ${committedRate} * ${committedPriceFactor} * ${monthSeconds}`;

export const upfrontPaid = formula(
  "USD",
  "Paid upfront for the commitment",
)`if(${month} == ${committedFrom}, (1 - ${ownedFleet}) * ${upfrontShare} * ${committedMonth} * ${committedMonths}, 0 * ${committedMonth})`;

export const committedPaid = formula(
  "USD",
  "Paid for the commitment in the month",
)`if(${committedAccelerators} > 0, (1 - ${ownedFleet}) * (1 - ${upfrontShare}) * ${committedMonth}, 0 * ${committedMonth})`;

export const flexiblePaid = formula(
  "USD",
  "Paid for other hours",
)`(1 - ${ownedFleet}) * ${flexibleAccelerators} * ${flexibleRate} * ${marketFactor} * ${monthSeconds}`;
