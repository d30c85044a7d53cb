import { writeFileSync } from "node:fs";
import { stringify } from "smol-toml";
import { errorsOf } from "@/lib/accuracy/statistics";
import { ENGINE_VERSION } from "@/lib/engine";
import { Random } from "@/lib/engine/simulate/random";
import { type LeftOut, leaveOut } from "@/lib/measure/gain";
import { benchmarkRows } from "./benchmark-rows";
import { catalogNames, pointRecords, wholeLookup } from "./catalog-lookup";

/**
 * What a person's own measurements are worth: each public deployment corrected by none, one, two, three and six of its
 * runs, drawn at random, and others of it compared. Writes the table that the page of the accuracy shows.
 * node scripts/run.mjs anchored-gain
 */
const TABLE = "data/benchmarks/anchored.toml";
const POINTS = [0, 1, 2, 3, 6];
/** By judgement: other runs of a deployment that are asked for, and draws. */
const MOST = 12;
const DRAWS = 3;
const DIGITS = 1000;
const rounded = (value: number) => Math.round(value * DIGITS) / DIGITS;

const lookup = { ...wholeLookup, price: () => undefined };
const rows = benchmarkRows(() => {});

function told(found: readonly LeftOut[]) {
  const { cases, median, within25 } = errorsOf(found.map(({ ratio }) => ratio));
  const held = found.filter((each) => each.held).length / found.length;
  return { cases, median: rounded(median), within25: rounded(within25), held: rounded(held) };
}

const point = POINTS.map((points) => {
  const found = Array.from({ length: DRAWS }, (_, draw) => {
    const random = new Random(draw + 1);
    return leaveOut(
      rows,
      { points, most: MOST, random: () => random.uniform() },
      lookup,
      catalogNames,
      pointRecords,
    );
  }).flat();
  const of = (metric: LeftOut["metric"]) => told(found.filter((each) => each.metric === metric));
  console.log(points, of("tpot_ms"), of("ttft_ms"));
  return { points, tpot: of("tpot_ms"), ttft: of("ttft_ms") };
});
const record = {
  date: new Date().toISOString().slice(0, 10),
  engineVersion: ENGINE_VERSION,
  draws: DRAWS,
  point,
};
writeFileSync(TABLE, `# Written by scripts/anchored-gain.ts.\n${stringify(record)}\n`);
