import * as z from "zod";
import { headlineHelp } from "@/lib/engine/headline-help";
import { headlines } from "@/lib/engine/headlines";

// What the API answers. Objects that grow with the product are loose: a caller may find more in them than stands here.

const computed = { engineVersion: z.string(), catalogVersion: z.string() };
const figures = z
  .object(
    Object.fromEntries(
      headlines.map(({ id, label, unit }) => [
        id,
        z
          .number()
          .optional()
          .describe(`${label}, ${unit}: ${headlineHelp(id)}`),
      ]),
    ),
  )
  .catchall(z.number())
  .describe("By name, in base units: seconds, bytes, USD, tokens; one that cannot be known is absent");
const scenario = z
  .looseObject({})
  .describe("The scenario as it was understood: every default and every number");
const option = z.looseObject({ accelerator: z.string() });
const range = z.looseObject({ low: z.number(), high: z.number(), basis: z.string() });

const optionEstimate = z.looseObject({
  option,
  accelerator: z.looseObject({ id: z.string(), name: z.string() }),
  verdict: z.looseObject({ feasible: z.boolean() }),
  figures,
  ranges: z.record(z.string(), range).describe("Where a figure is likely to lie, and what that rests on"),
  binding: z.string().nullable().describe("What limits it"),
  notes: z.array(z.looseObject({ severity: z.string(), text: z.string() })),
  operation: z
    .looseObject({ replicas: z.number(), percentiles: z.looseObject({}).optional() })
    .optional()
    .describe(
      "The operating point that was found for the traffic. `percentiles` has what its requests wait in the busiest hour, simulated: ttft, tpot, answer and queue, each at mean, p50, p90, p95 and p99, with the sampling error. Goals are judged by these; `figures.ttft` is a benchmark's, whose clients start together",
    ),
});

export const estimate = z.looseObject({ ...computed, scenario, options: z.array(optionEstimate) });

const fault = z.strictObject({ path: z.string(), message: z.string() });

/** RFC 9457; `errors` names each field that does not fit. */
export const problemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(fault).optional(),
});

export const batchLine = z.looseObject({
  index: z.int().describe("The line that it answers, from 0"),
  estimate: estimate.optional(),
  problem: z.looseObject({ status: z.int(), title: z.string() }).optional(),
  unanswered: z
    .int()
    .optional()
    .describe("Lines, this one included, that were given up because the server was busy"),
});

export const search = z.looseObject({
  ...computed,
  configurations: z.int(),
  evaluated: z.int(),
  feasible: z.int(),
  ruledOut: z.record(z.string(), z.int()),
  seconds: z.number(),
  complete: z.boolean().describe("False where the time was over before all was looked at"),
  results: z.array(z.looseObject({ option, figures })),
});

export const simulation = z.looseObject({
  ...computed,
  scenario,
  seed: z.int(),
  options: z.array(z.looseObject({ option })),
});

const table = z.looseObject({
  columns: z.array(z.looseObject({ id: z.string(), label: z.string(), unit: z.string().optional() })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
});

export const projection = z.looseObject({
  ...computed,
  scenario,
  demand: z.looseObject({ requests: z.number(), basis: z.string() }).nullable(),
  totals: table,
  months: z.array(z.union([table, z.strictObject({ option: z.string(), reason: z.string() })])),
});

export const nearest = z.looseObject({
  options: z.array(z.record(z.string(), z.looseObject({}).nullable())),
});

export const nearby = z.looseObject({
  options: z.array(z.looseObject({ count: z.int(), runs: z.array(z.looseObject({})) })),
});

const list = (name: string, line: z.ZodType) =>
  z.looseObject({ catalogVersion: z.string(), [name]: z.array(line) });

export const catalogIndex = z.looseObject({
  ...computed,
  lists: z.array(z.strictObject({ url: z.string(), records: z.int() })),
});
export const accelerators = list(
  "accelerators",
  z.strictObject({
    id: z.string(),
    name: z.string(),
    vendor: z.string(),
    kind: z.string(),
    memory: z.number().describe("Bytes"),
    memoryBandwidth: z.number().describe("Bytes per second"),
    pricePerHour: z.number().nullable().describe("USD an hour of the offer that a plan starts from"),
  }),
);
export const models = list(
  "models",
  z.strictObject({
    id: z.string(),
    name: z.string(),
    developer: z.string(),
    parameters: z.number().nullable(),
  }),
);
export const formats = list("formats", z.looseObject({ id: z.string(), bits: z.number() }));
export const places = list("places", z.looseObject({ id: z.string(), name: z.string() }));
export const prices = list("prices", z.looseObject({ id: z.string(), accelerator: z.string() }));

const viewId = z.string().describe("128 random bits: knowing it is the permission to read");
const moment = z.iso.datetime();

export const created = z.strictObject({
  viewId,
  editKey: z.string().describe("256 random bits: alone allows changes, and is never shown again"),
  version: z.literal(1),
  url: z.string(),
});
export const changed = z.strictObject({ viewId, version: z.int(), url: z.string() });
export const settings = z.strictObject({ viewId, expiresAt: moment, embedOrigins: z.array(z.string()) });
export const deleted = z.strictObject({ viewId, restorableUntil: moment });

const summary = {
  version: z.int(),
  name: z.string(),
  createdAt: moment,
  ...computed,
  contentHash: z.string().describe("SHA-256 of the canonical JSON of what was saved"),
};
export const saved = z.looseObject({
  viewId,
  ...summary,
  latestVersion: z.int(),
  expiresAt: moment,
  state: scenario,
  result: z.looseObject({}).describe("The estimate of each option as it was saved"),
});
export const versions = z.strictObject({ viewId, versions: z.array(z.looseObject(summary)) });

const linkFields = {
  linkId: z.string(),
  name: z.string(),
  createdAt: moment,
  expiresAt: moment.nullable(),
  revokedAt: moment.nullable(),
};
export const links = z.strictObject({ viewId, links: z.array(z.strictObject(linkFields)) });
export const link = z.strictObject({ ...linkFields, url: z.string() });
