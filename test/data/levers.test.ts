import { expect, it } from "vitest";
import { levers, source } from "@/lib/catalog";

it("has no range of a technique whose source cannot be opened", () => {
  expect(levers().length).toBeGreaterThan(0);
  for (const { id, gain, loss, further = [] } of levers())
    for (const cited of [gain, ...(loss ? [loss] : []), ...further])
      expect(source(cited.source)?.where, id).toMatch(/^https:/);
});
