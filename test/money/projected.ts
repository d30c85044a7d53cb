import { estimate } from "@/lib/engine";
import { baseDemand, type Projection, project } from "@/lib/money";
import { parseScenario, type ScenarioInput } from "@/lib/scenario";
import { LOOKUP } from "../engine/plans";

export const H100 = { accelerator: "nvidia-h100-sxm-80gb", tp: 2, replicas: 2 } as const;

/** A plan of Llama 3.1 70B with the projections of all its options. */
export function projected(input: Partial<ScenarioInput>) {
  const reading = parseScenario({ workload: { model: "meta-llama-3.1-70b" }, options: [H100], ...input });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const { scenario } = reading;
  const found = estimate(scenario, LOOKUP);
  const demand = baseDemand(found, 0);
  if (!demand) throw new Error("no demand");
  const projections = project(found, demand.requests).map((each) => {
    if (typeof each === "string") throw new Error(each);
    return each;
  });
  return { scenario, estimate: found, projections, demand };
}
/** The same with that of the first. */
export const one = (input: Partial<ScenarioInput>) => {
  const { projections, ...rest } = projected(input);
  return { ...rest, projection: projections[0] as Projection };
};
