import { number, optionalChoice } from "./field-kinds";

const share = (label: string, most: number, help: string, empty = "none") =>
  number(label, "%", [0, most], { step: 0.01, scale: "linear", stored: "1", empty, help });
const dollars = (label: string, unit: string, most: number, help: string, empty: string) =>
  number(label, unit, [0, most], { step: 0.01, scale: "linear", integer: false, empty, help });

/** How hours are paid for, and what owning costs. An option may say each of these for itself. */
export const moneyFields = {
  "money.discount": share("Discount", 0.9, "Negotiated share off the price of every rented hour."),
  "money.committedShare": share(
    "Committed",
    1,
    "Share of the hours under a commitment: paid used or not, while it lasts.",
  ),
  "money.committedDiscount": share(
    "Committed discount",
    0.95,
    "Share that a commitment takes off the on-demand price.",
  ),
  "money.committedMonths": number("Commitment", "month", [1, 60], {
    scale: "linear",
    empty: "36 months",
    help: "How long the commitment lasts; afterwards its hours cost what others cost then.",
  }),
  "money.committedFrom": number("Starts in month", "1", [1, 60], {
    scale: "linear",
    empty: "the first",
    help: "Month of the projection in which the commitment starts.",
  }),
  "money.upfrontShare": share("Paid upfront", 1, "Share of a commitment that is paid when it starts."),
  "money.spotShare": share("Spot", 1, "Share of the hours that may be interrupted."),
  "money.spotDiscount": share("Spot discount", 0.95, "Share that spot takes off the on-demand price."),
  "money.interruptions": number("Interruptions a day", "1", [0, 100], {
    step: 0.01,
    scale: "linear",
    empty: "none",
    help: "How often a spot machine is taken away in a day.",
  }),
  "money.restartTime": number("Restart", "s", [0, 86_400], {
    scale: "linear",
    empty: "none",
    help: "Paid time that serves nobody after each interruption: a new machine, its image, the weights.",
  }),
  "money.purchasePrice": dollars(
    "Purchase",
    "USD",
    10_000_000,
    "Price of one accelerator that is bought. Left empty, the catalog's where it has one.",
    "catalog's",
  ),
  "money.serverShare": share(
    "Server and network",
    5,
    "Chassis, processors, switches and cables, as a share of the accelerator's price.",
    "not counted",
  ),
  "money.spares": share("Spares", 1, "Machines bought beyond those that serve, as a share of them."),
  "money.life": number("Life", "year", [0.5, 15], {
    step: 0.5,
    scale: "linear",
    stored: "year",
    integer: false,
    empty: "5 years",
    help: "Years over which a purchase is paid off and written down.",
  }),
  "money.residual": share(
    "Residual value",
    0.9,
    "Share of the outlay that a machine still fetches at the end of its life.",
  ),
  "money.interest": share(
    "Interest",
    0.5,
    "Yearly cost of the capital that is tied up, compounded monthly.",
    "8 %",
  ),
  "money.upkeep": share("Upkeep", 0.5, "Support contracts and repairs a year, as a share of the outlay."),
  "money.hosting": dollars(
    "Hosting",
    "USD/kW/month",
    5000,
    "Room, cooling and connection per kW of machines, without electricity.",
    "not counted",
  ),
  "money.staff": dollars(
    "Staff",
    "USD/month",
    100_000,
    "People who run the machines, per accelerator.",
    "not counted",
  ),
  "money.costRule": optionalChoice(
    "Cost is split by",
    "How one bill is split between input and output tokens: by the accelerators' time (the default), by a fixed ratio of prices, or by operations.",
    [
      { value: "time", label: "Time" },
      { value: "ratio", label: "Price ratio" },
      { value: "operations", label: "Operations" },
    ],
  ),
  "money.outputRatio": number("Output over input", "1", [0.1, 100], {
    step: 0.1,
    empty: "4",
    help: "Price of an output token over that of an input token, where the bill is split by a ratio.",
  }),
  "money.cachedRatio": share(
    "Cached over new input",
    1,
    "Price of an input token from the cache over that of a new one. By time it takes none of the prompt's work.",
  ),
} as const;

/** What the months to come are assumed to bring: the same for every option. */
export const projectionFields = {
  "money.startYear": number("Starts in year", "1", [2020, 2100], {
    scale: "linear",
    empty: "undated",
    help: "Year of the projection's first month.",
  }),
  "money.startMonth": number("Starts in month of the year", "1", [1, 12], {
    scale: "linear",
    empty: "1",
    help: "Month of the projection's first month: 1 is January.",
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
    help: "Growth of the traffic a year, compounded monthly.",
  }),
  "money.growthSpread": share(
    "Growth, give or take",
    2,
    "How far the growth may be off, each way: the low and the high case.",
    "half of it",
  ),
  "money.ramp": number("Launch ramp", "1", [0, 36], {
    scale: "linear",
    empty: "none",
    help: "Months until the traffic is all there; it rises evenly from the first.",
  }),
  "money.seasonSwing": share("Season", 0.95, "How far traffic swings above and below its mean over a year."),
  "money.seasonPeak": number("Busiest month", "1", [1, 12], {
    scale: "linear",
    empty: "12",
    help: "Month of the year with the most traffic: 12 is December.",
  }),
  "money.priceDecline": number("Price decline", "%", [-0.5, 0.9], {
    step: 0.01,
    scale: "linear",
    stored: "1",
    empty: "none",
    help: "By how much hours and machines get cheaper in a year. Commitments keep their price while they last.",
  }),
  "money.discountRate": share(
    "Discount rate",
    0.5,
    "Yearly rate by which later payments count less in the present value.",
    "8 %",
  ),
  "money.budget": dollars("Budget", "USD", 1e12, "What may be spent over the projection.", "none"),
  "money.tokenPrice": dollars(
    "Price charged",
    "USD/Mtok",
    10_000,
    "What customers pay for a million tokens, read and written alike: the margin is shown.",
    "none",
  ),
} as const;
