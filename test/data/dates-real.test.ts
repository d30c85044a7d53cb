import { expect, it } from "vitest";
import { datesReal, isRealDate } from "@/lib/catalog/lint/dates-real";
import { holds, pick } from "./holds";

holds(datesReal, [
  [
    "a day that no calendar has",
    ({ accelerators }) => {
      pick(accelerators, "amd-mi300x").reviewBy = "2027-02-30";
    },
    /accelerators\/amd-mi300x\.toml: reviewBy: 2027-02-30/,
  ],
]);

it("knows leap years", () => {
  expect(isRealDate("2028-02-29")).toBe(true);
  expect(isRealDate("2027-02-29")).toBe(false);
  expect(isRealDate("2026-05")).toBe(true);
});
