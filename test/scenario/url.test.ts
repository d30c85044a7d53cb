import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeScenario, defaultScenario, encodeScenario, parseScenario } from "@/lib/scenario";
import { scenarioInputs } from "./arbitrary";

describe("a scenario in a link", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(scenarioInputs, (input) => {
        const reading = parseScenario(input);
        if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
        const link = encodeScenario(reading.scenario);
        expect(link).toMatch(/^3\.[\w-]+$/);
        expect(decodeScenario(link)).toEqual(reading);
      }),
      { numRuns: 500 },
    );
  });

  it("is short", () => {
    expect(encodeScenario(defaultScenario).length).toBeLessThan(450);
  });
});

describe("a hostile link", () => {
  const state = (value: unknown) => `1.${btoa(JSON.stringify(value)).replace(/=+$/, "")}`;

  it.each([
    ["", "the link is damaged: it holds no scenario"],
    ["1", "the link is damaged: it holds no scenario"],
    ["1.@@@", "the link is damaged: it holds no scenario"],
    ["1.", "the link is damaged: part of it is missing"],
    ["1.A", "the link is damaged: part of it is missing"],
    ["1._w", "the link is damaged: part of it is missing"],
    [encodeScenario(defaultScenario).slice(0, 80), "the link is damaged: part of it is missing"],
    ["0.e30", "the link is damaged: it holds no scenario"],
    ["01.e30", "the link is damaged: it holds no scenario"],
    [
      "4.e30",
      "the link cannot be read: it was made by a newer planner (version 4 of plans; this one reads up to 3)",
    ],
    ["2.@@@", "the link is damaged: it holds no scenario"],
    [`1.${"A".repeat(64_000)}`, "the link is longer than 64000 characters"],
    [state([]), "expected an object, understood a list of 0"],
    [`1.${btoa("[".repeat(10_000)).replace(/=+$/, "")}`, "the link is damaged: part of it is missing"],
  ])("case %#: %j is refused", (text, message) => {
    expect(decodeScenario(text)).toEqual({ ok: false, errors: [{ path: "", message }] });
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `1.${text}`),
          fc.json().map(btoa64),
        ),
        (text) => {
          expect(typeof decodeScenario(text).ok).toBe("boolean");
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("that is cut or altered anywhere is refused or still a scenario within bounds", () => {
    const link = encodeScenario(defaultScenario);
    fc.assert(
      fc.property(fc.nat({ max: link.length - 1 }), fc.constantFrom("", "A", "-", "~"), (at, replacement) => {
        const reading = decodeScenario(link.slice(0, at) + replacement + link.slice(at + 1));
        if (reading.ok) expect(parseScenario(reading.scenario)).toEqual(reading);
      }),
      { numRuns: 1000 },
    );
  });
});

function btoa64(json: string): string {
  const binary = Array.from(new TextEncoder().encode(json), (byte) => String.fromCharCode(byte)).join("");
  return `1.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}
