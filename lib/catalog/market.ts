import * as z from "zod";
import { recordId, text } from "./figure";

/** What price lists call providers, parts and machines: how a row of theirs becomes an offer of this catalog. */
export const marketSchema = z.strictObject({
  id: recordId,
  /** Providers of accelerator-hours by the names that lists give them; `id` is their file in `data/prices`. */
  provider: z
    .array(z.strictObject({ id: recordId, name: text, names: z.array(text).default([]) }))
    .default([]),
  /** Providers of managed models; `id` is their file in `data/api-prices`. */
  api: z.array(z.strictObject({ id: recordId, names: z.array(text).min(1) })).default([]),
  /** Words that mean one part and no other, everywhere or in one provider's list. */
  part: z
    .array(
      z.strictObject({ accelerator: recordId, names: z.array(text).min(1), provider: recordId.optional() }),
    )
    .default([]),
  /** Machines whose name says what is in them, where no offer of the catalog does. */
  instance: z
    .array(
      z.strictObject({
        provider: recordId,
        names: z.array(text).min(1),
        accelerator: recordId,
        accelerators: z.int().positive(),
      }),
    )
    .default([]),
});
export type Market = z.infer<typeof marketSchema>;
