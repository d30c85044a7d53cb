import { expect, it } from "vitest";
import { listedBugs } from "./bugs";

it("every listed bug stands once in its file, so that its run says something", () => {
  const bugs = listedBugs();
  expect(bugs.length).toBeGreaterThan(70);
  expect(bugs.filter(({ code }) => code === undefined).map(({ area, name }) => `${area}: ${name}`)).toEqual(
    [],
  );
});
