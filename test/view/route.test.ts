import { expect, it } from "vitest";
import { recordsOf } from "@/app/planner-start";
import { isRefused } from "@/lib/engine";
import { routed } from "@/lib/engine/fleet/route";
import { scenarioSchema } from "@/lib/scenario";
import { routeTable } from "@/lib/view/route";
import { routeNames } from "@/lib/view/route-names";
import { lookup } from "./estimates";

const scenario = scenarioSchema.parse({
  workload: { model: "meta-llama-3.1-70b" },
  traffic: { load: "rate", requestRate: 20 },
  options: [
    { accelerator: "nvidia-l40s", model: "meta-llama-3.1-8b" },
    { accelerator: "nvidia-h200-sxm-141gb" },
  ],
});
const routing = { small: 0, large: 1, first: 0.6, escalated: 0.25 };

it("a router's table has both deployments with their parts, the sum, and all on the large one", () => {
  const found = routed(scenario, routing, lookup, { simulate: false });
  if (isRefused(found)) throw new Error(found.message);
  const names = routeNames(scenario, recordsOf(scenario));
  expect(names).toEqual([
    "1: Meta-Llama-3.1-8B on NVIDIA L40S",
    "2: Meta-Llama-3.1-70B on NVIDIA H200 SXM 141GB",
  ]);
  const { rows, columns } = routeTable(found, routing, names);
  expect(columns.map(({ id }) => id)).toEqual([
    "who",
    "part",
    "acceleratorCount",
    "monthlyCost",
    "costPerToken",
    "ttft",
    "requestLatency",
    "goals",
  ]);
  expect(rows.map(({ who, part }) => [who, part])).toEqual([
    [names[0], "60 % first"],
    [names[1], "40 % at once, 15 % sent on"],
    ["Together", "all"],
    [`All on ${names[1]}`, "all"],
  ]);
  const [small, large, together, alone] = rows;
  expect(small?.monthlyCost).toBe(found.small.figures.monthlyCost);
  expect(large?.requestLatency).toBe(found.large.figures.requestLatency);
  expect(together).toMatchObject({ monthlyCost: found.together.monthlyCost, goals: "kept" });
  expect(alone?.costPerToken).toBe(found.alone.costPerToken);
});

it("options are named by their chips alone where all serve one model", () => {
  const options = scenario.options.map(({ model: _, ...option }) => option);
  const one = { ...scenario, options };
  expect(routeNames(one, recordsOf(one))).toEqual(["1: NVIDIA L40S", "2: NVIDIA H200 SXM 141GB"]);
});
