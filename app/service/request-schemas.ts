import * as z from "zod";
import { fields } from "@/lib/scenario/fields";

/** Scenarios of one batch. */
export const MOST_IN_BATCH = 1000;

/** A scenario in a request: read by what reads every scenario, of any version, and described by its own schema. */
export const anyScenario = z.unknown();

const ids = z
  .array(z.string().min(1).max(80))
  .min(1)
  .max(200)
  .describe("Ids of the catalog; all that are in use unless said");
const amounts = z.array(z.int().min(1).max(9999)).min(1).max(64);

/** What a search may be told: which parts of the space it looks through. */
export const searchWishes = {
  accelerators: ids.optional(),
  weights: ids.optional(),
  caches: ids.optional(),
  engines: z
    .array(z.enum(fields["serving.engine"].choices.map(({ value }) => value)))
    .min(1)
    .optional(),
  counts: amounts.optional().describe("Accelerators that one replica may take"),
  batches: amounts.optional().describe("Requests in flight on one replica"),
  narrow: z.boolean().default(false).describe("Whether weights of four bits are tried too"),
  top: z.int().min(1).max(100).default(20).describe("Results, at most"),
};

export const searchSchema = z.strictObject({ scenario: anyScenario, ...searchWishes });
export type SearchWishes = Omit<z.output<typeof searchSchema>, "scenario">;

export const simulateSchema = z.strictObject({
  scenario: anyScenario,
  /** Another seed draws other requests. */
  seed: z.int().min(1).max(1_000_000).default(1).describe("Another seed draws other requests"),
});

export const projectSchema = z.strictObject({
  scenario: anyScenario,
  requests: z
    .number()
    .positive()
    .max(1e15)
    .optional()
    .describe("Requests of the first month; those of the scenario's traffic unless said"),
});

export const FORMATS = ["xlsx", "csv", "json"] as const;
export const PROFILES = ["standard", "excel", "excel-eu"] as const;

export const exportQuery = z.strictObject({
  format: z.enum(FORMATS).default("xlsx"),
  profile: z.enum(PROFILES).default("standard").describe("How a CSV is written"),
});
