import { type AsInput, inForm, number, optionalChoice, percent } from "./field-kinds";

const share = <const I extends AsInput>(label: string, most: number, input: I, empty?: string) =>
  percent(label, [0, most], { ...(empty ? { empty } : {}), input });
const dollars = <const I extends AsInput>(label: string, unit: string, most: number, input: I) =>
  number(label, unit, [0, most], { step: 0.01, input });

// What each setting is stands in money-help.ts.

/** How hours are paid for. An option may say each of these for itself. */
export const termFields = inForm("terms", {
  "money.discount": share("Discount", 0.9, {
    id: "discountShare",
  }),
  "money.committedShare": share("Committed", 1, {}),
  "money.committedDiscount": share("Committed discount", 0.95, {}),
  "money.committedMonths": number("Commitment", "month", [1, 60], {
    input: { of: "months", unit: "1", otherwise: 36 },
  }),
  "money.committedFrom": number("Starts in month", "1", [1, 60], {
    empty: "the first",
  }),
  "money.upfrontShare": share("Paid upfront", 1, {
    of: "months",
  }),
  "money.spotShare": share("Spot", 1, {}),
  "money.spotDiscount": share("Spot discount", 0.95, {}),
  "money.interruptions": number("Interruptions a day", "1", [0, 100], {
    step: 0.01,
    input: {},
  }),
  "money.restartTime": number("Restart", "s", [0, 86_400], {
    input: {},
  }),
});

/** What owning costs. An option may say each of these for itself. */
export const owningFields = inForm("owning", {
  "money.purchasePrice": number("Purchase", "USD", [0, 10_000_000], {
    step: 0.01,
    empty: "catalog's",
  }),
  "money.serverShare": share("Server and network", 5, {}, "not counted"),
  "money.spares": share("Spares", 1, { id: "spareShare" }),
  "money.life": number("Life", "year", [0.5, 15], {
    step: 0.5,
    input: { unit: "s", otherwise: 5 },
  }),
  "money.residual": share("Residual value", 0.9, {
    id: "residualShare",
  }),
  "money.interest": share("Interest", 0.5, {
    id: "yearlyInterest",
    otherwise: 0.08,
  }),
  "money.upkeep": share("Upkeep", 0.5, { id: "upkeepShare" }),
  "money.hosting": dollars("Hosting", "USD/kW/month", 5000, { id: "hostingPrice", unit: "USD/W/s" }),
  "money.staff": dollars("Staff", "USD/month", 100_000, {
    id: "staffPrice",
    unit: "USD/s",
  }),
});

/** What a token costs of a bill. An option may say each of these for itself. */
export const tokenFields = inForm("tokens", {
  "money.costRule": optionalChoice(
    "Cost is split by",
    "",
    {
      time: "Time",
      ratio: "Price ratio",
      operations: "Operations",
    },
    { input: {} },
  ),
  "money.outputRatio": number("Output over input", "1", [0.1, 100], {
    scale: "log",
    step: 0.1,
    input: { otherwise: 4 },
  }),
  "money.cachedRatio": share("Cached over new input", 1, {}),
});

/** What the months to come are assumed to bring: the same for every option. */
export const projectionFields = inForm("months", {
  "money.startYear": number("Starts in year", "1", [2020, 2100], {
    plain: true,
    empty: "undated",
  }),
  "money.startMonth": number("Starts in month of the year", "1", [1, 12], {
    empty: "1",
  }),
  "money.months": number("Months", "1", [12, 60], {
    empty: "36",
  }),
  "money.growth": percent("Traffic growth a year", [-0.9, 20], {
    input: { id: "yearlyGrowth", of: "months" },
  }),
  "money.growthSpread": percent("Growth, give or take", [0, 2], {
    empty: "half of it",
  }),
  "money.ramp": number("Launch ramp", "1", [0, 36], {
    input: { id: "rampMonths", of: "months" },
  }),
  "money.seasonSwing": percent("Season", [0, 0.95], {}),
  "money.seasonPeak": number("Busiest month", "1", [1, 12], {
    empty: "12",
  }),
  "money.priceDecline": percent("Price decline", [-0.5, 0.9], {
    input: { id: "yearlyDecline", of: "months" },
  }),
  "money.generationGain": share("Faster generations", 10, { of: "months" }),
  "money.generationMonths": number("A generation lasts", "month", [6, 60], {
    input: { of: "months", unit: "1", otherwise: 24 },
  }),
  "money.discountRate": share("Discount rate", 0.5, { of: "months", otherwise: 0.08 }),
  "money.budget": dollars("Budget", "USD", 1e12, {
    of: "months",
  }),
  "money.batchShare": percent("May wait for a batch", [0, 1], {
    form: "tokens",
  }),
  "money.tokenPrice": number("Price charged", "USD/Mtok", [0, 10_000], {
    step: 0.01,
    form: "tokens",
    input: { of: "months", unit: "USD/tok" },
  }),
});
