import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultScenario, parseScenario } from "@/lib/scenario";
import { readRequests, withRequests } from "@/lib/scenario/own-requests";

const head = ["TIMESTAMP", "ContextTokens", "GeneratedTokens"];
const requestsOf = (rows: readonly (readonly string[])[]) => {
  const reading = readRequests(rows);
  if (!reading.ok) throw new Error(reading.message);
  return reading.requests;
};

describe("a list of one's own requests", () => {
  it("comes to means, spreads, the longest and how they arrive", () => {
    // Lengths of 100 and 300 in turn: mean 200, deviation 100. Gaps of 1 s and 3 s in turn: mean 2 s, deviation 1 s.
    const rows = Array.from({ length: 41 }, (_, index) => [
      String(2 * index + (index % 2 ? -1 : 0)),
      index === 40 ? "200" : index % 2 ? "100" : "300",
      "50",
    ]);
    expect(requestsOf([head, ...rows])).toEqual({
      count: 41,
      inputTokens: 200,
      outputTokens: 50,
      inputSpread: expect.closeTo(0.5 * Math.sqrt(40 / 41), 3),
      outputSpread: 0,
      longestInput: 300,
      arrivals: { rate: 0.5, burstiness: 0.5 },
      skipped: 0,
    });
  });

  it("reads the times of clouds, with seven decimals, in any order", () => {
    const at = (second: string) => [`2023-11-16 18:15:${second}`, "10", "20"];
    const rows = Array.from({ length: 12 }, (_, index) =>
      at(`${String(46 - 2 * index).padStart(2, "0")}.5000000`),
    );
    expect(requestsOf([head, ...rows]).arrivals).toEqual({ rate: 0.5, burstiness: 0 });
  });

  it("says nothing of arrivals where a time is missing, and leaves out lines without lengths", () => {
    const rows = Array.from({ length: 12 }, () => ["1,000", "20"]);
    const read = requestsOf([["input_tokens", "Output tokens"], ...rows, ["x", "1"], ["", ""]]);
    expect(read).toMatchObject({ count: 12, inputTokens: 1000, skipped: 1 });
    expect(read).not.toHaveProperty("arrivals");
  });

  it("is refused with what is missing", () => {
    expect(
      readRequests([
        ["a", "b"],
        ["1", "2"],
      ]),
    ).toMatchObject({ ok: false, message: /input_tokens.*"a", "b"/ });
    expect(
      readRequests([
        ["isl", "osl"],
        ["1", "2"],
      ]),
    ).toMatchObject({ ok: false, message: /at least 10/ });
  });

  it("makes a plan that can be asked, whatever the list is", () => {
    const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.integer({ min: -5, max: 2_000_000 }).map(String));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 30 }),
        fc.boolean(),
        (rows, headed) => {
          const reading = readRequests(headed ? [["time", "input", "output"], ...rows] : rows);
          if (!reading.ok) return;
          const { inputTokens, arrivals } = reading.requests;
          expect([inputTokens, arrivals?.rate ?? 1].every((each) => Number.isFinite(each) && each > 0)).toBe(
            true,
          );
        },
      ),
      { numRuns: 300 },
    );
    const asked = withRequests(
      defaultScenario,
      requestsOf([head, ...Array.from({ length: 20 }, (_, index) => [String(index), "100", "50"])]),
    );
    expect(parseScenario(asked)).toEqual({ ok: true, scenario: asked });
    expect(asked.traffic).toMatchObject({ load: "rate", requestRate: 1, burstiness: 0 });
  });
});
