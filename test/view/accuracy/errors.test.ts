import { describe, expect, it } from "vitest";
import type { Answer } from "@/lib/accuracy/predict";
import { modelByName } from "@/lib/catalog";
import { agreementDomain } from "@/lib/view/accuracy/domain";
import {
  applyFilter,
  filterChoices,
  NO_FILTER,
  readPointFilter,
  writeFilter,
} from "@/lib/view/accuracy/filter";
import { groupErrors, groupTable, weakestGroups } from "@/lib/view/accuracy/groups";
import { axisPosition, errorDistributions } from "@/lib/view/accuracy/histogram";
import { METRIC_TEXT, metricValue } from "@/lib/view/accuracy/metrics";
import { classErrors } from "@/lib/view/accuracy/target-classes";
import { unansweredReasons } from "@/lib/view/accuracy/unanswered";
import { ticksWithin } from "@/lib/view/log-axis";
import { percent, signedPercent } from "@/lib/view/percent";
import { row } from "../../accuracy/rows";
import { point } from "./points";

const points = [
  ...[9, 10, 12].map((predicted, index) => point({ id: `t${index}`, predicted })),
  ...[20, 30, 40].map((predicted, index) => point({ id: `w${index}`, predicted, metric: "ttft_ms" })),
  point({ id: "odd", predicted: 90, engine: "SGLang", accelerator: "AMD MI300X", family: "amd" }),
];

describe("the filter", () => {
  it("goes into the address and comes back", () => {
    const filter = { ...NO_FILTER, metric: "ttft_ms", accelerator: "NVIDIA H100" };
    expect(writeFilter(filter)).toBe("metric=ttft_ms&accelerator=NVIDIA+H100");
    expect(readPointFilter(writeFilter(filter), points)).toEqual(filter);
    expect(writeFilter(NO_FILTER)).toBe("");
  });

  it("ignores what no point has", () => {
    expect(readPointFilter("metric=speed&engine=vLLM&x=1", points)).toEqual({ ...NO_FILTER, engine: "vLLM" });
  });

  it("offers what the other filters leave, with counts", () => {
    const filter = { ...NO_FILTER, metric: "tpot_ms" };
    expect(applyFilter(points, filter)).toHaveLength(4);
    expect(filterChoices(points, filter, "engine").map(({ label }) => label)).toEqual([
      "All (4)",
      "SGLang (1)",
      "vLLM (3)",
    ]);
    expect(filterChoices(points, filter, "metric").map(({ label }) => label)).toContain("TTFT, ms (3)");
  });

  it("calls no two metrics alike", () => {
    const [point] = points;
    const one = Object.keys(METRIC_TEXT).map((metric) => ({ ...point, metric }) as (typeof points)[number]);
    const labels = filterChoices(one, NO_FILTER, "metric").map(({ label }) => label);
    expect(new Set(labels).size).toBe(one.length + 1);
  });
});

describe("the groups", () => {
  const groups = groupErrors(points);

  it("hold every point once", () => {
    expect(groups.reduce((sum, { cases }) => sum + cases, 0)).toBe(points.length);
    expect(groups.map(({ metric, engine }) => `${metric} ${engine}`)).toEqual([
      "tpot_ms SGLang",
      "tpot_ms vLLM",
      "ttft_ms vLLM",
    ]);
  });

  it("are ranked by their median, small ones left out", () => {
    expect(weakestGroups(groups, 5).map(({ metric, median }) => [metric, median])).toEqual([
      ["ttft_ms", 2],
      ["tpot_ms", expect.closeTo(0.1, 12)],
    ]);
  });

  it("make a table in per cent with a line over all", () => {
    const { rows } = groupTable(points);
    expect(rows.at(-1)).toMatchObject({ metric: "Overall", cases: 7 });
    expect(rows[1]).toMatchObject({ metric: "TPOT", cases: 3, bias: 0, within25: 100 });
    expect(groupTable([]).rows).toEqual([]);
  });
});

describe("the distribution", () => {
  it("lies around agreement, with what is far off in the last bin and counted", () => {
    expect([axisPosition(0.5), axisPosition(1), axisPosition(2), axisPosition(9)]).toEqual([0, 0.5, 1, 1]);
    const [hopper, amd] = errorDistributions(points);
    expect(hopper).toMatchObject({ family: "hopper", errors: { cases: 6 }, beyond: 2 });
    expect(hopper?.bars.at(-1)).toBe(1);
    expect(amd).toMatchObject({ family: "amd", beyond: 1 });
  });
});

describe("the chart's axes", () => {
  it("hold every value, with ticks inside", () => {
    const domain = agreementDomain(points);
    expect(domain[0]).toBeLessThan(9);
    expect(domain[1]).toBeGreaterThan(90);
    const ticks = ticksWithin(domain);
    expect(ticks).toEqual([10, 20, 50, 100].filter((tick) => tick <= domain[1]));
    expect(ticksWithin([1, 10_000])).toEqual([1, 10, 100, 1000, 10_000]);
    expect(agreementDomain([])).toEqual([1, 10]);
  });
});

it("counts what could not be answered by reason, the commonest first", () => {
  const no = (reason: string) => ({ row: row(), predicted: null, reason });
  const answers = [no("a"), no("b"), { row: row(), predicted: 1, reason: null }, no("b")];
  expect(unansweredReasons(answers)).toEqual([
    { reason: "b", count: 2 },
    { reason: "a", count: 1 },
  ]);
});

it("writes values, shares and deviations", () => {
  expect(metricValue("tpot_ms", 12.345)).toBe("12.3 ms");
  expect(metricValue("output_tokens_per_s_total", 4530.9)).toBe("4,530 tok/s");
  expect([percent(0.0724), signedPercent(0.041), signedPercent(-0.034), signedPercent(-0.0001)]).toEqual([
    "7.2 %",
    "+4.1 %",
    "−3.4 %",
    "0.0 %",
  ]);
});

it("a class of several makers names those that have a measurement in it", () => {
  const answer = (accelerator: string): Answer => ({
    row: row({ id: accelerator, accelerator, metric: "tpot_ms" }),
    predicted: 10,
    reason: null,
  });
  const labels = (...ids: string[]) => classErrors(ids.map(answer), modelByName).map(({ label }) => label);
  expect(labels("intel-gaudi3-oam", "aws-inferentia2")).toEqual(["Gaudi and Neuron servers"]);
  expect(labels("amd-mi300x")).toEqual(["AMD servers"]);
});
