import { expect, it } from "vitest";
import { parameters } from "@/lib/catalog/count/model";
import { catalogLookup } from "@/lib/catalog/lookup";
import { answer, type Lookup } from "@/lib/engine";
import { withOwnMeasurements } from "@/lib/measure/own";
import { type OwnMeasurement, parseScenario, type Scenario } from "@/lib/scenario";
import { decidingMeasurement, decidingText } from "@/lib/view/prove/deciding";

const LOOKUP = catalogLookup();

/** Two options whose prices make the second so much dearer a token than the first. */
function scenario(prices: readonly [number, number], measurements?: OwnMeasurement[]): Scenario {
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-70b", inputTokens: 1000, outputTokens: 500, batch: 32 },
    traffic: { load: "batch" },
    serving: { weights: "fp8", kvCache: "fp8" },
    options: ["nvidia-h100-sxm-80gb", "nvidia-h200-sxm-141gb"].map((accelerator, index) => ({
      accelerator,
      tp: 4,
      replicas: 1,
      pricePerHour: prices[index],
    })),
    ...(measurements ? { measurements } : {}),
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

const byMeans = (plan: Scenario, lookup: Lookup = LOOKUP) => answer(plan, lookup, { simulate: false });
const costs = (plan: Scenario) =>
  byMeans(plan, withOwnMeasurements(LOOKUP, plan, parameters)).options.map(
    ({ figures }) => figures.costPerToken as number,
  );

it("names the measurement at whose threshold the two cheapest options change places", () => {
  const even = costs(scenario([2, 2]));
  const near = 2 * ((even[0] as number) / (even[1] as number));
  const plan = scenario([2, near * 1.05]);
  const deciding = decidingMeasurement(byMeans(plan), LOOKUP);
  if (!deciding) throw new Error("nothing decides");
  const { option, turns, inFlight, cheaper } = deciding;
  expect(inFlight).toBe(32);
  const accelerator = plan.options[option]?.accelerator as string;
  const measured = (tpot: number): OwnMeasurement => ({
    on: true,
    tool: "made",
    accelerator,
    model: "meta-llama-3.1-70b",
    weights: "fp8",
    kvCache: "fp8",
    engine: "vllm",
    accelerators: 4,
    tp: 4,
    pp: 1,
    dp: 1,
    ep: 1,
    inputTokens: 1000,
    outputTokens: 500,
    concurrency: 32,
    mode: "server",
    measured: { tpot_ms: tpot * 1000 },
  });
  const measuredIsCheaper = (tpot: number) => {
    const found = costs(scenario([2, near * 1.05], [measured(tpot)]));
    return (found[option] as number) < (found[1 - option] as number);
  };
  expect(measuredIsCheaper(turns * 0.97)).toBe(true);
  expect(measuredIsCheaper(turns * 1.03)).toBe(false);
  expect(decidingText(byMeans(plan), LOOKUP)).toMatch(
    cheaper === "option"
      ? /^Measure NVIDIA H100 .* first, with 32 in flight: if its TPOT is above [\d.]+ ms, NVIDIA H200 .* is the cheaper\. Predicted are/
      : /^Measure NVIDIA H200 .* under [\d.]+ ms, it is cheaper than NVIDIA H100/,
  );
});

it("says nothing where no time within the ranges makes another option the cheaper, or there is one option", () => {
  const plan = scenario([2, 20]);
  expect(decidingMeasurement(byMeans(plan), LOOKUP)).toBeUndefined();
  const [alone] = plan.options;
  const one = { ...plan, options: [alone as Scenario["options"][number]] };
  expect(decidingMeasurement(byMeans(one), LOOKUP)).toBeUndefined();
  expect(decidingText(byMeans(plan), LOOKUP)).toBe("");
});
