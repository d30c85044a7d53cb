import { describe, expect, it } from "vitest";
import { parameters } from "@/lib/catalog/count/model";
import { estimate } from "@/lib/engine";
import { leaveOut } from "@/lib/measure/gain";
import { withOwnMeasurements } from "@/lib/measure/own";
import { parseScenario } from "@/lib/scenario";
import { RUN } from "../measured-run";
import { drawn, names, pointRecords, priceless, publicRows } from "./public-rows";

/** How often a range held a measurement of the same deployment that did not correct it. */
function held(points: number, most: number) {
  const rows = (["validation", "calibration"] as const).flatMap(
    (split) => publicRows(split, { points: 0, seed: 1 }).rest,
  );
  const found = leaveOut(rows, { points, most, random: drawn(points) }, priceless, names, pointRecords);
  return (["tpot_ms", "ttft_ms"] as const).map((metric) => {
    const each = found.filter((one) => one.metric === metric);
    return { cases: each.length, share: each.filter((one) => one.held).length / each.length };
  });
}

describe("the range of a corrected plan", () => {
  it.each([1, 3])("holds about eight in ten of what was left out, with %i measurements", (points) => {
    for (const { cases, share } of held(points, 3)) {
      expect(cases).toBeGreaterThan(100);
      expect(share).toBeGreaterThan(0.73);
      expect(share).toBeLessThan(0.88);
    }
  });

  const H100 = "nvidia-h100-sxm-80gb";
  function width(...measured: object[]) {
    const reading = parseScenario({
      workload: { model: "meta-llama-3.1-8b", batch: 16 },
      serving: { weights: "bf16", kvCache: "bf16" },
      options: [{ accelerator: H100 }],
      ...(measured.length > 0 ? { measurements: measured.map((each) => ({ ...RUN, ...each })) } : {}),
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const [option] = estimate(
      reading.scenario,
      withOwnMeasurements(priceless, reading.scenario, parameters),
    ).options;
    const { high = 0, low = 0, basis = "" } = option?.ranges.tpot ?? {};
    return { wide: high / low, basis };
  }

  it("is narrow at a measured point, less so farther away, and says why", () => {
    const plain = width();
    const widths = [16, 32, 256].map((concurrency) => width({ concurrency, measured: { tpot_ms: 8 } }).wide);
    expect(widths[0]).toBeLessThan(1.1);
    expect([...widths, plain.wide]).toEqual([...widths, plain.wide].sort((a, b) => a - b));
    expect(width({ measured: { tpot_ms: 8 } }).basis).toMatch(/narrower by 1 measurement of this deployment/);
    expect(plain.basis).not.toMatch(/measurements? of this deployment/);
  });

  it("is wider where measurements contradict one another than where they agree", () => {
    const near = (first: number, second: number) =>
      width(
        { concurrency: 12, measured: { tpot_ms: first } },
        { concurrency: 22, measured: { tpot_ms: second } },
      );
    const [agree, contradict] = [near(8, 8.3), near(5, 14)];
    expect(contradict.wide).toBeGreaterThan(agree.wide * 1.5);
    expect(contradict.wide).toBeGreaterThan(width().wide);
    expect(contradict.basis).toMatch(/wider, as 2 measurements of this deployment contradict one another/);
  });

  it("says nothing of another part: a TTFT narrows no TPOT", () => {
    expect(width({ measured: { ttft_ms: 60 } }).wide).toBeCloseTo(width().wide, 12);
  });
});
