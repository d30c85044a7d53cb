import * as z from "zod";

/** What articles claim of the cost of inference, each as a record: what is said, and the plans that try it. */

const text = z.string().trim().min(1);
const number = z.number();

/**
 * How the value of a case follows from a plan's figures: as it stands, or over that of another option (`ratio`), or what
 * the option saves against it.
 */
const AS = ["value", "ratio", "saving"] as const;

/** One plan that tries the claim, and what it would have to show. */
export const caseSchema = z
  .strictObject({
    /** Under which condition, in words. */
    when: text,
    /** The scenario by its name among the record's own. */
    scenario: text,
    /** A figure of the estimate; or "runs", "bandwidthRate", "utilisation", "apiToken", "apiMonth" (lib/claims/measure.ts). */
    figure: text,
    option: z.int().min(0).default(0),
    /** One of the scenario's topologies, whose figure it is in place of an option's. */
    topology: z.int().min(0).optional(),
    /** What it is compared with: another option of the scenario, or of another one. */
    over: z
      .strictObject({
        option: z.int().min(0).default(0),
        topology: z.int().min(0).optional(),
        scenario: text.optional(),
        figure: text.optional(),
      })
      .optional(),
    as: z.enum(AS).default("value"),
    /** What the value is multiplied by, and what that is. */
    times: z.strictObject({ by: number, because: text }).optional(),
    /** The unit of the bounds; a plain number without one. */
    unit: text.default("1"),
    least: number.optional(),
    most: number.optional(),
    /** What the figure is, in words. */
    shows: text,
    /** Stands beside the claim and does not decide it: what else is true, or what it would take. */
    beside: z.literal(true).optional(),
    /** Why it comes out so, where that is not plain. */
    why: text.optional(),
  })
  .refine(({ least, most }) => least !== undefined || most !== undefined, "expected least, most or both")
  .refine(
    ({ as, over }) => (as === "value") === (over === undefined),
    "a ratio or a saving is over something",
  );
export type ClaimCase = z.output<typeof caseSchema>;

export const KINDS = [
  "computable",
  "traffic",
  "money",
  "lever",
  "case",
  "input",
  "process",
  "narrative",
] as const;

export const claimSchema = z
  .strictObject({
    id: z.string().regex(/^c\d\d$/),
    /** The article that says it. */
    article: text,
    topic: text,
    kind: z.enum(KINDS),
    says: text,
    figures: text.optional(),
    conditions: text.optional(),
    /** Scenarios as anybody may send them, by a name of theirs. */
    scenarios: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
    case: z.array(caseSchema).default([]),
    /** The price of which part the catalog lists, beside a claim of what the market asked. */
    market: z.strictObject({ accelerator: text, term: text }).optional(),
    /** Why nothing is computed: what it rests on instead. */
    rests: text.optional(),
    /** A case study by its name, whose plans start a plan of one's own. */
    study: text.optional(),
  })
  .refine(
    ({ case: cases, rests }) => cases.length > 0 || rests !== undefined,
    "expected a case, or what it rests on",
  )
  .refine(
    ({ case: cases, scenarios }) =>
      cases.every(({ scenario, over }) => scenario in scenarios && (over?.scenario ?? scenario) in scenarios),
    "a case names a scenario that the record does not have",
  );
export type Claim = z.output<typeof claimSchema>;

/** Kinds of claims that say something a plan can show. */
export const COMPUTED: ReadonlySet<Claim["kind"]> = new Set([
  "computable",
  "traffic",
  "money",
  "lever",
  "case",
]);
