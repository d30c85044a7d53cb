import { formula } from "@/lib/formula";
import { knobs, listedHour, secondsPerMonth } from "../inputs";
import { ownElectricity } from "./cost";
import {
  committedHour,
  depreciationHour,
  hostingHour,
  interestHour,
  onDemandHour,
  spotHour,
  upkeepHour,
} from "./hour";
import { acceleratorCount } from "./layout";

const { staffPrice, utilisation } = knobs;

/** The parts of a month's bill, which together are the month's cost. */

export const monthlyCommitted = formula(
  "USD",
  "Committed hours of a month",
)`${acceleratorCount} * ${committedHour} * ${secondsPerMonth}`;

export const monthlySpot = formula(
  "USD",
  "Spot hours of a month",
)`${acceleratorCount} * ${spotHour} * ${secondsPerMonth}`;

export const monthlyOnDemand = formula(
  "USD",
  "On-demand hours of a month",
)`${acceleratorCount} * ${onDemandHour} * ${secondsPerMonth}`;

export const monthlyStated = formula(
  "USD",
  "Hours of a month at their listed or stated price, before terms",
)`${acceleratorCount} * ${listedHour} * ${secondsPerMonth}`;

export const monthlyDepreciation = formula(
  "USD",
  "Depreciation of a month",
)`${acceleratorCount} * ${depreciationHour} * ${secondsPerMonth}`;

export const monthlyInterestCost = formula(
  "USD",
  "Interest of a month",
)`${acceleratorCount} * ${interestHour} * ${secondsPerMonth}`;

export const monthlyUpkeep = formula(
  "USD",
  "Upkeep of a month",
)`${acceleratorCount} * ${upkeepHour} * ${secondsPerMonth}`;

export const monthlyHosting = formula(
  "USD",
  "Hosting of a month",
)`${acceleratorCount} * ${hostingHour} * ${secondsPerMonth}`;

export const monthlyStaff = formula(
  "USD",
  "Staff of a month",
)`${acceleratorCount} * ${staffPrice} * ${secondsPerMonth}`;

export const monthlyOwnElectricity = formula(
  "USD",
  "Electricity of owned hardware in a month",
)`${utilisation} * ${ownElectricity} * ${secondsPerMonth}`;
