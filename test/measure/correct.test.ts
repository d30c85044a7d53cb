import { describe, expect, it } from "vitest";
import type { Measurement } from "@/lib/accuracy/measurement";
import { answerAll } from "@/lib/accuracy/predict";
import { errorsOf } from "@/lib/accuracy/statistics";
import { neededFor } from "@/lib/engine/cells";
import { program } from "@/lib/engine/quantities";
import { answerAnchored } from "@/lib/measure/anchored";
import { evidenceOf, withEvidence } from "@/lib/measure/correct";
import { type MeasuredRun, runsOf } from "@/lib/measure/run";
import { planOf } from "@/lib/scenario/plan";
import { row } from "../accuracy/rows";
import { names, pointRecords, priceless, publicRows } from "./public-rows";

const ask = (rows: Measurement[], anchors: Measurement[]) =>
  answerAnchored(rows, anchors, priceless, names, pointRecords).map(({ predicted }) => predicted as number);
const alone = (...rows: Measurement[]) =>
  answerAll(rows, priceless, names).map(({ predicted }) => predicted as number);
const ratio = (corrected: readonly number[], plain: readonly number[]) =>
  corrected.map((value, index) => value / (plain[index] as number));

const tpot = row({ id: "tpot" });
const ttft = row({ id: "ttft", metric: "ttft_ms", value: "150" });
const at = (each: Measurement, changes: Partial<Measurement>): Measurement => ({ ...each, ...changes });

describe("a plan with measurements", () => {
  const slower = (each: Measurement, factor: number) =>
    at(each, { value: (alone(each)[0] as number) * factor });

  it.each([0.4, 0.8, 1.3, 3])(
    "equals a measurement at its own point, %s times the prediction, within 3 %%",
    (factor) => {
      const anchors = [slower(tpot, factor), slower(ttft, factor)];
      for (const [index, value] of ask([tpot, ttft], anchors).entries())
        expect(value / (anchors[index] as Measurement).value).toBeCloseTo(1, 1.5);
    },
  );

  it("follows a rate too, which is made of steps and prompts", () => {
    const rate = slower(row({ metric: "output_tokens_per_s_total" }), 0.7);
    expect(ratio(ask([rate], [rate]), [rate.value])[0]).toBeCloseTo(1, 1.5);
    const [step, prompt] = ratio(ask([tpot, ttft], [rate]), alone(tpot, ttft));
    expect(step).toBeGreaterThan(1.2);
    expect(prompt).toBeGreaterThan(1);
  });

  it("without one of its own deployment stays as it is, to the last digit", () => {
    const others: Record<string, string>[] = [
      { model: "meta-llama/Meta-Llama-3.1-8B" },
      { accelerator: "nvidia-h200-sxm-141gb" },
      { engine: "sglang" },
      { engine_version: "0.9" },
      { weights: "bf16" },
    ];
    for (const other of others) expect(ask([tpot, ttft], [slower(row(other), 2)])).toEqual(alone(tpot, ttft));
    expect(ask([tpot, ttft], [])).toEqual(alone(tpot, ttft));
  });

  it("moves most of the way near a measurement, and goes back to the prediction far from it", () => {
    const anchor = slower(tpot, 1.5);
    const loads = ["16", "32", "128", "1024"].map((concurrency) => at(tpot, { concurrency }));
    const moved = ratio(ask(loads, [anchor]), alone(...loads)).map((each) => Math.log(each) / Math.log(1.5));
    expect(moved[0]).toBeGreaterThan(0.98);
    expect(moved[1]).toBeGreaterThan(0.8);
    for (const [index, share] of moved.entries())
      if (index > 0) expect(share).toBeLessThan(moved[index - 1] as number);
    const far = at(tpot, { concurrency: "1", isl: 100_000, osl: 8, tp: 1, pp: 8 });
    expect((ratio(ask([far], [anchor]), alone(far))[0] as number) - 1).toBeLessThan(0.03);
  });

  it("lies between measurements that contradict one another, nearer to the nearer one", () => {
    const anchors = [
      slower(at(tpot, { concurrency: "8" }), 0.8),
      slower(at(tpot, { concurrency: "64" }), 1.25),
    ];
    const loads = ["12", "32"].map((concurrency) => at(tpot, { concurrency }));
    const [low, high] = ratio(ask(loads, anchors), alone(...loads)) as [number, number];
    expect(low).toBeGreaterThan(0.8);
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(1);
    expect(high).toBeLessThan(1.25);
  });

  it("learns of prompts from TTFT and of steps from TPOT alone", () => {
    const [step] = ratio(ask([tpot], [slower(ttft, 1.5)]), alone(tpot));
    expect(step).toBeCloseTo(1, 2);
    expect(ratio(ask([ttft], [slower(tpot, 1.5)]), alone(ttft))[0]).toBeLessThan(1.25);
  });
});

