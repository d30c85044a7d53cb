import { describe, expect, it } from "vitest";
import { type AcceleratorDraft, readDraft } from "@/components/custom/accelerator-draft";
import { customAcceleratorSchema } from "@/lib/scenario";

const draft: AcceleratorDraft = {
  name: " Mine ",
  architecture: "hopper",
  figures: { memory: "96", memoryBandwidth: "4 TB/s", bf16: "1 PFLOP/s", fp8: "", pricePerHour: "$2.49/h" },
};
const messages = (change: Partial<AcceleratorDraft["figures"]>, name = "Mine") => {
  const reading = readDraft({ ...draft, name, figures: { ...draft.figures, ...change } });
  return reading.ok ? {} : reading.messages;
};

describe("the form of an accelerator of one's own", () => {
  it("makes the record that a plan takes", () => {
    const reading = readDraft(draft);
    expect(reading).toEqual({
      ok: true,
      record: {
        name: "Mine",
        architecture: "hopper",
        memory: 96e9,
        memoryBandwidth: 4e12,
        bf16: 1e15,
        pricePerHour: 2.49,
      },
    });
    if (reading.ok) expect(customAcceleratorSchema.parse(reading.record)).toEqual(reading.record);
  });

  it("drops from a pasted name what no link could carry", () => {
    const reading = readDraft({ ...draft, name: "\u202aMine\u202c\t\ud83d" });
    expect(reading).toMatchObject({ ok: true, record: { name: "Mine" } });
    if (reading.ok) expect(customAcceleratorSchema.safeParse(reading.record).success).toBe(true);
  });

  it("says beside each field what is wrong", () => {
    expect(messages({ memory: "" })).toEqual({ memory: "empty: write a figure, such as 80 GB" });
    expect(messages({ bf16: "fast" }).bf16).toContain('"fast" does not start with a number');
    expect(messages({ link: "450" })).toEqual({
      linkDomain: "empty: write how many accelerators the link joins",
    });
    expect(messages({ linkDomain: "8" })).toEqual({ link: "empty: write the rate of the link" });
    expect(messages({}, " ")).toEqual({ name: "empty: write a name" });
  });
});
