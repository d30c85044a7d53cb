import * as z from "zod";
import { customSchema } from "./custom";
import { fields, type NumberFieldPath } from "./fields";
import { MAX_NAME, MAX_OPTIONS } from "./limits";
import { FIT_FOR_NAME } from "./name";
import { readField } from "./read-field";
import { VERSION } from "./versions";

// Zod compiles its checks with `new Function` where it can, which the page's content security policy forbids.
if (typeof window !== "undefined") z.config({ jitless: true });

/** A number, or text that is read in the field's unit. */
function quantity(path: NumberFieldPath) {
  return z.union([z.number(), z.string()]).transform((input, context): number => {
    const reading = readField(path, input);
    if (reading.ok) return reading.value;
    context.addIssue({ code: "custom", message: `${fields[path].label}: ${reading.message}` });
    return z.NEVER;
  });
}

function withDefault(path: NumberFieldPath) {
  const preset = fields[path].default;
  if (preset === undefined) throw new Error(`${path} has no default`);
  return quantity(path).default(preset);
}

// Whether such a record exists is checked where the catalog is known.
export const recordIdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9._-]*$/);

/** A place of the catalog, or a cloud's region: "germany", "aws/us-east-1". */
const placeId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)?$/);

const { default: engine, choices: engines } = fields["serving.engine"];
const { default: speculation, choices: speculations } = fields["serving.speculation"];
const { default: batching, choices: batchings } = fields["serving.batching"];

const engineId = z.enum(engines.map(({ value }) => value));
const speculationId = z.enum(speculations.map(({ value }) => value));
const { default: hardware, choices: hardwares } = fields["finance.hardware"];
const hardwareId = z.enum(hardwares.map(({ value }) => value));
const batchingId = z.enum(batchings.map(({ value }) => value));

const name = z.string().trim().max(MAX_NAME).regex(FIT_FOR_NAME);
const label = name.min(1);

/** One dated offer of accelerator-hours, as a plan keeps it: what it cost, whose it is and how it is paid for. */
export const offerSchema = z.strictObject({
  /** USD per accelerator and hour. */
  pricePerHour: quantity("options.pricePerHour"),
  provider: label,
  /** "on-demand", "reserved-1y" and so on, as the catalog calls it. */
  term: label,
  /** Part of the world, and its region where one is named. */
  area: label.optional(),
  region: label.optional(),
  /** The date of the price, as exact as its source is. */
  asOf: label,
});
export type Offer = z.output<typeof offerSchema>;

const workload = z.strictObject({
  model: recordIdSchema,
  /** Mean, tok. */
  inputTokens: withDefault("workload.inputTokens"),
  /** Mean, tok. */
  outputTokens: withDefault("workload.outputTokens"),
  /** Requests in flight per replica. */
  batch: withDefault("workload.batch"),
  /** 0 to 1. */
  cachedPrefix: withDefault("workload.cachedPrefix"),
});

const serving = z.strictObject({
  weights: recordIdSchema.default(fields["serving.weights"].default ?? ""),
  kvCache: recordIdSchema.default(fields["serving.kvCache"].default ?? ""),
  engine: engineId.default(engine),
  batching: batchingId.default(batching),
  /** s. */
  batchWindow: withDefault("serving.batchWindow"),
  speculation: speculationId.default(speculation),
  draftTokens: withDefault("serving.draftTokens"),
  /** 0 to 1. */
  acceptance: withDefault("serving.acceptance"),
  draftModel: recordIdSchema.optional(),
  /** s; absent: no goal. */
  ttftGoal: quantity("serving.ttftGoal").optional(),
  tpotGoal: quantity("serving.tpotGoal").optional(),
  /** 0 to 1. */
  memoryFraction: withDefault("serving.memoryFraction"),
  /** tok. */
  chunkTokens: withDefault("serving.chunkTokens"),
});

const option = z.strictObject({
  accelerator: recordIdSchema,
  tp: withDefault("options.tp"),
  pp: withDefault("options.pp"),
  dp: withDefault("options.dp"),
  ep: withDefault("options.ep"),
  replicas: withDefault("options.replicas"),
  prefillReplicas: withDefault("options.prefillReplicas"),
  threads: quantity("options.threads").optional(),
  /** USD per accelerator and hour; absent: the catalog's price. */
  pricePerHour: quantity("options.pricePerHour").optional(),
  /** Where that price comes from; of no account once another price is typed: see offer.ts. */
  offer: offerSchema.optional(),
  // What it says for itself where all others follow the workload, the serving and the money: see plan.ts.
  model: recordIdSchema.optional(),
  batch: quantity("options.batch").optional(),
  cachedPrefix: quantity("options.cachedPrefix").optional(),
  weights: recordIdSchema.optional(),
  kvCache: recordIdSchema.optional(),
  engine: engineId.optional(),
  batching: batchingId.optional(),
  batchWindow: quantity("options.batchWindow").optional(),
  speculation: speculationId.optional(),
  draftTokens: quantity("options.draftTokens").optional(),
  acceptance: quantity("options.acceptance").optional(),
  draftModel: recordIdSchema.optional(),
  memoryFraction: quantity("options.memoryFraction").optional(),
  chunkTokens: quantity("options.chunkTokens").optional(),
  hardware: hardwareId.optional(),
  place: placeId.optional(),
  electricityPrice: quantity("options.electricityPrice").optional(),
  pue: quantity("options.pue").optional(),
  carbonIntensity: quantity("options.carbonIntensity").optional(),
  utilisation: quantity("options.utilisation").optional(),
});

const finance = z.strictObject({
  hardware: hardwareId.default(hardware),
  place: placeId.default(fields["finance.place"].default ?? ""),
  /** USD per kWh; absent: the place's. */
  electricityPrice: quantity("finance.electricityPrice").optional(),
  /** Absent: the place's. */
  pue: quantity("finance.pue").optional(),
  /** gCO2e per kWh; absent: the place's. */
  carbonIntensity: quantity("finance.carbonIntensity").optional(),
  /** 0 to 1. */
  utilisation: withDefault("finance.utilisation"),
});

/** One schema for the form, the link, the API's body and the stored JSON. Quantities may be text on the way in. */
export const scenarioSchema = z.strictObject({
  v: z.literal(VERSION).default(VERSION),
  name: name.optional(),
  workload,
  serving: serving.prefault({}),
  options: z.array(option).min(1).max(MAX_OPTIONS),
  finance: finance.prefault({}),
  /** Records that the catalog does not have, under ids that start with "custom-". */
  custom: customSchema.optional(),
});

/** A complete scenario: every number is plain and within bounds. */
export type Scenario = z.output<typeof scenarioSchema>;
/** What may be sent: only the model and the accelerators are required. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
export type Workload = Scenario["workload"];
export type Serving = Scenario["serving"];
export type Option = Scenario["options"][number];
export type Finance = Scenario["finance"];
