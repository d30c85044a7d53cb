import fc from "fast-check";
import { fields, type NumberField, type NumberFieldPath, type ScenarioInput } from "@/lib/scenario";

const id = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,30}$/);

function legal(path: NumberFieldPath): fc.Arbitrary<number> {
  const { choices, integer, min, max }: NumberField = fields[path];
  if (choices) return fc.constantFrom(...choices);
  return integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((value) => value || 0);
}

/** Any scenario within bounds, with some fields left to their defaults. */
export const scenarioInputs: fc.Arbitrary<ScenarioInput> = fc.record(
  {
    name: fc.constantFrom("Plan B", "Größe 規模 🙂", ""),
    workload: fc.record(
      {
        model: id,
        inputTokens: legal("workload.inputTokens"),
        outputTokens: legal("workload.outputTokens"),
        batch: legal("workload.batch"),
      },
      { requiredKeys: ["model"] },
    ),
    serving: fc.record(
      {
        weights: id,
        kvCache: id,
        engine: fc.constantFrom("vllm" as const, "sglang" as const, "trtllm" as const),
        memoryFraction: legal("serving.memoryFraction"),
        chunkTokens: legal("serving.chunkTokens"),
      },
      { requiredKeys: [] },
    ),
    options: fc.array(
      fc.record(
        {
          accelerator: id,
          tp: legal("options.tp"),
          replicas: legal("options.replicas"),
          pricePerHour: legal("options.pricePerHour"),
          weights: id,
          kvCache: id,
        },
        { requiredKeys: ["accelerator"] },
      ),
      { minLength: 1, maxLength: 6 },
    ),
    finance: fc.record({ utilisation: legal("finance.utilisation") }, { requiredKeys: [] }),
  },
  { requiredKeys: ["workload", "options"] },
);
