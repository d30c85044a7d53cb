import type { Scenario } from "@/lib/scenario";
import type { FieldPath } from "@/lib/scenario/fields";
import { parseUnit } from "@/lib/units";
import { said } from "../origin";
import { loaded } from "./given";

/** How much is asked of all replicas together. Of the ways to say it one is chosen; the others are zero. */

type Traffic = Scenario["traffic"];

const HOUR = parseUnit("h").factor;

const asked = (
  unit: string,
  label: string,
  path: Extract<FieldPath, `traffic.${string}`>,
  load: Traffic["load"],
  read: (traffic: Traffic) => number,
) =>
  loaded(unit, label, {
    value: ({ plan: { traffic } }) => (traffic.load === load ? read(traffic) : 0),
    origin: ({ load: { plan } }) => said(plan, plan.traffic.load === load ? path : "traffic.load"),
    edit: "free",
  });

export const askedUsers = asked(
  "1",
  "Users at work in the busiest hour",
  "traffic.users",
  "users",
  (t) => t.users,
);
export const askedRate = asked(
  "1/s",
  "Requests asked for in a second of the busiest hour",
  "traffic.requestRate",
  "rate",
  (t) => t.requestRate,
);
export const askedRequests = asked(
  "1",
  "Requests asked for in a day",
  "traffic.requestsPerDay",
  "requests",
  (t) => t.requestsPerDay,
);
export const askedTokens = asked(
  "tok",
  "Tokens asked for in a day, read and written",
  "traffic.tokensPerDay",
  "tokens",
  (t) => t.tokensPerDay,
);

const knob = (
  unit: string,
  label: string,
  path: Extract<FieldPath, `traffic.${string}`>,
  read: (t: Traffic) => number,
) =>
  loaded(unit, label, {
    value: ({ plan }) => read(plan.traffic),
    origin: ({ load }) => said(load.plan, path),
    edit: "free",
  });

export const thinkTime = knob(
  "s",
  "Time between an answer and the user's next request",
  "traffic.thinkTime",
  (t) => t.thinkTime,
);
export const peakToMean = knob(
  "1",
  "Load of the busiest hour over the mean",
  "traffic.peakToMean",
  (t) => t.peakToMean,
);
export const busyTime = knob(
  "s",
  "Time of a day in which requests come",
  "traffic.hoursPerDay",
  (t) => t.hoursPerDay * HOUR,
);
export const busyDays = knob(
  "1",
  "Days of a week in which requests come",
  "traffic.daysPerWeek",
  (t) => t.daysPerWeek,
);
export const burstiness = knob(
  "1",
  "Standard deviation of the time between requests over its mean",
  "traffic.burstiness",
  (t) => t.burstiness,
);
