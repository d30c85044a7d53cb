import { expect, it } from "vitest";
import { estimate, headline, headlines, quantities } from "@/lib/engine";
import { figureQuantities } from "@/lib/engine/figures";
import { headlineHelp } from "@/lib/engine/headline-help";
import { defaultScenario } from "@/lib/scenario";
import { meanFigure } from "@/lib/view/goals";
import { LOOKUP } from "./plans";

const figures = new Set<string>(figureQuantities.map(({ id }) => id));

it("every headline is a figure of an estimate, in its quantity's unit, and explains itself in a sentence", () => {
  for (const { id, label, unit } of headlines) {
    expect(figures.has(id), id).toBe(true);
    expect(unit).toBe(quantities.get(id)?.unit);
    expect(headlineHelp(id), id).toMatch(/^[A-Z].*\.$/);
    expect(label, id).toMatch(/^[A-Z]/);
  }
  expect(new Set(headlines.map(({ label }) => label)).size).toBe(headlines.length);
});

it("a figure has a range exactly where its headline says what it was measured on", () => {
  for (const { figures: found, ranges } of estimate(defaultScenario, LOOKUP).options) {
    const ranged = headlines.filter(({ id, range }) => range && found[id] !== undefined).map(({ id }) => id);
    expect(ranged.length).toBeGreaterThan(10);
    // What is paid whatever is served has the market's spread alone.
    expect(Object.keys(ranges).sort()).toEqual([...ranged, "monthlyCost", "annualCost"].sort());
  }
});

it("what is measured in money, time, rates or energy is a prediction and has a range, but for what is paid", () => {
  const paid = ["monthlyCost", "annualCost"];
  const counted = (unit: string) =>
    unit === "FLOP/tok" || unit === "1" || unit === "tok" || unit === "W" || unit === "J";
  const without = headlines.filter(({ range }) => !range);
  expect(without.filter(({ id, unit }) => !counted(unit) && !paid.includes(id))).toEqual([]);
  expect(headline("tpot")).toMatchObject({ label: "TPOT", unit: "s/tok", range: "tpot" });
});

it("what the board explains is there with its rows, before anything else is asked for", () => {
  for (const id of ["costPerToken", "monthlyCost", ...Object.values(meanFigure)] as const)
    expect(headline(id).help, id).toMatch(/^[A-Z].*\.$/);
});
