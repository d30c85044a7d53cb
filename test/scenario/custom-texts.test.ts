import { describe, expect, it } from "vitest";
import { model } from "@/lib/catalog";
import type { Model } from "@/lib/catalog/schema";
import { defaultScenario, parseScenario, planWithCustomModel } from "@/lib/scenario";

const own = { ...model("deepseek-v3"), id: "custom-mine", name: "Mine" } as Model;
const errors = (odd: Model) => {
  const reading = parseScenario({ ...defaultScenario, custom: { models: { "custom-mine": odd } } });
  return reading.ok ? [] : reading.errors;
};
/** Ways to every text of a model that says something to a reader. */
const texts = ["name", "developer", "family", "notes", "licence", "extraNote"] as const;

describe("a model of one's own", () => {
  it.each(texts)("is refused with characters that cannot be shown in its %s", (key) => {
    for (const mark of ["\u0001", "\u001f", "\u007f", "\u202e", "\u2066"]) {
      expect(errors({ ...own, [key]: `a${mark}=1` })).toEqual([
        { path: `custom.models.custom-mine.${key}`, message: "expected text without control characters" },
      ]);
    }
    expect(errors({ ...own, [key]: "Größe 規模 🙂" })).toEqual([]);
  });

  it("is cleaned of them when it is put to use, so that its plan can be saved and opened", () => {
    const plan = planWithCustomModel(defaultScenario, { ...own, name: "M\u202eine", aliases: ["a\u0007b"] });
    expect(plan.custom?.models?.["custom-mine"]).toEqual({ ...own, name: "Mine", aliases: ["ab"] });
    expect(parseScenario(plan).ok).toBe(true);
  });
});
