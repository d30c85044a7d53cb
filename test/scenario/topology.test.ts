import { describe, expect, it } from "vitest";
import { decodeScenario, encodeScenario, parseScenario } from "@/lib/scenario";
import type { ApiOffer, Option } from "@/lib/scenario/schema";
import type { Part } from "@/lib/scenario/topology";
import { followed, withShare } from "@/lib/scenario/topology-edits";

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
  const [a, b, c] = held.options as [Option, Option, Option];
  const api = { model: "m", provider: "P", name: "n", input: 1, output: 1, asOf: "2026-05" };
  const parts = (options: Option[], before = held) =>
    followed(before, { ...before, options }).topologies?.[0]?.parts;

  it("follow their options wherever those go", () => {
    expect(parts([a, { ...a }, b, c])?.map(({ option }) => option)).toEqual([0, 3]);
    expect(parts([a, c])?.map(({ option }) => option)).toEqual([0, 1]);
    expect(parts([c, b, a])?.map(({ option }) => option)).toEqual([2, 0]);
  });

  it("go with their option, and what is left is still a topology", () => {
    expect(parts([a, b])).toEqual([{ option: 0, share: 0.5 }]);
    const alone = topologiesOf([{ option: 1, share: 1 }]);
    expect("topologies" in followed(alone, { ...alone, options: [alone.options[0] as Option] })).toBe(false);
    const standsIn = topologiesOf([{ option: 0, share: 1, away: 0.1 }, { option: 1 }]);
    expect(parts(standsIn.options.slice(1), standsIn)).toEqual([{ option: 0, share: 1 }]);
  });

  it("follow their APIs, and go with them", () => {
    const bought = {
      ...topologiesOf([{ option: 0, share: 1, capacity: 0.5 }, { api: 1 }]),
      apis: [api, { ...api }],
    };
    const left = (apis: ApiOffer[]) => followed(bought, { ...bought, apis }).topologies?.[0]?.parts;
    expect(left(bought.apis.slice(1))?.[1]).toEqual({ api: 0 });
    expect(left(bought.apis.slice(0, 1))).toEqual([{ option: 0, share: 1 }]);
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
