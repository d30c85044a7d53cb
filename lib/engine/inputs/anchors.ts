import { ofRow, type RowInput } from "./given";

/** What each measurement of the plan's own deployment brings; a plan without one has no such row. */

const measured = (label: string): RowInput =>
  ofRow("1", label, ({ row }) => row.origin ?? { kind: "search", text: "compared with the prediction" });

export const anchorApart = measured("Distance of the measurement in lengths, layout and formats");
export const anchorBatch = measured("Requests in flight that were measured, zero for as many as fit");
export const decodeStated = measured("Whether it says how long decoding takes");
export const promptStated = measured("Whether it says how long prompts take");
export const decodeResidual = measured("Time of a decode step measured over predicted, log2");
export const waitStated = measured("Whether it says how long requests wait");
export const promptResidual = measured("Time of prompts measured over predicted, log2");
export const waitResidual = measured("Wait for a replica measured over predicted, log2");
