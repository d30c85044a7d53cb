import * as z from "zod";
import { recordIdSchema } from "./field-schemas";
import { jsonFromText, jsonToText } from "./json-text";
import { offerSchema } from "./schema";

const additionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("model"), model: recordIdSchema }),
  z.strictObject({
    kind: z.literal("accelerator"),
    accelerator: recordIdSchema,
    /** At the price of this offer; absent: at the catalog's. */
    offer: offerSchema.optional(),
  }),
]);

/** What a page of the catalog adds to the plan that a person is at. */
export type Addition = z.output<typeof additionSchema>;

/** An addition as the text of a URL's fragment. */
export const encodeAddition = (addition: Addition): string => jsonToText(addition);

/** Reads what `encodeAddition` wrote; undefined for anything else. Never throws. */
export function decodeAddition(text: string): Addition | undefined {
  const json = text.length > 2000 ? undefined : jsonFromText(text);
  return json && additionSchema.safeParse(json.value).data;
}
