import * as z from "zod";
import { MAX_NAME } from "@/lib/scenario/limits";
import { cleanName } from "@/lib/scenario/name";

/** A plan lives from one day to ten years. */
const days = z.int().min(1).max(3650);

/** How long a plan lives from now on. */
export const lifeSchema = z.strictObject({ expiresInDays: days });

/** A further link to a plan: what it is called, and when it stops to open it, which is never unless said. */
export const linkSchema = z.strictObject({
  name: z.string().transform(cleanName).pipe(z.string().max(MAX_NAME)).default(""),
  expiresInDays: days.optional(),
});
