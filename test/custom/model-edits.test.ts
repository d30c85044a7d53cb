import { expect, it } from "vitest";
import { layerText, modelNumbers, readWhole } from "@/components/custom/model-edits";
import { model } from "@/lib/catalog";
import { parameters } from "@/lib/catalog/count/model";
import { modelSchema } from "@/lib/catalog/schema";

const mixture = model("deepseek-v3");
if (!mixture) throw new Error("no such model");

it("sets each main number alone, and the record stays sound", () => {
  for (const number of modelNumbers(mixture)) {
    const edited = number.with(7);
    expect(modelSchema.parse(edited)).toEqual(edited);
    expect(modelNumbers(edited).find(({ key }) => key === number.key)?.value).toBe(7);
    if (number.key !== "context") expect(parameters(edited).total).not.toBe(parameters(mixture).total);
  }
});

it("says what a group of layers is", () => {
  expect(mixture.layers.map(layerText)).toEqual([
    "latent attention, dense 18432",
    "latent attention, 8 of 256 experts of 2048",
  ]);
});

it("takes whole numbers alone", () => {
  expect(readWhole("128k")).toEqual({ ok: true, value: 128_000 });
  for (const text of ["0", "1.5", "-2", "x", "", "1e16", "1e300"]) expect(readWhole(text).ok).toBe(false);
});
