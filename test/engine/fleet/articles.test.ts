import { describe, expect, it } from "vitest";
import { type TopologyEstimate, topologies } from "@/lib/engine";
import { defaultScenario, type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "../plans";

/** What is published of topologies, computed: no factor of pooling is put in, so that these figures can contradict it. */

type Parts = NonNullable<ScenarioInput["topologies"]>[number]["parts"];
const [large] = defaultScenario.options;
if (!large) throw new Error("the opening plan has an option");
const OPTIONS = [
  large,
  { ...large, model: "meta-llama-3.1-8b", tp: 1 },
  { ...large, spotShare: 1, spotDiscount: 0.6 },
];

/** Topologies of the opening plan's question at so many requests a second all day, by their means. */
function composed(requestRate: number, ...all: Parts[]): TopologyEstimate[] {
  const scenario = scenarioSchema.parse({
    ...defaultScenario,
    options: OPTIONS,
    traffic: { load: "rate", requestRate },
    topologies: all.map((parts, index) => ({ name: `T${index}`, parts })),
  });
  return topologies(scenario, LOOKUP, { simulate: false });
}
const CENTRAL: Parts = [{ option: 0, share: 1 }];
const edge = (more: object): Parts => [{ option: 0, share: 1, sites: 100, ...more }];
const used = (found: TopologyEstimate | undefined) => found?.figures.topologyUtilisation ?? 0;
const times = (found: TopologyEstimate | undefined, by: TopologyEstimate | undefined) =>
  (found?.figures.topologyCostPerToken ?? 0) / (by?.figures.topologyCostPerToken ?? 1);

describe("what the articles say of topologies", () => {
  it("about a thousand accelerators in one place are used to 85 %: that is the headroom of a steady load", () => {
    const [central] = composed(2000, CENTRAL);
    expect(central?.figures.topologyAccelerators).toBeGreaterThan(700);
    expect(used(central)).toBeGreaterThan(0.82);
    expect(used(central)).toBeLessThanOrEqual(0.85);
  });

  it("a hundred sites of some ten cost about a quarter more for their spare replicas, and hardly more without", () => {
    const [central, spare, none] = composed(2000, CENTRAL, edge({ spare: 1 }), edge({}));
    expect(times(none, central)).toBeLessThan(1.15);
    expect(times(spare, central)).toBeGreaterThan(1.15);
    expect(times(spare, central)).toBeLessThan(1.4);
  });

  it("40 to 50 % and two to three times the cost take sites of one replica and a spare, or peaks of their own", () => {
    const [central, spare] = composed(400, CENTRAL, edge({ spare: 1 }));
    expect(used(spare)).toBeGreaterThan(0.3);
    expect(used(spare)).toBeLessThan(0.5);
    expect(times(spare, central)).toBeGreaterThan(1.8);
    expect(times(spare, central)).toBeLessThan(3);
    const [whole, peaks] = composed(2000, CENTRAL, edge({ spare: 1, sitePeak: 2 }));
    expect(times(peaks, whole)).toBeGreaterThan(2);
    expect(times(peaks, whole)).toBeLessThan(3);
  });

  it("routing saves 60 % where 70 % go to a small model and none come back, and less the more do", () => {
    const route = (escalated: number): Parts => [
      { option: 1, share: 0.7, escalated },
      { option: 0, share: 0.3 },
    ];
    const [central, none, some] = composed(200, CENTRAL, route(0), route(0.2));
    expect(times(none, central)).toBeGreaterThan(0.33);
    expect(times(none, central)).toBeLessThan(0.45);
    expect(times(some, central)).toBeGreaterThan(times(none, central) + 0.1);
  });

  it("a hybrid of a small model at sites and a large one in one place costs less than either alone", () => {
    const hybrid: Parts = [
      { option: 1, share: 0.6, sites: 20 },
      { option: 0, share: 0.4 },
    ];
    const [central, found, sites] = composed(200, CENTRAL, hybrid, [{ option: 0, share: 1, sites: 20 }]);
    expect(times(found, central)).toBeLessThan(0.85);
    expect(times(found, sites)).toBeLessThan(times(found, central));
    // What it saves, the small model saves: the same one at sites alone loses to one pool.
    expect(found?.parts[0]?.figures.partPooling).toBeGreaterThan(0);
  });

  it("spot machines at 60 % off, there for 95 % of the time, save 57 % with on-demand ones for the rest", () => {
    const [central, spot] = composed(200, CENTRAL, [{ option: 2, share: 1, away: 0.05 }, { option: 0 }]);
    expect(times(spot, central)).toBeCloseTo(0.95 * 0.4 + 0.05, 6);
  });
});
