import * as z from "zod";
import { type ApiOffer, apiOfferSchema } from "./api-offer";
import { currencySchema } from "./currency";
import { customSchema } from "./custom";
import type { ChoiceField, Field } from "./field-kinds";
import { label, name, note, quantity, recordIdSchema } from "./field-schemas";
import { type FieldPath, fields, type NumberFieldPath } from "./fields";
import { MAX_OPTIONS } from "./limits";
import { measurementsSchema } from "./measurement";
import { ownCalibrationSchema } from "./own-calibration";
import { topologiesSchema } from "./topology";
import { VERSION } from "./versions";

/** A place of the catalog, or a cloud's region: "germany", "aws/us-east-1". */
const placeId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)?$/);

/** The value of a field, and what may be sent for it. */
type Value<F> = F extends { kind: "number" } ? number : F extends ChoiceField<infer V> ? V : string;
type Sent<F> = F extends { kind: "number" } ? number | string : Value<F>;
type Reader<F> = z.ZodType<Value<F>, Sent<F>>;

/** A field's schema: its default where it has one, else absent unless it is required. */
type FieldSchema<F> = F extends { default: string | number }
  ? z.ZodDefault<Reader<F>>
  : F extends { required: true }
    ? Reader<F>
    : z.ZodOptional<Reader<F>>;

type Section<S extends string> = {
  [P in FieldPath as P extends `${S}.${infer Key}` ? Key : never]: FieldSchema<(typeof fields)[P]>;
};

function readerOf(path: FieldPath): z.ZodType {
  const field: Field = fields[path];
  if (field.kind === "number") return quantity(path as NumberFieldPath);
  if (field.kind === "choice") return z.enum(field.choices.map(({ value }) => value));
  return field.of === "places" ? placeId : recordIdSchema;
}

/** The schemas of all fields of a section, made from the table of fields. */
function sectionOf<S extends string>(section: S): Section<S> {
  const paths = (Object.keys(fields) as FieldPath[]).filter((path) => path.startsWith(`${section}.`));
  const schemas = paths.map((path) => {
    const field: Field = fields[path];
    const reader = readerOf(path);
    const required = field.kind === "record" && field.required;
    const schema =
      field.default === undefined ? (required ? reader : reader.optional()) : reader.default(field.default);
    return [path.slice(section.length + 1), schema] as const;
  });
  return Object.fromEntries(schemas) as unknown as Section<S>;
}

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
  /** What its market asked when it was taken: the cheapest and the dearest of so many providers. */
  market: z
    .strictObject({
      low: quantity("options.pricePerHour"),
      high: quantity("options.pricePerHour"),
      providers: z.int().min(1).max(10_000),
    })
    .optional(),
});
export type Offer = z.output<typeof offerSchema>;

export type { ApiOffer };

const workload = z.strictObject(sectionOf("workload"));
const traffic = z.strictObject(sectionOf("traffic"));
const goals = z.strictObject(sectionOf("goals"));
const serving = z.strictObject(sectionOf("serving"));
const finance = z.strictObject(sectionOf("finance"));
const money = z.strictObject(sectionOf("money"));
const option = z.strictObject({
  ...sectionOf("options"),
  /** Where the price comes from; of no account once another price is typed: see offer.ts. */
  offer: offerSchema.optional(),
});

/** One schema for the form, the link, the API's body and the stored JSON. Quantities may be text on the way in. */
export const scenarioSchema = z.strictObject({
  v: z.literal(VERSION).default(VERSION),
  name: name.optional(),
  /** What the sender says of it to whoever opens it. */
  note: note.optional(),
  workload,
  /** How much is asked, and when: part of the question, the same for all options. */
  traffic: traffic.prefault({}),
  /** What every option must keep. */
  goals: goals.prefault({}),
  serving: serving.prefault({}),
  options: z.array(option).min(1).max(MAX_OPTIONS),
  /** Managed APIs to compare the options with. */
  apis: z.array(apiOfferSchema).min(1).max(MAX_OPTIONS).optional(),
  /** Ways to deploy that are composed of the options and APIs. */
  topologies: topologiesSchema.optional(),
  finance: finance.prefault({}),
  /** How hours are paid for, what owning costs, and what the months to come bring. */
  money: money.prefault({}),
  /** What amounts are shown in; US dollars where it is absent. */
  currency: currencySchema.optional(),
  /** Records that the catalog does not have, under ids that start with "custom-". */
  custom: customSchema.optional(),
  /** What the person measured: corrects plans of the same deployment. */
  measurements: measurementsSchema.optional(),
  /** What the person's measurements made of the engine's constants. */
  calibration: ownCalibrationSchema.optional(),
});

/** A complete scenario: every number is plain and within bounds. */
export type Scenario = z.output<typeof scenarioSchema>;
/** What may be sent: only the model and the accelerators are required. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
export type Workload = Scenario["workload"];
export type Traffic = Scenario["traffic"];
export type Goals = Scenario["goals"];
export type Serving = Scenario["serving"];
export type Option = Scenario["options"][number];
export type Finance = Scenario["finance"];
export type Money = Scenario["money"];
