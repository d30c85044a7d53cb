import { describe, expect, it } from "vitest";
import { decodeScenario, encodeScenario, parseScenario } from "@/lib/scenario";
import type { Part } from "@/lib/scenario/topology";
import { withOptionAfter, withoutApiAt, withoutOptionAt, withShare } from "@/lib/scenario/topology-edits";

const plan = (parts: unknown, more = {}) =>
  parseScenario({
    workload: { model: "m" },
    options: [{ accelerator: "a" }, { accelerator: "b" }, { accelerator: "c" }],
    topologies: [{ name: "It", parts }],
    ...more,
  });
const topologiesOf = (parts: unknown) => {
  const reading = plan(parts);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
};

describe("a topology in a scenario", () => {
  it("reads quantities as people write them, and travels in a link", () => {
    const scenario = topologiesOf([
      { option: 0, share: "70 %", escalated: "20%", distance: "40 ms", egress: "$0.09/GB", siteCost: 500 },
      { option: 1, share: 0.3, adapters: 4, adapterSize: "200 MB", area: "EU" },
    ]);
    expect(scenario.topologies?.[0]?.parts).toEqual([
      { option: 0, share: 0.7, escalated: 0.2, distance: 0.04, egress: 0.09, siteCost: 500 },
      { option: 1, share: 0.3, adapters: 4, adapterSize: 200e6, area: "EU" },
    ]);
    expect(decodeScenario(encodeScenario(scenario))).toEqual({ ok: true, scenario });
  });

  it.each([
    ["neither an option nor an API", [{ share: 1 }]],
    ["both", [{ option: 0, api: 0, share: 1 }]],
    ["nothing that comes", [{ option: 0 }]],
    ["something that goes on from the last part", [{ option: 0, share: 1, away: 0.1 }]],
    ["two ways to the next part", [{ option: 0, share: 1, away: 0.1, escalated: 0.1 }, { option: 1 }]],
    ["machines of an API", [{ api: 0, share: 1, sites: 3 }]],
    ["adapters of no size", [{ option: 0, share: 1, adapters: 3 }]],
    ["a share above one", [{ option: 0, share: 1.5 }]],
    ["too many parts", Array.from({ length: 7 }, () => ({ option: 0, share: 1 }))],
    ["no part", []],
  ])("is refused with %s", (_, parts) => {
    expect(plan(parts).ok).toBe(false);
  });

  it("is refused where all of them have too many parts", () => {
    const many = Array.from({ length: 5 }, () => ({ option: 0, share: 1 }));
    const topologies = Array.from({ length: 3 }, (_, index) => ({ name: `T${index}`, parts: many }));
    const reading = plan(many, { topologies });
    expect(!reading.ok && reading.errors).toEqual([
      { path: "topologies", message: expect.stringMatching(/at most 14 parts/) },
    ]);
  });
});

describe("parts of a topology", () => {
  const held = topologiesOf([
    { option: 0, share: 0.5, escalated: 0.5 },
    { option: 2, share: 0.5 },
  ]);
  const parts = (topologies: { parts: Part[] }[] | undefined) => topologies?.[0]?.parts;

  it("follow their options when others come and go", () => {
    expect(parts(withOptionAfter(held, 0))).toEqual([
      { option: 0, share: 0.5, escalated: 0.5 },
      { option: 3, share: 0.5 },
    ]);
    expect(parts(withoutOptionAt(held, 1))?.map(({ option }) => option)).toEqual([0, 1]);
    expect(withoutApiAt(held, 0)).toEqual(held.topologies);
  });

  it("go with their option, and what is left is still a topology", () => {
    expect(parts(withoutOptionAt(held, 2))).toEqual([{ option: 0, share: 0.5 }]);
    const alone = topologiesOf([{ option: 1, share: 1 }]);
    expect(withoutOptionAt(alone, 1)).toBeUndefined();
    const standsIn = topologiesOf([{ option: 0, share: 1, away: 0.1 }, { option: 1 }]);
    expect(parts(withoutOptionAt(standsIn, 0))).toEqual([{ option: 0, share: 1 }]);
  });

  it("give and take shares in proportion, so that all together stay the whole", () => {
    const three: Part[] = [
      { option: 0, share: 0.5 },
      { option: 1, share: 0.3 },
      { option: 2, share: 0.2 },
    ];
    expect(withShare(three, 0, 0.75).map(({ share }) => share)).toEqual([0.75, 0.15, 0.1]);
    expect(withShare([{ option: 0, share: 1 }, { option: 1 }], 0, 0.6).map(({ share }) => share)).toEqual([
      0.6, 0.4,
    ]);
    expect(withShare([{ option: 0, share: 1 }], 0, 0.6)).toEqual([{ option: 0, share: 1 }]);
  });
});
