import { expect, it } from "vitest";
import { topologies } from "@/lib/engine";
import { parseScenario } from "@/lib/scenario";
import { LOOKUP } from "../plans";

it("an API's limits are held against the busiest hour of its own part", () => {
  const model = "meta-llama-3.1-70b";
  const texts = (limits: object) => {
    const reading = parseScenario({
      workload: { model },
      traffic: { load: "rate", requestRate: 20 },
      options: [{ accelerator: "nvidia-h200-sxm-141gb", tp: 2, pricePerHour: 3 }],
      apis: [{ model, provider: "P", name: "n", input: 1, output: 2, asOf: "2026-05", ...limits }],
      topologies: [
        { name: "All of it", parts: [{ api: 0, share: 1 }] },
        { name: "What is above", parts: [{ option: 0, share: 1, capacity: 0.75 }, { api: 0 }] },
      ],
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const found = topologies(reading.scenario, LOOKUP, { simulate: false });
    return found.map(({ conditions }) => conditions.find(({ text }) => /account/.test(text))?.text);
  };
  // 1,200 requests a minute, a quarter of them above the machines.
  expect(texts({ requestsPerMinute: 100 })).toEqual([
    "The API grants 12 accounts, or as many times its limits, for the busiest hour",
    "The API grants 3 accounts, or as many times its limits, for the busiest hour",
  ]);
  expect(texts({ requestsPerMinute: 2000 })[0]).toContain("one account may ask as much");
  expect(texts({})[0]).toContain("is not known");
});
