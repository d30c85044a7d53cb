import { number, optionalChoice } from "./field-kinds";

const share = (label: string, most: number, help: string, empty = "none") =>
  number(label, "%", [0, most], { step: 0.01, scale: "linear", stored: "1", empty, help });
const dollars = (label: string, unit: string, most: number, help: string, empty: string) =>
  number(label, unit, [0, most], { step: 0.01, scale: "linear", integer: false, empty, help });

/** How hours are paid for, and what owning costs. An option may say each of these for itself. */
export const moneyFields = {
  "money.discount": share("Discount", 0.9, "Negotiated, off every rented hour."),
  "money.committedShare": share("Committed", 1, "Share of the hours under a commitment, paid used or not."),
  "money.committedDiscount": share("Committed discount", 0.95, "Off the on-demand price."),
  "money.committedMonths": number("Commitment", "month", [1, 60], {
    scale: "linear",
    empty: "36 months",
    help: "How long it lasts; then its hours cost what others cost.",
  }),
  "money.committedFrom": number("Starts in month", "1", [1, 60], {
    scale: "linear",
    empty: "the first",
    help: "Month of the projection in which it starts.",
  }),
  "money.upfrontShare": share("Paid upfront", 1, "Share of it that is paid when it starts."),
  "money.spotShare": share("Spot", 1, "Share of the hours that may be interrupted."),
  "money.spotDiscount": share("Spot discount", 0.95, "Off the on-demand price."),
  "money.interruptions": number("Interruptions a day", "1", [0, 100], {
    step: 0.01,
    scale: "linear",
    empty: "none",
    help: "How often a spot machine is taken away.",
  }),
  "money.restartTime": number("Restart", "s", [0, 86_400], {
    scale: "linear",
    empty: "none",
    help: "Paid time after an interruption that serves nobody.",
  }),
  "money.purchasePrice": dollars(
    "Purchase",
    "USD",
    10_000_000,
    "Of one accelerator. Left empty, the catalog's where it has one.",
    "catalog's",
  ),
  "money.serverShare": share(
    "Server and network",
    5,
    "Chassis, switches and cables over the accelerator's price.",
    "not counted",
  ),
  "money.spares": share("Spares", 1, "Machines bought beyond those that serve."),
  "money.life": number("Life", "year", [0.5, 15], {
    step: 0.5,
    scale: "linear",
    stored: "year",
    integer: false,
    empty: "5 years",
    help: "Over which a purchase is paid off and written down.",
  }),
  "money.residual": share("Residual value", 0.9, "Share of the outlay that comes back at the end of life."),
  "money.interest": share("Interest", 0.5, "Of the capital tied up, a year, compounded monthly.", "8 %"),
  "money.upkeep": share("Upkeep", 0.5, "Support and repairs a year over the outlay."),
  "money.hosting": dollars(
    "Hosting",
    "USD/kW/month",
    5000,
    "Room and connection per kW of machines, without electricity.",
    "not counted",
  ),
  "money.staff": dollars("Staff", "USD/month", 100_000, "Per accelerator.", "not counted"),
  "money.costRule": optionalChoice(
    "Cost is split by",
    "How a bill is split between input and output tokens; by time where nothing is said.",
    [
      { value: "time", label: "Time" },
      { value: "ratio", label: "Price ratio" },
      { value: "operations", label: "Operations" },
    ],
  ),
  "money.outputRatio": number("Output over input", "1", [0.1, 100], {
    step: 0.1,
    empty: "4",
    help: "Price of an output token over an input token's.",
  }),
  "money.cachedRatio": share("Cached over new input", 1, "Price of a cached input token over a new one's."),
} as const;

/** What the months to come are assumed to bring: the same for every option. */
export const projectionFields = {
  "money.startYear": number("Starts in year", "1", [2020, 2100], {
    scale: "linear",
    empty: "undated",
    help: "Of the first month.",
  }),
  "money.startMonth": number("Starts in month of the year", "1", [1, 12], {
    scale: "linear",
    empty: "1",
    help: "Of the first month: 1 is January.",
  }),
  "money.months": number("Months", "1", [12, 60], {
    scale: "linear",
    empty: "36",
    help: "How far the projection looks.",
  }),
  "money.growth": number("Traffic growth", "%", [-0.9, 20], {
    step: 0.01,
    scale: "linear",
    stored: "1",
    empty: "none",
    help: "A year, compounded monthly.",
  }),
  "money.growthSpread": share(
    "Growth, give or take",
    2,
    "How far the growth may be off, each way.",
    "half of it",
  ),
  "money.ramp": number("Launch ramp", "1", [0, 36], {
    scale: "linear",
    empty: "none",
    help: "Months until all traffic is there.",
  }),
  "money.seasonSwing": share("Season", 0.95, "How far traffic swings about its mean in a year."),
  "money.seasonPeak": number("Busiest month", "1", [1, 12], {
    scale: "linear",
    empty: "12",
    help: "Month of the year with the most traffic.",
  }),
  "money.priceDecline": number("Price decline", "%", [-0.5, 0.9], {
    step: 0.01,
    scale: "linear",
    stored: "1",
    empty: "none",
    help: "Of hours and machines in a year. Commitments keep their price.",
  }),
  "money.generationGain": share(
    "Faster generations",
    10,
    "What a replica on each new generation of rented machines serves more, at the market's price of an hour.",
  ),
  "money.generationMonths": number("A generation lasts", "month", [6, 60], {
    scale: "linear",
    empty: "24 months",
    help: "Until the next one may be rented; machines that are bought stay what they are.",
  }),
  "money.discountRate": share("Discount rate", 0.5, "A year, for the present value.", "8 %"),
  "money.budget": dollars("Budget", "USD", 1e12, "What may be spent over the months.", "none"),
  "money.batchShare": share(
    "May wait for a batch",
    1,
    "Share of the requests that an API may answer within a day, at its batch discount. Machines of one's own are sized for all of them.",
  ),
  "money.tokenPrice": dollars(
    "Price charged",
    "USD/Mtok",
    10_000,
    "What customers pay, read and written alike; the margin is shown.",
    "none",
  ),
} as const;
