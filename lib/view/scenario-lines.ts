import { fields, type NumberFieldPath } from "@/lib/scenario/fields";
import { readField } from "@/lib/scenario/read-field";
import type { Scenario } from "@/lib/scenario/schema";

/** One assumption of a plan in words: what it is, and its value with its unit. */
export type ScenarioLine = { label: string; text: string };

function line(path: NumberFieldPath, value: number): ScenarioLine {
  const reading = readField(path, value);
  return { label: fields[path].label, text: reading.ok ? reading.understood : String(value) };
}

/** What all options of a plan share, in the order of the form. Names of records are looked up by the caller. */
export function scenarioLines(scenario: Scenario, nameOf: (id: string) => string): ScenarioLine[] {
  const { workload, serving, finance } = scenario;
  const engine = fields["serving.engine"].choices.find(({ value }) => value === serving.engine);
  return [
    { label: fields["workload.model"].label, text: nameOf(workload.model) },
    line("workload.inputTokens", workload.inputTokens),
    line("workload.outputTokens", workload.outputTokens),
    line("workload.batch", workload.batch),
    { label: fields["serving.weights"].label, text: nameOf(serving.weights) },
    { label: fields["serving.kvCache"].label, text: nameOf(serving.kvCache) },
    { label: fields["serving.engine"].label, text: engine?.label ?? serving.engine },
    line("serving.memoryFraction", serving.memoryFraction),
    line("serving.chunkTokens", serving.chunkTokens),
    line("finance.utilisation", finance.utilisation),
  ];
}
