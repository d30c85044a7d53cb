import { describe, expect, it } from "vitest";
import { standsOn } from "@/lib/view/board/stands-on";
import { mixed } from "./estimates";

const texts = (today: string) =>
  mixed().options.map((option) => standsOn(option, undefined, today).join(" "));

describe("what an answer stands on", () => {
  it("says the price with its day, until when that holds, and how sure the times are, of every option that runs", () => {
    const { options } = mixed();
    for (const [index, text] of texts("2026-11-29").entries()) {
      const option = options[index];
      if (!option?.verdict.feasible || option.origin.price.kind !== "catalog") continue;
      const { asOf } = option.origin.price;
      expect(text).toContain(asOf);
      expect(text).toMatch(/hold until|were to be checked after/);
      expect(text).toMatch(/Times are (predicted|extrapolated).* \d+ %/);
    }
  });

  it("tells an old price from a fresh one by the day that it is read on", () => {
    const dated = texts("2026-01-01").findIndex((text) => text.includes("hold until"));
    expect(dated).toBeGreaterThanOrEqual(0);
    expect(texts("2036-01-01")[dated]).toContain("may have moved since");
  });
});
