import { expect, it } from "vitest";
import { changeText } from "@/lib/view/percent";

it.each([
  [0.25, "+25 %"],
  [-0.4444, "−44 %"],
  [0.0874, "+8.7 %"],
  [-0.034, "−3.4 %"],
  [1.5, "+150 %"],
  [2, "×3.0"],
  [22.28, "×23"],
  [1e4, "×10,001"],
  [0, "0.0 %"],
])("says a change of %d as %s", (change, text) => {
  expect(changeText(change)).toBe(text);
});
