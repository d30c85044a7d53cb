import { describe, expect, it } from "vitest";
import { calibrations } from "@/lib/catalog";
import { apiQuantities, fleetQuantities, quantities } from "@/lib/engine";
import { quantities as monthly, topologyMonthQuantities } from "@/lib/money";
import { constantText } from "@/lib/view/method/constant-text";
import { CALIBRATION_KINDS, constantRows, meaningOf } from "@/lib/view/method/constants";
import { entryOf } from "@/lib/view/method/entry";
import { topics } from "@/lib/view/method/topics";

const shown = topics.flatMap((topic) => topic.quantities);
const entry = (id: string) => {
  const quantity = quantities.get(id);
  if (!quantity) throw new Error(`no quantity ${id}`);
  return entryOf(quantity);
};

describe("the chapters", () => {
  it("show every quantity of plans, topologies and months exactly once, no two by one name", () => {
    const all = [quantities, fleetQuantities, apiQuantities, monthly, topologyMonthQuantities].flatMap(
      (each) => [...each.keys()],
    );
    expect(shown.map(({ id }) => id).sort()).toEqual(all.sort());
    expect(new Set(all).size).toBe(all.length);
  });

  it("have names that no quantity has, so that every anchor leads to one place", () => {
    const anchors = ["model", "ranges", "limits", "formulas", "constants", "formats"];
    expect(anchors.filter((id) => quantities.has(id))).toEqual([]);
  });
});

describe("an entry", () => {
  it("links every quantity that the formula reads", () => {
    const { lines, tex, unit } = entry("weightBytes");
    const parts = lines[0]?.parts ?? [];
    const linked = parts.flatMap((part) => ("quantity" in part ? part.quantity : []));
    expect(linked).toEqual(["allStages", "pipelineParallel", "draftBytes"]);
    expect(parts.map((part) => ("text" in part ? part.text : part.quantity)).join("")).toBe(
      "allStages / pipelineParallel + draftBytes",
    );
    expect(tex).toContain("\\mathrm{weightBytes} =");
    expect(unit).toBe("B");
  });

  it("defines everything that is not an input", () => {
    for (const quantity of shown) {
      const { lines } = entryOf(quantity);
      expect(lines.length > 0, quantity.id).toBe(quantity.kind !== "input");
    }
  });

  it("says in which step or for which operator a definition holds", () => {
    expect(entry("decodeRows").lines.map(({ when }) => when)).toContain("in a decode step");
    expect(entry("flops").lines.map(({ when }) => when)).toContain("experts");
    expect(entry("stepTime").lines[0]?.parts).toContainEqual(
      expect.objectContaining({ quantity: "operatorTime" }),
    );
  });

  it("knows who reads it, and the work it follows", () => {
    expect(entry("kvBudget").usedBy).toContain("rankCapacity");
    expect(entry("operatorTime").citation?.address).toMatch(/^https:\/\//);
    expect(entry("flopPerMac").constant).toBe(2);
  });
});

describe("the constants", () => {
  const records = calibrations();

  it("of every record have a meaning", () => {
    const unknown = records.flatMap(({ id, constants }) =>
      Object.keys(constants).flatMap((name) => (meaningOf(name) ? [] : `${id}.${name}`)),
    );
    expect(unknown).toEqual([]);
  });

  it("belong to a kind that the page shows", () => {
    const kinds = new Set(CALIBRATION_KINDS.map(({ kind }) => kind));
    expect(records.filter(({ kind }) => !kinds.has(kind))).toEqual([]);
  });

  it("show what was expected and what was fitted", () => {
    const hopper = records.find(({ id }) => id === "hopper");
    const rows = hopper ? constantRows(hopper) : [];
    expect(rows.find(({ id }) => id === "bf16Efficiency")).toMatchObject({
      value: hopper?.constants.bf16Efficiency,
      prior: hopper?.priors?.bf16Efficiency?.value,
    });
    expect(rows.find(({ id }) => id === "switchReduction")).not.toHaveProperty("prior");
  });

  it("keep shares as they are and give times their unit", () => {
    expect(constantText(0.52914, "1")).toBe("0.529");
    expect(constantText(62.85e-6, "s")).toBe("62.9 µs");
  });
});
