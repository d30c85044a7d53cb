import { choice, inForm, number, percent, record } from "./field-kinds";

/** What an hour costs beside the accelerator's price: ownership, the place's power and how much of it is used. */
export const financeFields = inForm("cost", {
  "finance.hardware": choice(
    "Hardware",
    "The price of a rented hour holds its electricity. An hour of owned hardware costs what you enter, or what follows from its purchase, and its electricity comes on top at the place's price.",
    "rented",
    {
      rented: "Rented by the hour",
      owned: "Owned, electricity apart",
    },
    { input: { id: "owned" } },
  ),
  "finance.place": record(
    "places",
    "Place",
    "Where the machines stand: its electricity, its grid's carbon and its buildings' share of the power count.",
    "united-states",
  ),
  "finance.electricityPrice": number("Electricity", "USD/kWh", [0, 5], {
    empty: "place's",
    step: 0.001,
    help: "Delivered price of electricity. Left empty, the place's is used.",
  }),
  "finance.pue": number("PUE", "1", [1, 3], {
    empty: "place's",
    step: 0.01,
    help: "Power from the grid over power of the machines. Left empty, the place's is used.",
  }),
  "finance.carbonIntensity": number("Carbon", "gCO2e/kWh", [0, 2000], {
    empty: "place's",
    integer: false,
    help: "Greenhouse gases of the electricity. Left empty, the grid's average at the place is used.",
  }),
  "finance.utilisation": percent("Utilisation", [0.01, 1], {
    default: 1,
    when: "batch",
    swings: true,
    input: {},
    help: "Share of the paid hours in which the accelerators serve this load. At 50 % a token costs twice as much.",
  }),
});
