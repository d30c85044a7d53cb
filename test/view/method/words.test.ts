import { describe, expect, it } from "vitest";
import { calibrations } from "@/lib/catalog";
import { quantities } from "@/lib/engine";
import type { Quantity } from "@/lib/formula";
import { parseUnit } from "@/lib/units";
import { CALIBRATION_KINDS, constantRows, meaningOf } from "@/lib/view/method/constants";
import { entryOf } from "@/lib/view/method/entry";
import { topics } from "@/lib/view/method/topics";

const all = [...quantities.values()];
const whens = (kind: Quantity["kind"]) =>
  new Set(
    all
      .filter((quantity) => quantity.kind === kind)
      .flatMap((quantity) => entryOf(quantity).lines.map(({ when }) => when)),
  );
/** The definition of the first quantity of a kind in words, with the ids of what it reads in brackets. */
const words = (kind: Quantity["kind"]) => {
  const quantity = all.find((each) => each.kind === kind);
  if (!quantity) throw new Error(`no quantity is of the kind ${kind}`);
  const { lines } = entryOf(quantity);
  const text = (lines[0]?.parts ?? [])
    .map((part) => ("text" in part ? part.text : quantities.has(part.quantity) ? "[…]" : "?"))
    .join("");
  return { text, lines: lines.length };
};

describe("a chapter", () => {
  it.each(topics.map((topic) => [topic.id, topic] as const))(
    "%s says in a name and a sentence what it is about",
    (_, topic) => {
      expect(topic.label).toMatch(/^[A-Z][\w ,]{3,}$/);
      expect(topic.about).toMatch(/^[A-Z].{15,}\.$/);
      expect(topic.quantities.length).toBeGreaterThan(0);
    },
  );

  it("has words that no other has, and the many inputs come last", () => {
    expect(new Set(topics.map(({ label }) => label)).size).toBe(topics.length);
    expect(new Set(topics.map(({ about }) => about)).size).toBe(topics.length);
    expect(topics.at(-1)?.id).toBe("inputs");
  });
});

describe("a definition", () => {
  it("is said for each step in words", () => {
    const said = new Set([...whens("perStep")]);
    for (const when of said)
      expect([
        "in a decode step",
        "in a step with a prompt chunk",
        "in a step of prompts alone",
        "in a step of the simulation",
      ]).toContain(when);
    expect(said.size).toBeGreaterThan(1);
  });

  it("is said for each kind of operator in words", () => {
    const known = [
      "attention, decoding",
      "attention, prefilling",
      "LoRA adapters",
      "communication",
      "experts",
      "host",
      "matrix product",
      "measurement",
      "row by row",
      "table",
    ];
    const said = whens("byKind");
    for (const when of said) expect(known).toContain(when);
    expect(said.size).toBeGreaterThan(6);
  });

  it("of a sum, of a step's value and of a running row reads as a sentence", () => {
    expect(words("rollup")).toEqual({ text: "sum over all operators of […]", lines: 1 });
    expect(words("at").text).toMatch(
      /^\[…\] in a (decode step|step (with a prompt chunk|of prompts alone|of the simulation))$/,
    );
    for (const quantity of all.filter(({ kind }) => kind === "running")) {
      const [line] = entryOf(quantity).lines;
      const [how, of, end] = line?.parts ?? [];
      expect(how).toMatchObject({ text: expect.stringMatching(/^(sum|largest) of $/) });
      expect(of).toHaveProperty("quantity");
      expect(end).toEqual({ text: " up to here" });
    }
    for (const quantity of all.filter(({ kind }) => kind === "previous"))
      expect(entryOf(quantity).lines[0]?.parts.at(-1)).toEqual({ text: " in the row before" });
  });

  it("names what it links to as that names itself, and leaves out what is empty", () => {
    for (const quantity of all)
      for (const part of entryOf(quantity).lines.flatMap(({ parts }) => parts)) {
        if ("text" in part) expect(part.text, quantity.id).not.toBe("");
        else expect(part.label, quantity.id).toBe(quantities.get(part.quantity)?.label);
      }
  });

  it("says for what there is a value each, and its unit unless it is a plain number", () => {
    for (const quantity of all) {
      const { scope, unit, tex, constant, label, id } = entryOf(quantity);
      const { row, step } = quantity.scope;
      expect(scope).toBe(row && step ? "operator and step" : row ? "operator" : step ? "step" : "");
      expect(unit).toBe(quantity.unit === "1" ? "" : quantity.unit);
      expect(tex === undefined).toBe(quantity.kind !== "formula");
      if (quantity.kind !== "input") expect(constant).toBeUndefined();
      expect({ id, label }).toEqual({ id: quantity.id, label: quantity.label });
    }
  });

  it("is read by exactly those that read it, each once", () => {
    const flops = entryOf(quantities.get("flops") as Quantity);
    expect(flops.usedBy.length).toBeGreaterThan(0);
    expect(new Set(flops.usedBy).size).toBe(flops.usedBy.length);
    const unread = all.filter((quantity) => entryOf(quantity).usedBy.length === 0);
    expect(unread.length).toBeGreaterThan(0);
    for (const quantity of all)
      for (const part of entryOf(quantity).lines.flatMap(({ parts }) => parts))
        if ("quantity" in part)
          expect(entryOf(quantities.get(part.quantity) as Quantity).usedBy, part.quantity).toContain(
            quantity.id,
          );
  });
});

