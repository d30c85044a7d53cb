import { describe, expect, it } from "vitest";
import { answerAll } from "@/lib/accuracy/predict";
import { parameters } from "@/lib/catalog/count/model";
import { estimate } from "@/lib/engine";
import { measuredRecords, rowsOf, withOwnMeasurements } from "@/lib/measure/own";
import { publishedNear } from "@/lib/measure/published";
import { runsOf } from "@/lib/measure/run";
import { parseScenario, type Scenario } from "@/lib/scenario";
import { ownMeasurements, withoutMeasurements } from "@/lib/scenario/measured";
import { decodeScenario, encodeScenario } from "@/lib/scenario/url";
import { names, pointRecords, priceless, publicRows } from "./public-rows";

const published = runsOf(publicRows("calibration", { points: 0, seed: 1 }).rest, names, pointRecords).filter(
  ({ question }) => !question.arrivals,
);
const sample = published.filter((_, index) => index % 60 === 0);

function planned({ question }: (typeof sample)[number], measurements: object[]): Scenario {
  const { workload, serving, options } = question.scenario;
  const reading = parseScenario({ workload, serving, options, measurements });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

describe("a published run of a plan's own deployment", () => {
  it("is asked as its row is when a plan keeps it", () => {
    const own = measuredRecords(priceless, parameters).names;
    for (const run of sample) {
      const [kept] = publishedNear(run.point, [run]).runs;
      if (!kept) continue;
      const row = run.rows.filter(({ metric }) => metric in kept.measured);
      const asked = answerAll(rowsOf(kept), priceless, own).map(({ predicted }) => predicted);
      expect(asked.sort()).toEqual(
        answerAll(row, priceless, names)
          .map(({ predicted }) => predicted)
          .sort(),
      );
    }
  });

  it("comes nearest first, a few of all there are, and never of another model, chip or software", () => {
    for (const run of sample) {
      const near = publishedNear(run.point, published);
      expect(near.count).toBeGreaterThanOrEqual(near.runs.length);
      expect(near.runs.length).toBeLessThanOrEqual(8);
      for (const { model, accelerator } of near.runs)
        expect([model, accelerator]).toEqual([run.point.model.id, run.point.accelerator.id]);
    }
  });

  it("corrects the plan that carries it, survives a link, and goes along where one's own stays at home", () => {
    const run = published.find(({ rows }) =>
      rows.some(({ metric, mode }) => metric === "tpot_ms" && mode === "server"),
    );
    if (!run) throw new Error("no server run");
    const [kept] = publishedNear(run.point, [run]).runs;
    const scenario = planned(run, [kept as object, { ...kept, published: undefined }]);
    expect(decodeScenario(encodeScenario(scenario))).toEqual({ ok: true, scenario });
    expect(ownMeasurements(scenario)).toHaveLength(1);
    expect(withoutMeasurements(scenario).measurements).toEqual([kept]);
    const shared = withoutMeasurements(scenario);
    const [option] = estimate(shared, withOwnMeasurements(priceless, shared, parameters)).options;
    const measured = run.rows.find(({ metric }) => metric === "tpot_ms")?.value ?? 0;
    expect((option?.figures.tpot ?? 0) * 1000).toBeCloseTo(measured, 0);
    const { measurements: _none, ...bare } = scenario;
    expect(withoutMeasurements(bare)).toEqual(bare);
  });
});
