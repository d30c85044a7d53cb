import * as z from "zod";
import { CUSTOM_PREFIX } from "@/lib/catalog/custom-id";
import { architectures, modelSchema } from "@/lib/catalog/schema";
import { type CustomFieldKey, customFields, readCustomField } from "./custom-fields";
import { MAX_CUSTOM, MAX_NAME } from "./limits";
import { FIT_FOR_NAME, unfitText } from "./name";

function figure(key: CustomFieldKey) {
  return z.union([z.number(), z.string()]).transform((input, context): number => {
    const reading = readCustomField(key, input);
    if (reading.ok) return reading.value;
    context.addIssue({ code: "custom", message: `${customFields[key].label}: ${reading.message}` });
    return z.NEVER;
  });
}

const name = z
  .string()
  .trim()
  .min(1)
  .max(MAX_NAME)
  .regex(FIT_FOR_NAME, "expected text without control characters");

/**
 * An accelerator of one's own: six figures are enough. Quantities may be text on the way in; afterwards they are
 * numbers in base units, the price in USD per hour.
 */
export const customAcceleratorSchema = z
  .strictObject({
    name,
    /** Whose kernel efficiencies are assumed for it. */
    architecture: z.enum(architectures),
    memory: figure("memory"),
    memoryBandwidth: figure("memoryBandwidth"),
    bf16: figure("bf16"),
    fp8: figure("fp8").optional(),
    int8: figure("int8").optional(),
    fp4: figure("fp4").optional(),
    power: figure("power").optional(),
    pricePerHour: figure("pricePerHour").optional(),
    link: figure("link").optional(),
    linkDomain: figure("linkDomain").optional(),
    hostLink: figure("hostLink").optional(),
    nic: figure("nic").optional(),
  })
  .refine(({ link, linkDomain }) => (link === undefined) === (linkDomain === undefined), {
    path: ["linkDomain"],
    message: "Linked accelerators: a link needs both its rate and how many accelerators it joins",
  });

/** An accelerator of one's own as a scenario holds it. */
export type CustomAccelerator = z.output<typeof customAcceleratorSchema>;

const customId = z
  .string()
  .max(80)
  .regex(/^custom-[a-z0-9][a-z0-9._-]*$/, `expected an id that starts with ${CUSTOM_PREFIX}`);

/** At most as many as a person compares. */
const few = (records: object) => Object.keys(records).length <= MAX_CUSTOM;
const tooMany = `expected at most ${MAX_CUSTOM} records of one's own`;

/** A model whose texts can all be shown; the catalog's own are checked where they are read. */
const shownModel = modelSchema.superRefine((model, context) => {
  const path = unfitText(model);
  if (path) context.addIssue({ code: "custom", path, message: "expected text without control characters" });
});

const customModels = z
  .record(customId, shownModel)
  .refine(few, tooMany)
  .refine((models) => Object.entries(models).every(([id, model]) => model.id === id), {
    message: "expected each model under its own id",
  });

/** Records that travel with a scenario because no catalog has them. */
export const customSchema = z.strictObject({
  models: customModels.optional(),
  accelerators: z.record(customId, customAcceleratorSchema).refine(few, tooMany).optional(),
});

export type Custom = z.output<typeof customSchema>;
