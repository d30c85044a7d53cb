import { FOR_OPTION } from "./field-kinds";
import { type FieldPath, fields } from "./fields";

type MoneyPath = Extract<FieldPath, `money.${string}`>;

/**
 * What each setting of money is: a first sentence that says it by itself, and what else a person should know. Apart from its
 * row, because the page that plans opens with the rows and nobody reads of money on it before the view of money is there.
 */
export const moneyHelp: Readonly<Record<MoneyPath, string>> = {
  "money.discount": "Negotiated discount off every rented hour.",
  "money.committedShare": "Share of the hours under a commitment, paid used or not.",
  "money.committedDiscount": "What a commitment takes off the on-demand price.",
  "money.committedMonths": "Months that a commitment lasts; then its hours cost what others cost.",
  "money.committedFrom": "Month of the projection in which it starts.",
  "money.upfrontShare": "Share of a commitment that is paid when it starts.",
  "money.spotShare": "Share of the hours that may be interrupted.",
  "money.spotDiscount": "What spot takes off the on-demand price.",
  "money.interruptions": "How often a day a spot machine is taken away.",
  "money.restartTime": "Paid time after an interruption that serves nobody.",
  "money.purchasePrice": "Of one accelerator. Left empty, the catalog's where it has one.",
  "money.serverShare": "Chassis, switches and cables over the accelerator's price.",
  "money.spares": "Machines bought beyond those that serve.",
  "money.life": "Time over which a purchase is paid off and written down.",
  "money.residual": "Share of the outlay that comes back at the end of life.",
  "money.interest": "Interest of a year on the capital tied up, compounded monthly.",
  "money.upkeep": "Support and repairs a year over the outlay.",
  "money.hosting": "Room and connection per kW of machines, without electricity.",
  "money.staff": "Staff for one accelerator.",
  "money.costRule": "How a bill is split between input and output tokens; by time where nothing is said.",
  "money.outputRatio": "Price of an output token over an input token's.",
  "money.cachedRatio": "Price of a cached input token over a new one's.",
  "money.startYear": "Of the first month.",
  "money.startMonth": "Of the first month: 1 is January.",
  "money.months": "How far the projection looks.",
  "money.growth": "Growth of the traffic in a year, compounded monthly.",
  "money.growthSpread": "How far the growth may be off, each way.",
  "money.ramp": "Months until all traffic is there.",
  "money.seasonSwing": "How far traffic swings about its mean in a year.",
  "money.seasonPeak": "Month of the year with the most traffic.",
  "money.priceDecline": "How far prices of hours and machines fall in a year. Commitments keep theirs.",
  "money.generationGain":
    "What a replica on each new generation of rented machines serves more, at the market's price of an hour.",
  "money.generationMonths":
    "Months until the next generation may be rented; machines that are bought stay what they are.",
  "money.discountRate": "Rate of a year by which later payments count less, for the present value.",
  "money.budget": "What may be spent over the months.",
  "money.batchShare":
    "Share of the requests that an API may answer within a day, at its batch discount. Machines of one's own are sized for all of them.",
  "money.tokenPrice": "What customers pay for a token, read and written alike; the margin is shown.",
};

/** What a setting is, of whatever section; what an option says for itself is what it is for all. */
export function helpOf(path: FieldPath): string {
  const { help } = fields[path];
  const known = moneyHelp as Readonly<Record<string, string>>;
  return help || known[path] || `${known[path.replace("options.", "money.")]} ${FOR_OPTION}`;
}