describe("what a correction takes", () => {
  it("is nothing in the rounds of a search: what was measured beside a step is no part of it", () => {
    const inRounds = program.quantities.filter(
      (quantity) => quantity.scope.row && program.tier.get(quantity)?.includes(2),
    );
    expect(inRounds.length).toBeGreaterThan(5);
    expect(inRounds.filter((quantity) => neededFor(quantity, "measured"))).toEqual([]);
  });

  it("keeps distances of a deployment without mixing up plans of other lengths, layouts or loads", () => {
    const runs = publicRows("validation", { points: 0, seed: 1 }).rest.slice(0, 400);
    const measured = runsOf(runs, names, pointRecords).slice(0, 60);
    const evidence = measured.map((run) => ({ run, factors: { decode: 0.1, prompt: 0.2 } }));
    const kept = withEvidence(priceless, evidence, pointRecords);
    const plans = measured.map(({ question }) => planOf(question.scenario, 0));
    const fresh = plans.map((plan) => withEvidence(priceless, evidence, pointRecords).anchors?.(plan));
    expect(fresh.filter((anchors) => anchors?.length === 4).length).toBeGreaterThan(10);
    expect(plans.map((plan) => kept.anchors?.(plan))).toEqual(fresh);
    expect(plans.toReversed().map((plan) => kept.anchors?.(plan))).toEqual(fresh.toReversed());
  });
});

/** Every so many runs of the public tables, whatever their deployment, layout and batching. */
const sample = (["validation", "calibration"] as const)
  .flatMap((split) => {
    const { rest } = publicRows(split, { points: 0, seed: 1 });
    return runsOf(rest, names, pointRecords);
  })
  .filter(({ rows, question }) => !question.arrivals && isConsistent(rows))
  .filter((_, index) => index % 40 === 0);

/** A metric told twice, or a rate beside the times that it follows from, says two things of one point. */
function isConsistent(rows: readonly Measurement[]): boolean {
  const told = new Set(rows.map(({ metric }) => metric));
  return told.size === rows.length && !(told.has("ttft_ms") && told.has("output_tokens_per_s_total"));
}

describe("any public measurement at the plan's own point", () => {
  const equals = (rows: readonly Measurement[], run: MeasuredRun, off: number) => {
    const wrong = rows.map((each) => ({ ...each, value: each.value * off }));
    const evidence = evidenceOf([{ ...run, rows: wrong }], priceless);
    const answers = answerAll(wrong, withEvidence(priceless, evidence, pointRecords), names);
    for (const { row: told, predicted } of answers)
      expect(
        Math.abs((predicted as number) / told.value - 1),
        `${told.metric} of ${told.model}, ${told.engine} on ${told.accelerator}`,
      ).toBeLessThan(0.03);
  };

  it("is what the estimate says, whatever the engine, the batching and the load", () => {
    expect(sample.length).toBeGreaterThan(50);
    for (const run of sample) equals(run.rows, run, 1);
  });

  it("is so where only one metric was measured, and where it is far from the prediction", () => {
    sample.forEach((run, index) => {
      const rows = [run.rows[index % run.rows.length] as Measurement];
      // A rate has a ceiling in the time that its requests take to make their first token.
      const times = rows.every(({ metric }) => /tpot|ttft|prefill|decode/.test(metric));
      equals(rows, run, times ? ([0.35, 2.8][index % 2] as number) : 1);
    });
  });
});

describe("two measured points of each deployment", () => {
  it("bring the rest of the validation rows nearer than the goals, whichever they are", () => {
    for (const seed of [1, 2]) {
      const { anchors, rest } = publicRows("validation", { points: 2, seed });
      const errors = (metric: string) => {
        const asked = rest.filter((each) => each.metric === metric && each.mode === "server");
        const answers = ask(asked, anchors);
        return errorsOf(answers.map((value, index) => value / (asked[index] as Measurement).value));
      };
      const [steps, prompts] = [errors("tpot_ms"), errors("ttft_ms")];
      expect(steps.cases).toBeGreaterThan(400);
      expect(steps.median).toBeLessThan(0.085);
      expect(steps.within25).toBeGreaterThan(0.9);
      expect(prompts.median).toBeLessThan(0.16);
      expect(prompts.within25).toBeGreaterThan(0.66);
    }
  });
});
