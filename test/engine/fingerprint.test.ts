import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENGINE_VERSION } from "@/lib/engine";
import { type Fingerprint, type FrozenRecords, frozenLookup, moved, take } from "./fingerprint/take";

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(join("test/engine/fingerprint", name), "utf8")) as T;
const committed = read<Fingerprint>("fingerprint.json");
const now = take(frozenLookup(read<FrozenRecords>("records.json")), ENGINE_VERSION);

const TO_DO = "Run `npm run -s fingerprint`, which raises the engine's version, and commit what it writes.";

describe("the engine's version", () => {
  it("stands for these numbers: when one moves, so does it", () => {
    expect(moved(committed, now), TO_DO).toEqual([]);
    expect(now.version, TO_DO).toBe(committed.version);
  });

  it("stands for every formula and plan", () => {
    expect(Object.keys(committed.formulas).sort(), TO_DO).toEqual(Object.keys(now.formulas).sort());
    expect(Object.keys(committed.plans).sort(), TO_DO).toEqual(Object.keys(now.plans).sort());
  });
});

describe("the fingerprint", () => {
  it("notices a changed law, a moved figure and a lost one", () => {
    const [name = "", figures] = Object.entries(now.plans)[0] ?? [];
    const figure = { ...figures, tpot: Number(figures?.tpot) * (1 + 1e-8) };
    expect(moved(now, { ...now, formulas: { ...now.formulas, tpot: "other" } })).toEqual(["formula tpot"]);
    expect(moved(now, { ...now, plans: { ...now.plans, [name]: figure } })).toHaveLength(1);
    const { tpot: _, ...without } = figure;
    expect(moved(now, { ...now, plans: { ...now.plans, [name]: without } })).toHaveLength(1);
  });

  it("has plans that run, one that does not, and every batching and kind of drafting", () => {
    const verdicts = Object.values(now.plans).map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => String(verdict).startsWith("runs")).length).toBeGreaterThan(19);
    expect(verdicts).toContain("memory");
    expect(verdicts).not.toContain("unknown");
    expect(verdicts).not.toContain("layout");
  });
});
