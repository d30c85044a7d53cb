import { beforeEach, describe, expect, it, vi } from "vitest";
import { shown, shownInTab, whole } from "@/components/planner/whole-plan";
import { decodeScenario, encodeScenario, parseScenario, type Scenario } from "@/lib/scenario";
import { RUN } from "../measured-run";

const run = {
  ...RUN,
  measured: { tpot_ms: 10 },
};
function planned(...measurements: object[]): Scenario {
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-8b" },
    options: [{ accelerator: "nvidia-h100-sxm-80gb" }],
    ...(measurements.length > 0 ? { measurements } : {}),
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}
const own = planned({ published: "A table", ...run }, run);
const read = (text: string) => {
  const reading = decodeScenario(text);
  return reading.ok ? reading.scenario : undefined;
};

describe("the address of a plan with measurements", () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
      removeItem: (key: string) => kept.delete(key),
    });
  });

  it("shows published ones alone, and the tab brings all of them back", () => {
    const address = shownInTab(own, encodeScenario(own), "");
    expect(read(address)?.measurements).toHaveLength(1);
    expect(read(whole(address, null))).toEqual(own);
  });

  it("stays as it came while its plan is unchanged, and is then nobody's whole", () => {
    const link = encodeScenario(own);
    expect(shownInTab(own, link, link)).toBe(link);
    expect(whole(shown(own), null)).toBe(shown(own));
  });

  it("gets back a draft's measurements in another tab, and never those of another plan", () => {
    expect(read(whole(shown(own), encodeScenario(own)))).toEqual(own);
    const other = planned({ ...run, measured: { tpot_ms: 12 } });
    expect(whole(shown(own), encodeScenario(other))).toBe(shown(own));
    expect(whole("damaged", encodeScenario(own))).toBe("damaged");
  });

  it("is written where storage is forbidden, too", () => {
    vi.stubGlobal("sessionStorage", undefined);
    expect(read(shownInTab(own, encodeScenario(own), ""))?.measurements).toHaveLength(1);
    expect(whole(shown(own), null)).toBe(shown(own));
  });
});
