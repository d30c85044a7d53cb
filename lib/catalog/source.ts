import * as z from "zod";
import { date, recordId, text } from "./figure";

/** Where facts come from: a datasheet, a repository at a commit, a dated page. */
export const sourceSchema = z.strictObject({
  id: recordId,
  title: text,
  /** A web address, or a repository with commit and path. */
  where: text.refine(
    (where) => !/^https?:/.test(where) || (URL.canParse(where) && !/\s/.test(where)),
    "expected a web address alone; what else is to be said goes into notes",
  ),
  /** Date of the source, or of the state that was read. */
  date: date.optional(),
  /** Licence of the source, when it states one. Only facts are taken either way. */
  licence: text.optional(),
  /** `vendor` prints its own product's figures; `measured` observed them; `derived` is computed here. */
  kind: z.enum(["vendor", "project", "secondary", "measured", "derived"]),
  notes: text.optional(),
});
export type Source = z.infer<typeof sourceSchema>;
