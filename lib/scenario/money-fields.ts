import { type AsInput, inForm, number, optionalChoice, percent } from "./field-kinds";

const share = <const I extends AsInput>(
  label: string,
  most: number,
  help: string,
  input: I,
  empty?: string,
) => percent(label, [0, most], { ...(empty ? { empty } : {}), help, input });
const dollars = <const I extends AsInput>(
  label: string,
  unit: string,
  most: number,
  help: string,
  input: I,
) => number(label, unit, [0, most], { step: 0.01, help, input });

/** How hours are paid for. An option may say each of these for itself. */
export const termFields = inForm("terms", {
  "money.discount": share("Discount", 0.9, "Negotiated discount off every rented hour.", {
    id: "discountShare",
  }),
  "money.committedShare": share(
    "Committed",
    1,
    "Share of the hours under a commitment, paid used or not.",
    {},
  ),
  "money.committedDiscount": share(
    "Committed discount",
    0.95,
    "What a commitment takes off the on-demand price.",
    {},
  ),
  "money.committedMonths": number("Commitment", "month", [1, 60], {
    input: { of: "months", unit: "1", otherwise: 36 },
    help: "Months that a commitment lasts; then its hours cost what others cost.",
  }),
  "money.committedFrom": number("Starts in month", "1", [1, 60], {
    empty: "the first",
    help: "Month of the projection in which it starts.",
  }),
  "money.upfrontShare": share("Paid upfront", 1, "Share of a commitment that is paid when it starts.", {
    of: "months",
  }),
  "money.spotShare": share("Spot", 1, "Share of the hours that may be interrupted.", {}),
  "money.spotDiscount": share("Spot discount", 0.95, "What spot takes off the on-demand price.", {}),
  "money.interruptions": number("Interruptions a day", "1", [0, 100], {
    step: 0.01,
    input: {},
    help: "How often a day a spot machine is taken away.",
  }),
  "money.restartTime": number("Restart", "s", [0, 86_400], {
    input: {},
    help: "Paid time after an interruption that serves nobody.",
  }),
});

/** What owning costs. An option may say each of these for itself. */
export const owningFields = inForm("owning", {
  "money.purchasePrice": number("Purchase", "USD", [0, 10_000_000], {
    step: 0.01,
    empty: "catalog's",
    help: "Of one accelerator. Left empty, the catalog's where it has one.",
  }),
  "money.serverShare": share(
    "Server and network",
    5,
    "Chassis, switches and cables over the accelerator's price.",
    {},
    "not counted",
  ),
  "money.spares": share("Spares", 1, "Machines bought beyond those that serve.", { id: "spareShare" }),
  "money.life": number("Life", "year", [0.5, 15], {
    step: 0.5,
    input: { unit: "s", otherwise: 5 },
    help: "Time over which a purchase is paid off and written down.",
  }),
  "money.residual": share("Residual value", 0.9, "Share of the outlay that comes back at the end of life.", {
    id: "residualShare",
  }),
  "money.interest": share("Interest", 0.5, "Interest of a year on the capital tied up, compounded monthly.", {
    id: "yearlyInterest",
    otherwise: 0.08,
  }),
  "money.upkeep": share("Upkeep", 0.5, "Support and repairs a year over the outlay.", { id: "upkeepShare" }),
  "money.hosting": dollars(
    "Hosting",
    "USD/kW/month",
    5000,
    "Room and connection per kW of machines, without electricity.",
    { id: "hostingPrice", unit: "USD/W/s" },
  ),
  "money.staff": dollars("Staff", "USD/month", 100_000, "Staff for one accelerator.", {
    id: "staffPrice",
    unit: "USD/s",
  }),
});

/** What a token costs of a bill. An option may say each of these for itself. */
export const tokenFields = inForm("tokens", {
  "money.costRule": optionalChoice(
    "Cost is split by",
    "How a bill is split between input and output tokens; by time where nothing is said.",
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
    help: "Price of an output token over an input token's.",
  }),
  "money.cachedRatio": share(
    "Cached over new input",
    1,
    "Price of a cached input token over a new one's.",
    {},
  ),
});

/** What the months to come are assumed to bring: the same for every option. */
export const projectionFields = inForm("months", {
  "money.startYear": number("Starts in year", "1", [2020, 2100], {
    empty: "undated",
    help: "Of the first month.",
  }),
  "money.startMonth": number("Starts in month of the year", "1", [1, 12], {
    empty: "1",
    help: "Of the first month: 1 is January.",
  }),
  "money.months": number("Months", "1", [12, 60], {
    empty: "36",
    help: "How far the projection looks.",
  }),
  "money.growth": percent("Traffic growth", [-0.9, 20], {
    input: { id: "yearlyGrowth", of: "months" },
    help: "Growth of the traffic in a year, compounded monthly.",
  }),
  "money.growthSpread": percent("Growth, give or take", [0, 2], {
    empty: "half of it",
    help: "How far the growth may be off, each way.",
  }),
  "money.ramp": number("Launch ramp", "1", [0, 36], {
    input: { id: "rampMonths", of: "months" },
    help: "Months until all traffic is there.",
  }),
  "money.seasonSwing": percent("Season", [0, 0.95], {
    help: "How far traffic swings about its mean in a year.",
  }),
  "money.seasonPeak": number("Busiest month", "1", [1, 12], {
    empty: "12",
    help: "Month of the year with the most traffic.",
  }),
  "money.priceDecline": percent("Price decline", [-0.5, 0.9], {
    input: { id: "yearlyDecline", of: "months" },
    help: "How far prices of hours and machines fall in a year. Commitments keep theirs.",
  }),
  "money.generationGain": share(
    "Faster generations",
    10,
    "What a replica on each new generation of rented machines serves more, at the market's price of an hour.",
    { of: "months" },
  ),
  "money.generationMonths": number("A generation lasts", "month", [6, 60], {
    input: { of: "months", unit: "1", otherwise: 24 },
    help: "Months until the next generation may be rented; machines that are bought stay what they are.",
  }),
  "money.discountRate": share(
    "Discount rate",
    0.5,
    "Rate of a year by which later payments count less, for the present value.",
    { of: "months", otherwise: 0.08 },
  ),
  "money.budget": dollars("Budget", "USD", 1e12, "What may be spent over the months.", {
    of: "months",
  }),
  "money.batchShare": percent("May wait for a batch", [0, 1], {
    form: "tokens",
    help: "Share of the requests that an API may answer within a day, at its batch discount. Machines of one's own are sized for all of them.",
  }),
  "money.tokenPrice": number("Price charged", "USD/Mtok", [0, 10_000], {
    step: 0.01,
    form: "tokens",
    input: { of: "months", unit: "USD/tok" },
    help: "What customers pay for a token, read and written alike; the margin is shown.",
  }),
});
