import { describe, expect, it } from "vitest";
import type { OptionEstimate } from "@/lib/engine";
import { defaultScenario } from "@/lib/scenario";
import type { Option } from "@/lib/scenario/schema";
import { readOption } from "@/lib/view/saved/read-option";

const option = defaultScenario.options[0] as Option;
const operator = {
  id: "decode-1",
  label: "Attention",
  frame: "decode",
  count: 80,
  flops: 1e12,
  bytes: 1e9,
  time: 0.01,
  intensity: 1000,
  bound: "memory",
  part: "kv",
};
const stored = {
  accelerator: { id: option.accelerator, name: "Chip" },
  verdict: { feasible: true },
  figures: { tpot: 0.02 },
  ranges: { tpot: { low: 0.01, high: 0.03, basis: "residuals" } },
  binding: "kv",
  operators: [operator],
  memory: [{ part: "weights", bytes: 5 }],
  origin: { price: { kind: "catalog", price: "p", asOf: "2026", source: "s" } },
  notes: [{ severity: "caution", code: "earlier", text: "A note." }],
  goodput: { batch: 4, outputRate: 100 },
};
const read = (change: object): OptionEstimate => readOption({ ...stored, ...change }, option);

describe("a word of a stored option", () => {
  const words: Record<string, [string[], (word: string) => [unknown, unknown]]> = {
    binding: [
      ["weights", "kv", "compute", "communication", "host", "capacity"],
      (word) => [read({ binding: word }).binding, word],
    ],
    frame: [
      ["decode", "prefill"],
      (word) => [read({ operators: [{ ...operator, frame: word }] }).operators[0]?.frame, word],
    ],
    bound: [
      ["compute", "memory", "communication", "host"],
      (word) => [read({ operators: [{ ...operator, bound: word }] }).operators[0]?.bound, word],
    ],
    part: [
      ["weights", "kv", "activations", "communication", "host"],
      (word) => [read({ operators: [{ ...operator, part: word }] }).operators[0]?.part, word],
    ],
    memory: [
      ["weights", "activations", "kv", "runtime", "free"],
      (word) => [read({ memory: [{ part: word, bytes: 1 }] }).memory, [{ part: word, bytes: 1 }]],
    ],
    severity: [
      ["info", "caution", "serious"],
      (word) => [read({ notes: [{ severity: word, code: "earlier", text: "t" }] }).notes[0]?.severity, word],
    ],
    code: [
      [
        "expanded-format",
        "replaced-format",
        "foreign-stack",
        "long-context",
        "other-vocabulary",
        "slow-first-token",
        "dealt-by-chance",
        "earlier",
      ],
      (word) => [read({ notes: [{ severity: "info", code: word, text: "t" }] }).notes[0]?.code, word],
    ],
    reason: [
      ["memory", "format", "layout", "unknown"],
      (word) => [
        read({ verdict: { feasible: false, reason: word, message: "m" } }).verdict,
        { feasible: false, reason: word, message: "m", repairs: [] },
      ],
    ],
  };
  it.each(Object.entries(words))("is read whichever it is: %s", (_, [all, of]) => {
    for (const word of all) {
      const [found, expected] = of(word);
      expect(found).toEqual(expected);
    }
  });

  it("is absent where it is none that is known", () => {
    expect(read({ binding: "toString" }).binding).toBeNull();
    expect(read({ operators: [{ ...operator, bound: "magic" }] }).operators).toEqual([]);
    expect(read({ memory: [{ part: "magic", bytes: 1 }] }).memory).toEqual([]);
    expect(read({ notes: [{ severity: "loud", code: "earlier", text: "t" }] }).notes).toEqual([]);
    expect(read({ verdict: { feasible: false, reason: "magic" } }).verdict).toMatchObject({
      reason: "unknown",
    });
  });
});

describe("a stored option", () => {
  it("is read whole", () => {
    expect(read({})).toEqual({ ...stored, option });
  });

  it("keeps what it can where a part is gone", () => {
    expect(read({ operators: [{ ...operator, intensity: null }] }).operators[0]?.intensity).toBeNull();
    expect(read({ operators: [{ ...operator, intensity: undefined }] }).operators).toEqual([]);
    expect(read({ ranges: { tpot: { low: 1, high: 2 } } }).ranges.tpot).toEqual({
      low: 1,
      high: 2,
      basis: "",
    });
    expect(read({ goodput: { batch: 4 } })).not.toHaveProperty("goodput");
    expect(read({ accelerator: null }).accelerator).toEqual({
      id: option.accelerator,
      name: option.accelerator,
    });
    expect(read({ notes: ["An old sentence."] }).notes).toEqual([
      { severity: "info", code: "earlier", text: "An old sentence." },
    ]);
  });

  it("ran where it has a time per token, if nobody said whether it did", () => {
    expect(read({ verdict: undefined }).verdict).toEqual({ feasible: true });
    expect(read({ verdict: undefined, figures: {} }).verdict).toEqual({
      feasible: false,
      reason: "unknown",
      message: "What this option came to was not kept with the plan.",
      repairs: [],
    });
  });

  it("says what it needed, what it had and which field it was about, each where it is whole", () => {
    const verdict = {
      feasible: false,
      reason: "memory",
      message: "m",
      needs: 2,
      has: 1,
      unit: "B",
      path: "tp",
    };
    expect(read({ verdict }).verdict).toEqual({ ...verdict, repairs: [] });
    const { has: _, ...cut } = verdict;
    expect(read({ verdict: cut }).verdict).toEqual({
      feasible: false,
      reason: "memory",
      message: "m",
      path: "tp",
      repairs: [],
    });
  });

  it("has the price that its input says, else the offer that was kept, else an unknown one", () => {
    const priced = readOption(stored, { ...option, pricePerHour: 2 });
    expect(priced.origin.price).toEqual({ kind: "user" });
    expect(read({ origin: { price: { price: "p", asOf: "2026" } } }).origin.price).toEqual({
      kind: "unknown",
    });
    expect(read({ origin: undefined }).origin.price).toEqual({ kind: "unknown" });
  });
});
