import * as z from "zod";
import { label, quantityIn } from "./field-schemas";
import { MAX_OPTIONS, MAX_PARTS, MAX_TOPOLOGIES, MAX_TOPOLOGY_PARTS } from "./limits";
import { type PartField, topologyFields } from "./topology-fields";

const place = z
  .int()
  .min(0)
  .max(MAX_OPTIONS - 1);

const numbers = Object.fromEntries(
  Object.entries(topologyFields).map(([key, field]) => [key, quantityIn(field).optional()]),
) as Record<PartField, z.ZodOptional<ReturnType<typeof quantityIn>>>;

/** Parts of the world that data may have to stay in, as prices name them; one price worldwide is none. */
export const STAY_AREAS = ["US", "CA", "LATAM", "EU", "ME", "AF", "APAC"] as const;
const area = z.enum(STAY_AREAS).optional();

/** What serves a part of the requests: an option of the plan, or one of its managed APIs, by their places. */
const partSchema = z
  .strictObject({
    option: place.optional(),
    api: place.optional(),
    ...numbers,
    /** Where it stands; absent: where its offer says. */
    area,
  })
  .refine(({ option, api }) => (option === undefined) !== (api === undefined), {
    message: "Part: expected either an option or an API",
  })
  .refine(({ escalated, capacity, away }) => [escalated, capacity, away].filter(Boolean).length <= 1, {
    message: "Part: expected one way to the next part, asked again, above its machines or taken away",
  })
  .refine(({ api, capacity, away, sites }) => api === undefined || !(capacity || away || sites), {
    message: "Part: an API has no machines, and no sites",
  })
  .refine(({ adapters, adapterSize }) => (adapters === undefined) === (adapterSize === undefined), {
    path: ["adapterSize"],
    message: "Adapters: both how many and how large they are must be said",
  });

const onward = ({ escalated, capacity, away }: z.output<typeof partSchema>) =>
  Boolean(escalated || capacity || away);

/** One way to deploy: which part of the requests is served by what, and what goes on to the next part. */
const topologySchema = z
  .strictObject({
    name: label,
    /** Where requests and their data must stay. */
    area,
    parts: z.array(partSchema).min(1).max(MAX_PARTS),
  })
  .refine(({ parts }) => parts.some(({ share }) => (share ?? 0) > 0), {
    path: ["parts"],
    message: "Parts: requests must come somewhere first, so that a share must be above zero",
  })
  .refine(({ parts }) => parts.length === 0 || !onward(parts.at(-1) as z.output<typeof partSchema>), {
    path: ["parts"],
    message: "Parts: nothing follows the last part, so that nothing can go on from it",
  });

export const topologiesSchema = z
  .array(topologySchema)
  .min(1)
  .max(MAX_TOPOLOGIES)
  .refine((all) => all.reduce((sum, { parts }) => sum + parts.length, 0) <= MAX_TOPOLOGY_PARTS, {
    message: `Topologies: expected at most ${MAX_TOPOLOGY_PARTS} parts in all of them`,
  });

export type Part = z.output<typeof partSchema>;
export type Topology = z.output<typeof topologySchema>;
