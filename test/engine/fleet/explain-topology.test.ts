import { expect, it } from "vitest";
import { type Explanation, explainTopology, topologies, topologyAddress } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "../plans";

const scenario = scenarioSchema.parse({
  workload: { model: "meta-llama-3.1-70b" },
  traffic: { load: "rate", requestRate: 40, peakToMean: 2 },
  options: [
    { accelerator: "nvidia-h200-sxm-141gb", tp: 2, pricePerHour: 3 },
    { accelerator: "nvidia-l40s", model: "meta-llama-3.1-8b", pricePerHour: 1 },
  ],
  apis: [{ model: "meta-llama-3.1-70b", provider: "P", name: "n", input: 0.6, output: 0.9, asOf: "2026-05" }],
  topologies: [
    {
      name: "Hybrid",
      parts: [
        { option: 1, share: 0.6, sites: 4, escalated: 0.1, egress: 0.09 },
        { option: 0, share: 0.4 },
      ],
    },
    {
      name: "Burst",
      parts: [
        { option: 0, share: 1, capacity: 0.6 },
        { api: 0, ttft: 0.4, tpot: "20 ms" },
      ],
    },
  ],
});
const found = topologies(scenario, LOOKUP, { simulate: false });
const explain = (address: string): Explanation => {
  const explanation = explainTopology(scenario, found, LOOKUP, address);
  if (!explanation) throw new Error(`${address} has no explanation`);
  return explanation;
};

it("every figure of a topology and of its parts is explained, and so is all that it is made of", () => {
  const seen = new Set<string>();
  const follow = (address: string) => {
    if (seen.has(address)) return;
    seen.add(address);
    const { inputs, value } = explain(address);
    expect(Number.isFinite(value), address).toBe(true);
    for (const input of inputs) {
      // Beyond the figure of a site the plan's own explanations go on.
      if (!/^topologies\.\d+\.\d+\//.test(address)) follow(input.address);
      else expect(explain(input.address).value, input.address).toBe(input.value);
    }
  };
  for (const [index, { figures, parts }] of found.entries()) {
    for (const [id, value] of Object.entries(figures)) {
      expect(explain(topologyAddress(index, id)).value, id).toBe(value);
      follow(topologyAddress(index, id));
    }
    for (const [part, each] of parts.entries())
      for (const [id, value] of Object.entries(each.figures))
        expect(explain(topologyAddress(index, id, part)).value, id).toBe(value);
  }
  expect([...seen].filter((address) => address.endsWith("/monthlyCost")).length).toBeGreaterThan(0);
});

it("a figure of a site is the plan's own, and what was found for its traffic is said to be found", () => {
  const machines = explain("topologies.0/siteMachines#0");
  expect(machines.origin.kind).toBe("search");
  const [behind] = machines.inputs;
  expect(explain(behind?.address ?? "")).toMatchObject({ id: "monthlyCost", value: machines.value });
  expect(explain("topologies.0.0/replicas").origin.kind).toBe("search");
  expect(explain("topologies.0.0/replicas").value).toBe(found[0]?.parts[0]?.given.siteReplicas);
});

it("what an option said of itself and a site's traffic changes is found", () => {
  const [first, second] = scenario.options;
  const pools = { ...first, prefillReplicas: 1, utilisation: 0.9 };
  const own = scenarioSchema.parse({ ...scenario, options: [pools, second] });
  const sites = topologies(own, LOOKUP, { simulate: false });
  for (const id of ["prefillReplicas", "utilisation"]) {
    const { origin, value } = explainTopology(own, sites, LOOKUP, `topologies.0.1/${id}`) as Explanation;
    expect(value, id).not.toBe(pools[id as "utilisation"]);
    expect(origin.kind, id).toBe("search");
  }
});

it("an address that names nothing has no explanation", () => {
  for (const address of [
    "topologies.7/topologyCost",
    "topologies.0/partCost#9",
    "topologies.0/nothing",
    "ttft",
    "topologies.1.1/ttft",
  ])
    expect(explainTopology(scenario, found, LOOKUP, address), address).toBeUndefined();
});
