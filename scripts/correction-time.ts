import { medianOf } from "@/lib/accuracy/statistics";
import { answer, type Lookup } from "@/lib/engine";
import { withEvidence } from "@/lib/measure/correct";
import { type MeasuredRun, runsOf } from "@/lib/measure/run";
import type { Scenario } from "@/lib/scenario";
import { benchmarkRows } from "./benchmark-rows";
import { catalogNames, pointRecords, wholeLookup } from "./catalog-lookup";

/** Measurements that a plan carries: few, one benchmark's sweep, and all that are public of a deployment. */
const CARRIED = { means: [2, 10, 50], simulated: [10] };
const TURNS = { means: 60, simulated: 8 };
const PAIRS = { means: 80, simulated: 9 };
const MICROSECONDS = 1000;
/** Prompts of so many tokens and one more each time, as a slider moves them: nothing is kept of the one before. */
const FROM = 900;
const LENGTHS = 200;

/**
 * What a correction costs: the processor time of a scenario's first option as a page asks for it, with published runs of
 * its deployment over that without, as lines of text. The runs say that the prediction is right, so that both find the
 * same load by the same steps.
 */
export function correctionTime(scenario: Scenario): string {
  const alike = publishedRuns(scenario);
  let length = 0;
  const time = (lookup: Lookup, simulate: boolean) => {
    const turns = simulate ? TURNS.simulated : TURNS.means;
    const started = process.cpuUsage();
    for (let turn = 0; turn < turns; turn++) {
      const workload = { ...scenario.workload, inputTokens: FROM + (length++ % LENGTHS) };
      answer({ ...scenario, workload }, lookup, { simulate });
    }
    const { user, system } = process.cpuUsage(started);
    return (user + system) / turns / MICROSECONDS;
  };
  const line = (carried: number, simulate: boolean) => {
    const evidence = alike.slice(0, carried).map((run) => ({ run, factors: { decode: 0, prompt: 0 } }));
    const corrected = withEvidence(wholeLookup, evidence, pointRecords);
    time(wholeLookup, simulate);
    time(corrected, simulate);
    // In pairs, either one first, and the middle of many: what else the machine does passes over both of a pair alike.
    const pairs = Array.from({ length: simulate ? PAIRS.simulated : PAIRS.means }, (_, pair) => {
      const early = time(pair % 2 === 0 ? wholeLookup : corrected, simulate);
      const late = time(pair % 2 === 0 ? corrected : wholeLookup, simulate);
      const [plain, more] = pair % 2 === 0 ? [early, late] : [late, early];
      return { plain, ratio: more / plain };
    });
    const ratio = medianOf(pairs.map((pair) => pair.ratio)).toFixed(3);
    const plain = medianOf(pairs.map((pair) => pair.plain)).toFixed(2);
    const name = `corrected by ${evidence.length}, ${simulate ? "simulated" : "means"}`;
    return `${name.padEnd(28)} ${ratio} times the ${plain} ms without`;
  };
  return [
    ...CARRIED.means.map((carried) => line(carried, false)),
    ...CARRIED.simulated.map((carried) => line(carried, true)),
  ].join("\n");
}

/** Published runs of the deployment in the scenario's first option. */
function publishedRuns({ workload, serving, options }: Scenario): MeasuredRun[] {
  const every = runsOf(
    benchmarkRows(() => {}),
    catalogNames,
    pointRecords,
  );
  return every.filter(({ point, question }) => {
    const { model, accelerator, engine } = point;
    const chip = accelerator.id === options[0]?.accelerator;
    return chip && model.id === workload.model && engine === serving.engine && !question.arrivals;
  });
}
