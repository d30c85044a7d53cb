import "server-only";
import type { NewScenario } from "@/lib/db/scenarios";
import type { Estimate } from "@/lib/engine";
import { fileName } from "@/lib/export/file-name";
import { defaultScenario } from "@/lib/scenario/presets";
import { storedResult } from "@/lib/view/saved/stored-result";
import { exportFile, type Format } from "../export-file";
import { given, type Outcome } from "../outcome";
import type { PROFILES } from "../request-schemas";
import { estimated } from "../scenario-answers";
import { brief, comparison } from "./compare";
import { nearbyRuns } from "./nearby";
import { nearestPoints } from "./nearest";
import { projected } from "./project";
import { searched } from "./search";
import { simulatedTimes } from "./simulate";

/** A file as it is handed out. */
export interface ExportedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

interface ExportTask {
  readonly scenario: unknown;
  readonly format: Format;
  readonly profile: (typeof PROFILES)[number];
}

/** What is stored of an estimate: its scenario, its figures and what computed them. */
const newVersion = (estimate: Estimate): NewScenario => ({
  name: estimate.scenario.name ?? "",
  state: estimate.scenario,
  result: storedResult(estimate),
  engineVersion: estimate.engineVersion,
  catalogVersion: estimate.catalogVersion,
});

async function exported({ scenario, format, profile }: ExportTask): Promise<Outcome<ExportedFile>> {
  const plan = estimated(scenario);
  if (!plan.ok) return plan;
  return given({
    name: fileName(plan.value.scenario.name, format),
    content: await exportFile(plan.value, format, profile),
  });
}

const json = (outcome: Outcome<object>): Outcome<string> =>
  outcome.ok ? given(JSON.stringify(outcome.value)) : outcome;

/**
 * All work that may take long, by its name. What is answered as JSON is text already: writing it takes as long as
 * computing it, and the thread that serves has other things to do.
 */
export const TASKS = {
  /** Reads what every estimate needs. */
  ready: (_: null): Outcome<null> => {
    estimated(defaultScenario);
    return given(null);
  },
  estimate: (scenario: unknown): Outcome<string> => json(estimated(scenario)),
  version: (scenario: unknown): Outcome<NewScenario> => {
    const outcome = estimated(scenario);
    return outcome.ok ? given(newVersion(outcome.value)) : outcome;
  },
  nearest: (scenario: unknown): Outcome<string> => json(nearestPoints(scenario)),
  nearby: (scenario: unknown): Outcome<string> => json(nearbyRuns(scenario)),
  compare: (scenario: unknown): Outcome<string> => json(comparison(scenario)),
  brief: (scenario: unknown): Outcome<string> => json(brief(scenario)),
  search: async (body: unknown): Promise<Outcome<string>> => json(await searched(body)),
  simulate: (body: unknown): Outcome<string> => json(simulatedTimes(body)),
  project: (body: unknown): Outcome<string> => json(projected(body)),
  export: exported,
  /** Several scenarios, one line of JSON each, as text that ends in a line break. */
  batch: ({ from, scenarios }: { from: number; scenarios: readonly unknown[] }): Outcome<string> =>
    given(scenarios.map((scenario, index) => `${JSON.stringify(line(from + index, scenario))}\n`).join("")),
};

function line(index: number, scenario: unknown) {
  const outcome = estimated(scenario);
  return outcome.ok ? { index, estimate: outcome.value } : { index, problem: outcome.refusal };
}

export type TaskName = keyof typeof TASKS;
export type TaskInput<N extends TaskName> = Parameters<(typeof TASKS)[N]>[0];
export type TaskOutcome<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>;
