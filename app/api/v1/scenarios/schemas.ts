import * as z from "zod";
import { MAX_NAME } from "@/lib/scenario/limits";
import { cleanName } from "@/lib/scenario/name";

/** A plan lives from one day to ten years. */
const days = z.int().min(1).max(3650);

/** An origin as browsers write it: scheme, host and port, and nothing else; "*" is any. */
const origin = z
  .string()
  .max(300)
  .refine(
    (text) =>
      text === "*" || (/^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text),
    {
      error: 'expected an origin such as https://wiki.example.com, or "*"',
    },
  );

/** What may be set of a plan without a new version. */
export const settingsSchema = z
  .strictObject({
    expiresInDays: days.optional().describe("Days that it lives from now on"),
    embedOrigins: z
      .array(origin)
      .max(20)
      .optional()
      .describe("Origins whose pages may show it in a frame; none unless said"),
  })
  .refine((settings) => Object.keys(settings).length > 0, { error: "expected something to set" });

/** A further link to a plan: what it is called, and when it stops to open it, which is never unless said. */
export const linkSchema = z.strictObject({
  name: z.string().transform(cleanName).pipe(z.string().max(MAX_NAME)).default(""),
  expiresInDays: days.optional(),
});
