import type { CustomAccelerator } from "@/lib/scenario/custom";
import { type CustomFieldKey, customFields, readCustomField } from "@/lib/scenario/custom-fields";
import { MAX_NAME } from "@/lib/scenario/limits";
import { cleanName } from "@/lib/scenario/name";
import { decimalComma } from "@/lib/units";

/** What stands in the form, as it was typed. */
export type AcceleratorDraft = {
  name: string;
  architecture: CustomAccelerator["architecture"];
  figures: Partial<Record<CustomFieldKey, string>>;
};

export type DraftKey = CustomFieldKey | "name";

/** The record, or a message for each field that stands in its way. */
export type DraftReading =
  | { ok: true; record: CustomAccelerator }
  | { ok: false; messages: Partial<Record<DraftKey, string>> };

export const draftKeys = Object.keys(customFields) as CustomFieldKey[];

/** Reads a whole form. An empty figure is absent; three of them must be there. */
export function readDraft({ name: typed, architecture, figures }: AcceleratorDraft): DraftReading {
  const name = cleanName(typed).trim();
  const messages: Partial<Record<DraftKey, string>> = {};
  const values: Partial<Record<CustomFieldKey, number>> = {};
  if (name === "") messages.name = "empty: write a name";
  if (name.length > MAX_NAME) messages.name = `longer than ${MAX_NAME} characters`;
  for (const key of draftKeys) {
    const text = figures[key]?.trim() ?? "";
    if (text === "") {
      if ("required" in customFields[key])
        messages[key] = `empty: write a figure, such as ${customFields[key].example}`;
      continue;
    }
    const reading = readCustomField(key, text, decimalComma());
    if (reading.ok) values[key] = reading.value;
    else messages[key] = reading.message;
  }
  if (values.link !== undefined && values.linkDomain === undefined && !messages.linkDomain) {
    messages.linkDomain = "empty: write how many accelerators the link joins";
  }
  if (values.linkDomain !== undefined && values.link === undefined && !messages.link) {
    messages.link = "empty: write the rate of the link";
  }
  const { memory, memoryBandwidth, bf16, ...rest } = values;
  const complete = memory !== undefined && memoryBandwidth !== undefined && bf16 !== undefined;
  if (!complete || Object.keys(messages).length > 0) return { ok: false, messages };
  return { ok: true, record: { name, architecture, memory, memoryBandwidth, bf16, ...rest } };
}
