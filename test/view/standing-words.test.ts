import { describe, expect, it } from "vitest";
import type { Estimate, NoteCode, OptionEstimate } from "@/lib/engine";
import { hasGoals, isEligible, missedText, standingOf, standings, standingText } from "@/lib/view/standing";

type Parts = { figures?: object; notes?: [NoteCode, "info" | "caution" | "serious"][]; verdict?: object };
const option = ({ figures = {}, notes = [], verdict = { feasible: true } }: Parts): OptionEstimate =>
  ({
    option: {},
    figures,
    verdict,
    notes: notes.map(([code, severity]) => ({ code, severity, text: `${code}.` })),
  }) as unknown as OptionEstimate;
const plan = (goals: object, ...options: OptionEstimate[]): Estimate =>
  ({
    scenario: { goals: { ttftAt: "mean", tpotAt: "mean", ...goals }, serving: { batching: "continuous" } },
    options,
  }) as unknown as Estimate;
const said = (goals: object, parts: Parts, cheapest = false) => {
  const one = option(parts);
  const asked = plan(goals, one);
  const standing = standingOf(asked, 0);
  const context = { cheapest, goals: hasGoals(asked) };
  return {
    kind: standing.kind,
    text: standingText(standing, one, context),
    eligible: isEligible(standing),
  };
};

describe("how far a goal is missed", () => {
  const misses = (tpot: number) =>
    missedText(standingOf(plan({ tpot: 1 }, option({ figures: { tpot } })), 0));
  it.each([
    [1, ""],
    [1.001, "misses TPOT by under 1 %"],
    [1.01, "misses TPOT by 1 %"],
    [1.48, "misses TPOT by 48 %"],
    [2.99, "misses TPOT by 199 %"],
    [3, "misses TPOT by a factor of 3.0"],
    [9.96, "misses TPOT by a factor of 10.0"],
    [10, "misses TPOT by a factor of 10"],
    [23.4, "misses TPOT by a factor of 23"],
  ])("%d times the goal: %s", (tpot, text) => {
    expect(misses(tpot)).toBe(text);
  });

  it("is said of each goal in turn", () => {
    const both = plan({ ttft: 2, tpot: 0.1 }, option({ figures: { ttft: 3, tpot: 0.11 } }));
    expect(missedText(standingOf(both, 0))).toBe("misses TTFT by 50 %, TPOT by 10 %");
    expect(standingOf(both, 0).missed).toEqual([
      { goal: "ttft", at: "mean", by: 0.5 },
      { goal: "tpot", at: "mean", by: expect.closeTo(0.1, 9) },
    ]);
  });
});

describe("an option in a word", () => {
  it.each<[string, object, Parts, boolean, object]>([
    ["runs", {}, {}, false, { kind: "kept", text: "fits", eligible: true }],
    ["runs for the least", {}, {}, true, { text: "cheapest" }],
    ["keeps", { tpot: 1 }, { figures: { tpot: 1 } }, false, { text: "keeps the goals" }],
    ["keeps one of its own", { ttft: 1 }, { figures: { ttft: 1 } }, false, { text: "keeps the goals" }],
    [
      "misses",
      { tpot: 1 },
      { figures: { tpot: 2 } },
      false,
      { kind: "missed", text: "misses TPOT by 100 %", eligible: false },
    ],
    [
      "misses and is doubtful",
      { tpot: 1 },
      { figures: { tpot: 2 }, notes: [["expanded-format", "caution"]] },
      false,
      { kind: "missed", text: "misses TPOT by 100 %; no native format" },
    ],
    [
      "is doubtful and cheapest",
      {},
      { notes: [["foreign-stack", "caution"]] },
      true,
      { kind: "doubtful", text: "another stack; cheapest", eligible: true },
    ],
    [
      "is gravely doubtful",
      {},
      { notes: [["long-context", "serious"]] },
      false,
      { kind: "doubtful", text: "context too long", eligible: false },
    ],
    ["has information alone", {}, { notes: [["earlier", "info"]] }, false, { kind: "kept" }],
    [
      "does not fit",
      {},
      { verdict: { feasible: false, reason: "memory", message: "Needs 2, has 1" } },
      false,
      { kind: "refused", text: "Needs 2, has 1", eligible: false },
    ],
    [
      "cannot run",
      {},
      {
        verdict: { feasible: false, reason: "layout", message: "No." },
        notes: [["long-context", "serious"]],
      },
      false,
      { kind: "refused", text: "No." },
    ],
  ])("that %s", (_, goals, parts, cheapest, expected) => {
    expect(said(goals, parts, cheapest)).toMatchObject(expected);
  });

  it.each<[NoteCode, string]>([
    ["long-context", "Context too long"],
    ["other-vocabulary", "Draft does not match"],
    ["expanded-format", "No native format"],
    ["replaced-format", "No native format"],
    ["slow-first-token", "Starts too late"],
    ["dealt-by-chance", "Dealt by chance"],
    ["foreign-stack", "Another stack"],
    ["earlier", "See the note"],
  ])("of the note %s: %s", (code, short) => {
    const noted = plan({}, option({ notes: [[code, "serious"]] }));
    expect(standingOf(noted, 0).doubts).toEqual([{ short, text: `${code}.`, grave: true }]);
  });

  it("is there for every option, and refused where there is none", () => {
    const two = plan({}, option({}), option({ verdict: { feasible: false } }));
    expect(standings(two).map(({ kind }) => kind)).toEqual(["kept", "refused"]);
    expect(standingOf(two, 7)).toEqual({ kind: "refused", missed: [], doubts: [] });
    expect([{}, { ttft: 1 }, { tpot: 1 }].map((goals) => hasGoals(plan(goals)))).toEqual([false, true, true]);
  });
});
