import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import * as z from "zod";
import { type Claim, claimSchema } from "@/lib/claims/claim";
import { VERDICTS } from "@/lib/claims/verdict";

const FOLDER = "data/claims";
const RECORD = /^(c\d\d)\.toml$/;
/** What the engine made of each claim, written by `npm run claims`. */
const FOUND = "verdicts.toml";

function read(name: string): unknown {
  return parse(readFileSync(join(process.cwd(), FOLDER, name), "utf8"));
}

function fitting<S extends z.ZodType>(schema: S, name: string, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { jitless: true });
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    ({ path, message }) => `${FOLDER}/${name}: ${path.join(".")}: ${message}`,
  );
  throw new Error(lines.join("\n"));
}

/** Every claim, in the order of the ids. Throws with file and field on a bad one. */
export const readClaims = (): Claim[] =>
  readdirSync(join(process.cwd(), FOLDER))
    .sort()
    .flatMap((name) => {
      const [, id] = RECORD.exec(name) ?? [];
      return id ? [fitting(claimSchema, name, { ...(read(name) as object), id })] : [];
    });

const foundSchema = z.strictObject({
  engineVersion: z.string(),
  claim: z.array(
    z.strictObject({
      id: z.string(),
      verdict: z.enum(VERDICTS),
      /** What each case came to in its unit, and whether that is as claimed; "none" where a plan has no such figure. */
      case: z.array(z.strictObject({ value: z.union([z.number(), z.literal("none")]), holds: z.boolean() })),
    }),
  ),
});
export type Found = z.output<typeof foundSchema>;

/** The verdicts as they were computed last, and by which engine. */
export const readVerdicts = (): Found => fitting(foundSchema, FOUND, read(FOUND));
