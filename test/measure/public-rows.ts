import { readFileSync } from "node:fs";
import { type Measurement, readMeasurements } from "@/lib/accuracy/measurement";
import { accelerator, format, model } from "@/lib/catalog";
import { parameters } from "@/lib/catalog/count/model";
import { catalogLookup } from "@/lib/catalog/lookup";
import type { Lookup } from "@/lib/engine";

export { names } from "../accuracy/rows";
export const pointRecords = { model, accelerator, format, parameters };
/** Measurements ask for times, never for money. */
export const priceless: Lookup = { ...catalogLookup(), price: () => undefined };

/** Numbers from 0 up to 1 that are the same for a seed (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The public rows of a split, with so many points of each deployment, drawn at random, apart from the rest. */
export function publicRows(
  split: "validation" | "calibration",
  { points, seed }: { points: number; seed: number },
) {
  const { rows } = readMeasurements(readFileSync(`data/benchmarks/${split}.csv`, "utf8"));
  const random = drawn(seed);
  const deployments = new Map<string, Map<string, Measurement[]>>();
  for (const each of rows) {
    const deployment = [each.accelerator, each.engine, each.engine_version, each.model, each.weights].join(
      "|",
    );
    const point = [
      each.num_accelerators,
      each.tp,
      each.pp,
      each.dp,
      each.ep,
      each.isl,
      each.osl,
      each.concurrency,
      each.mode,
    ].join("|");
    const known = deployments.get(deployment) ?? new Map<string, Measurement[]>();
    deployments.set(deployment, known.set(point, [...(known.get(point) ?? []), each]));
  }
  const anchors: Measurement[] = [];
  const rest: Measurement[] = [];
  for (const known of deployments.values()) {
    const shuffled = [...known.values()].map((each) => ({ each, at: random() })).sort((a, b) => a.at - b.at);
    shuffled.forEach(({ each }, index) => {
      (index < points && shuffled.length > points ? anchors : rest).push(...each);
    });
  }
  return { anchors, rest };
}
