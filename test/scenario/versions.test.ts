import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { estimate } from "@/lib/engine";
import { decodeScenario, encodeScenario, fields, parseScenario, type Scenario } from "@/lib/scenario";
import { upgrade, VERSION } from "@/lib/scenario/versions";
import { scenarioInputs } from "./arbitrary";
import { linkText } from "./link-text";

const FOLDER = "test/scenario/versions";
const json = (name: string) => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8"));

type Sections = Record<string, Record<string, unknown>>;
/** What documents of each version mean where they are silent, kept apart from the code that fills it in. */
const silentIn: Record<number, Sections> = {
  1: json("1-defaults.json"),
  2: json("2-defaults.json"),
  3: json("3-defaults.json"),
};

/**
 * A document of version 1 or 2 with everything spelled out that it leaves to a default: what its author saw. Its load
 * was a batch, and its goals, which were means, stood among the serving settings.
 */
function spelledOut(document: Record<string, unknown>, version: number) {
  const { workload = {}, serving = {}, options = {}, finance = {} } = silentIn[version] ?? {};
  const { ttftGoal, tpotGoal, ...served } = (document.serving ?? {}) as Record<string, unknown>;
  const now = silentIn[VERSION] ?? {};
  return {
    ...document,
    v: VERSION,
    workload: { ...now.workload, ...workload, ...(document.workload as object) },
    traffic: { ...now.traffic, load: "batch" },
    goals: {
      ...now.goals,
      ...(ttftGoal === undefined ? {} : { ttft: ttftGoal }),
      ...(tpotGoal === undefined ? {} : { tpot: tpotGoal }),
    },
    serving: { ...serving, ...served },
    options: (document.options as object[]).map((option) => ({ ...options, ...option })),
    finance: { ...finance, ...(document.finance as object) },
    // Nothing was said of terms or of owning, and nothing of it has a default.
    money: {},
  };
}

function read(document: unknown): Scenario {
  const reading = parseScenario(document);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}
const decoded = (link: string): Scenario => {
  const reading = decodeScenario(link);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
};

it("keeps the defaults that links of the present version leave out", () => {
  // When this fails, a saved link has changed its meaning: make the next version, with this table in its step.
  const now: Sections = {};
  for (const [path, field] of Object.entries(fields)) {
    const [section = "", key = ""] = path.split(".");
    if ("default" in field && field.default !== undefined)
      now[section] = { ...now[section], [key]: field.default };
  }
  expect(now).toEqual(silentIn[VERSION]);
});

it("has documents of every version before the present one", () => {
  const kept = Object.keys(silentIn).map(Number);
  expect(kept).toEqual(Array.from({ length: VERSION }, (_, index) => index + 1));
  for (let version = 1; version < VERSION; version++) {
    expect(readdirSync(`${FOLDER}/${version}`).length).toBeGreaterThan(3);
  }
});

describe.each([1, 2])("links of version %i", (version) => {
  const links: Record<string, { link: string; says: Record<string, unknown> }> = json(
    `${version}-links.json`,
  );

  it.each(Object.entries(links))("%s", (_, { link, says }) => {
    expect(decoded(link)).toEqual(spelledOut(says, version));
  });
});

describe.each([1, 2])("plans saved in version %i", (version) => {
  it.each(readdirSync(`${FOLDER}/${version}`))(
    "%s opens from its link and from its row, with its figures",
    (name) => {
      const { link, row } = json(`${version}/${name}`);
      const scenario = read(row.state);
      expect(scenario).toEqual(spelledOut(row.state, version));
      expect(decoded(link)).toEqual(scenario);
      const again = decoded(encodeScenario(scenario));
      expect(again).toEqual(scenario);
      expect(figures(scenario)).toHaveLength(row.result.options.length);
    },
  );
});

/** Every figure of every option. */
const figures = (scenario: Scenario) =>
  estimate(scenario, lookupFor(scenario)).options.map(({ verdict, figures }) => ({ verdict, figures }));

describe.each([1, 2])("any scenario of version %i", (version) => {
  const known = fc.record({
    model: fc.constantFrom("qwen3-8b", "meta-llama-3.1-70b", "deepseek-v3"),
    accelerator: fc.constantFrom("nvidia-h100-sxm-80gb", "amd-mi300x", "nvidia-l40s"),
    format: fc.constantFrom("fp8", "bf16"),
  });

  const goal = fc.option(fc.double({ min: 0.001, max: 60, noNaN: true }), { nil: undefined });

  it("means what it said, and has the same figures", () => {
    fc.assert(
      fc.property(
        scenarioInputs,
        known,
        goal,
        goal,
        (input, { model, accelerator, format }, ttftGoal, tpotGoal) => {
          const { serving = {} } = input;
          const document = JSON.parse(
            JSON.stringify({
              ...input,
              custom: undefined,
              // Version 1 knew no places.
              finance: { utilisation: input.finance?.utilisation },
              // Neither knew of spreads and traffic, and both of goals at the mean alone.
              workload: {
                ...input.workload,
                model,
                ...{
                  inputSpread: undefined,
                  outputSpread: undefined,
                  longestInput: undefined,
                  longestOutput: undefined,
                },
              },
              traffic: undefined,
              goals: undefined,
              money: undefined,
              serving: {
                ...serving,
                ttftGoal,
                tpotGoal,
                ...("weights" in serving ? { weights: format } : {}),
                ...("kvCache" in serving ? { kvCache: format } : {}),
                draftModel: undefined,
              },
              options: input.options.map(({ tp = 1, pricePerHour }) => ({ accelerator, tp, pricePerHour })),
            }),
          );
          const wanted = read(spelledOut(document, version));
          expect(read({ ...document, v: version })).toEqual(wanted);
          expect(decoded(linkText(version, document))).toEqual(wanted);
          expect(figures(read({ ...document, v: version }))).toEqual(figures(wanted));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a step to the next version", () => {
  it("never throws, whatever the document is", () => {
    fc.assert(
      fc.property(fc.anything(), fc.integer({ min: -1, max: 5 }), (anything, v) => {
        const document = typeof anything === "object" && anything !== null ? { ...anything, v } : anything;
        const { ok } = upgrade(document);
        expect(ok).toBe(!(typeof document === "object" && document !== null && v > VERSION));
        expect(typeof parseScenario(document).ok).toBe("boolean");
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves the document as it was", () => {
    const document = { v: 1, workload: { model: "m" }, options: [{ accelerator: "a" }] };
    const before = structuredClone(document);
    upgrade(document);
    expect(document).toEqual(before);
  });
});
