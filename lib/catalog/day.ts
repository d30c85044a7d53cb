import * as z from "zod";
import { recordId, text } from "./figure";

const HOURS_OF_A_DAY = 24;

/** How requests are spread over a day, as a published trace has it: one file. */
export const daySchema = z.strictObject({
  id: recordId,
  name: text,
  /** Whose requests, and over how long. */
  text,
  source: recordId,
  /** Load of each hour from midnight on over the mean of the day. */
  hours: z.array(z.number().min(0)).length(HOURS_OF_A_DAY),
});
export type Day = z.infer<typeof daySchema>;
