import * as z from "zod";
import { date, figure, recordId, text } from "./figure";

/** Parts of the world whose prices are compared with each other; "global" where one price holds everywhere. */
export const areas = ["US", "CA", "LATAM", "EU", "ME", "AF", "APAC", "global"] as const;
export type Area = (typeof areas)[number];

const regionSchema = z.strictObject({
  /** The cloud's own name for it. */
  id: recordId,
  /** The city, or what the cloud says of where it is. */
  name: text,
  area: z.enum(areas).exclude(["global"]),
  /** The place of `data/energy` that says what the cloud does not: its state or country. */
  within: recordId,
  /** Power from the grid over power of the machines. */
  pue: figure("1").optional(),
  /** Greenhouse gases of the local grid, kgCO2e per joule inside, "341 gCO2e/kWh" in a file. */
  carbon: figure("kgCO2e/J").optional(),
  /** Share of the hours' electricity that was free of carbon, 0 to 1. */
  carbonFreeShare: figure("1", { allowZero: true }).optional(),
});

/** The regions of one cloud: one file, whose name is the id of the provider in `data/prices`. */
export const cloudRegionsSchema = z.strictObject({
  id: recordId,
  cloud: text,
  /** Of the fleet, where a region has none of its own. */
  pue: figure("1").optional(),
  reviewBy: date,
  region: z.array(regionSchema).min(1),
});
export type CloudRegions = z.infer<typeof cloudRegionsSchema>;
export type Region = CloudRegions["region"][number];