describe("a constant", () => {
  const records = calibrations();
  const names = [...new Set(records.flatMap(({ constants }) => Object.keys(constants)))];

  it.each(names)("%s says what it is, in a unit", (name) => {
    const meaning = meaningOf(name);
    expect(meaning?.label).toMatch(/^[A-Z].{8,}$/);
    expect(meaning?.unit).not.toBe("");
    expect(() => parseUnit(meaning?.unit ?? "?")).not.toThrow();
    if (/(Time|Latency)$/.test(name) && name !== "exchangeLatency") expect(meaning?.unit).toMatch(/^s\b/);
    if (/(Efficiency|Share|Gain|Kernels)$/.test(name)) expect(meaning?.unit).toBe("1");
  });

  it("has words that no other has", () => {
    const labels = names.map((name) => meaningOf(name)?.label);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });

  it("of the spreads says what was served, what was measured and how near", () => {
    expect(meaningOf("mixtureTtftChip")).toEqual({
      label:
        "Spread of ln(predicted / measured): time to first token, mixtures of experts on NVIDIA, the accelerator measured, not the family",
      unit: "1",
    });
    expect(meaningOf("denseTpotMeasured")?.label).toContain(
      "time per output token, dense models on NVIDIA, the same model measured on the accelerator",
    );
    expect(meaningOf("otherRateFamily")?.label).toContain(
      "throughput of a full batch, other fitted architectures, its family measured, not together with the accelerator",
    );
    expect(meaningOf("otherRateArchitecture")?.label).toContain(
      "only other accelerators of the architecture measured",
    );
    expect(meaningOf("noSuchConstant")).toBeUndefined();
  });

  it("is a row with its prior, its bound and its reason where there are such, under its id where nobody knows it", () => {
    const record = {
      constants: { streamEfficiency: 0.8, layerTime: 1e-6, mystery: 3 },
      priors: { streamEfficiency: { value: 0.85, most: 0.95 }, layerTime: { value: 2e-6 } },
      reasons: { mystery: "Nobody knows." },
    } as unknown as Parameters<typeof constantRows>[0];
    const [stream, layer, mystery] = constantRows(record);
    expect(stream).toMatchObject({ id: "streamEfficiency", value: 0.8, prior: 0.85, most: 0.95 });
    expect(layer).toMatchObject({ id: "layerTime", unit: "s", prior: 2e-6 });
    expect(layer).not.toHaveProperty("most");
    expect(mystery).toEqual({
      id: "mystery",
      value: 3,
      label: "mystery",
      unit: "1",
      linked: false,
      reason: "Nobody knows.",
    });
    const linked = records.flatMap(constantRows).filter((row) => row.linked);
    for (const { id } of linked) expect(quantities.get(id)?.kind).toBe("input");
    expect(linked.length).toBeGreaterThan(10);
  });

  it("belongs to a kind with a heading", () => {
    expect(CALIBRATION_KINDS).toEqual([
      { kind: "global", label: "Laws for everything" },
      { kind: "architecture", label: "Architectures" },
      { kind: "stack", label: "Serving stacks" },
      { kind: "link", label: "Links" },
    ]);
  });
});
