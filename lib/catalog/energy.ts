import * as z from "zod";
import { date, figure, recordId, text } from "./figure";

const dated = {
  asOf: date,
  /** Why the figure is weak: the page shows it and asks the person for theirs. */
  weak: text.optional(),
  notes: text.optional(),
};

/** One sourced fact about running hardware in a region. */
const energyFactSchema = z.discriminatedUnion("what", [
  /** Electricity of a tariff class, USD per joule inside, "$0.155/kWh" in a file. */
  z.strictObject({ what: z.literal("electricity"), tariff: text, value: figure("USD/J"), ...dated }),
  /** Electricity in another currency, kept as printed: a plan converts it by the rate of its period, where one is recorded. */
  z.strictObject({
    what: z.literal("electricity-local"),
    tariff: text,
    value: z.strictObject({ value: text, source: recordId, note: text.optional() }),
    ...dated,
  }),
  /** Power usage effectiveness: power drawn from the grid over power of the machines. */
  z.strictObject({ what: z.literal("pue"), value: figure("1"), ...dated }),
  /** Greenhouse gases of the grid's electricity, kgCO2e per joule inside, "357 gCO2e/kWh" in a file; by location. */
  z.strictObject({ what: z.literal("carbon"), value: figure("kgCO2e/J"), ...dated }),
  /** Colocation space per power, USD per joule inside (one kW for one month), "$217.3/kW/month" in a file. */
  z.strictObject({ what: z.literal("colocation"), value: figure("USD/W/s"), ...dated }),
]);
export type EnergyFact = z.infer<typeof energyFactSchema>;

/** What is known about electricity, its carbon and space in one place: one file. */
export const energySchema = z.strictObject({
  id: recordId,
  region: text,
  /** The larger place that says what is unknown here: a file of this folder. */
  within: recordId.optional(),
  fact: z.array(energyFactSchema).default([]),
  reviewBy: date,
});
export type Energy = z.infer<typeof energySchema>;
