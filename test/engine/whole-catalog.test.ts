import { describe, expect, it } from "vitest";
import { accelerators, models } from "@/lib/catalog";
import { estimate } from "@/lib/engine";
import { parseScenario, type ScenarioInput } from "@/lib/scenario";
import { wholeLookup } from "@/scripts/catalog-lookup";

function verdictOf(input: ScenarioInput) {
  const reading = parseScenario(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const [option] = estimate(reading.scenario, wholeLookup).options;
  if (!option) throw new Error("an option went missing");
  return option;
}

describe("every model of the catalog", () => {
  it.each(models().map(({ id }) => [id]))("%s runs on eight B200 or says why not", (model) => {
    for (const batching of ["continuous", "static", "offline"] as const) {
      const { verdict, figures } = verdictOf({
        workload: { model, batch: 4 },
        serving: { batching },
        options: [{ accelerator: "nvidia-b200-sxm", tp: 8 }],
      });
      if (verdict.feasible) expect(figures.outputRate).toBeGreaterThan(0);
      else expect(verdict.message).toMatch(/\w{3,}/);
    }
  });
});

describe("every accelerator of the catalog", () => {
  it.each(accelerators().map(({ id }) => [id]))(
    "%s serves a small model or says what is not known",
    (accelerator) => {
      const { verdict, figures } = verdictOf({
        workload: { model: "llama-3.2-1b-instruct", batch: 2 },
        serving: { weights: "bf16" },
        options: [{ accelerator }],
      });
      if (verdict.feasible) expect(figures.tpot).toBeGreaterThan(0);
      else expect(["unknown", "memory", "format"]).toContain(verdict.reason);
    },
  );
});
