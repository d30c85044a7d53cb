import * as z from "zod";
import { label, recordIdSchema } from "./field-schemas";
import { CHIP_CONSTANTS, STACK_CONSTANTS } from "./fitted-constants";

/** Beyond any constant of the engine, in whatever unit. */
const mean = z.number().min(1e-9).max(1e7);

const fitted = {
  mean,
  /** Deviation of its logarithm after the measurements. */
  sd: z.number().min(1e-6).max(10),
  /** Runs that say something of it. */
  runs: z.int().min(1).max(10_000),
};

const constantSchema = z.discriminatedUnion("of", [
  z.strictObject({
    of: z.literal("accelerator"),
    id: recordIdSchema,
    constant: z.enum(CHIP_CONSTANTS),
    ...fitted,
  }),
  /** By the id of the record that holds the stack's constants: "vllm", "vllm-amd". */
  z.strictObject({
    of: z.literal("stack"),
    id: recordIdSchema,
    constant: z.enum(STACK_CONSTANTS),
    ...fitted,
  }),
]);

const MOST_CONSTANTS = 80;

/** Constants that a person's own measurements fitted; they take the place of the catalog's in every option they are of. */
export const ownCalibrationSchema = z.strictObject({
  name: label,
  /** The day it was fitted. */
  asOf: label,
  constants: z.array(constantSchema).min(1).max(MOST_CONSTANTS),
});
export type OwnCalibration = z.output<typeof ownCalibrationSchema>;
export type OwnConstant = OwnCalibration["constants"][number];

/** A calibration from the text of its file, or what is wrong with it, by field. */
export function readOwnCalibration(text: string): { calibration: OwnCalibration } | { message: string } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { message: "is no JSON" };
  }
  const read = ownCalibrationSchema.safeParse(document);
  if (read.success) return { calibration: read.data };
  const [issue] = read.error.issues;
  return {
    message: `is no calibration of this planner: ${issue?.path.join(".") || "its whole"}: ${issue?.message}`,
  };
}
