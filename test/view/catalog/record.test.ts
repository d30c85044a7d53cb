import { describe, expect, it } from "vitest";
import { countedModel } from "@/app/models/counted-model";
import * as catalog from "@/lib/catalog";
import { acceleratorRecord } from "@/lib/view/catalog/accelerator-record";
import { modelRecord } from "@/lib/view/catalog/model-record";
import { layerShares, parameterShares } from "@/lib/view/catalog/model-shape";
import { recordTable } from "@/lib/view/catalog/record-figures";

const today = "2026-11-21";

describe("an accelerator's page", () => {
  const h100 = catalog.accelerator("nvidia-h100-sxm-80gb");
  if (!h100) throw new Error("the catalog has no H100");
  const record = acceleratorRecord(h100, catalog.defaultPrice(h100.id), catalog.source, today);
  const figure = (id: string) => record.figures.find((known) => known.id === id);

  it("shows every source of a figure and marks the chosen one", () => {
    const marks = figure("bandwidth")?.statements.map(({ text, mark }) => [text, mark]);
    expect(marks).toEqual([
      [h100.memoryBandwidth.text, "chosen"],
      ...(h100.memoryBandwidth.disagree ?? []).map(({ text }) => [text, "differs"]),
    ]);
    expect(marks?.length).toBeGreaterThan(1);
  });

  it("says that a figure is unknown instead of leaving it out", () => {
    expect(figure("purchase")?.number).not.toBeNull();
    expect(figure("halfSums")).toMatchObject({ number: null, empty: "unknown", statements: [] });
  });

  it("tells what a chip has not from what nobody says, with who says so", () => {
    const [lack] = h100.lacks ?? [];
    expect(figure("fp4")).toMatchObject({
      number: null,
      empty: "none",
      statements: [{ source: lack?.source }],
    });
    const tpu = catalog.accelerator("google-tpu-v7");
    const other = tpu && acceleratorRecord(tpu, undefined, catalog.source, today);
    expect(other?.figures.find(({ id }) => id === "power")).toMatchObject({ empty: "unknown" });
  });

  it("names each source it cites, and is a file with one line a statement", () => {
    const statements = record.figures.flatMap((known) => known.statements);
    for (const { source } of statements) expect(record.sources[source]?.title).toBeTruthy();
    const unknown = record.figures.filter((known) => known.statements.length === 0).length;
    const table = recordTable(h100.id, h100.name, record.figures, record.sources);
    expect(table.rows).toHaveLength(statements.length + unknown);
  });
});

describe("a model's page", () => {
  const pages = catalog.models().map((model) => ({ id: model.id, counted: countedModel(model) }));

  it("says that each published count agrees, and what it counts beside the layers where it is more", () => {
    for (const { id, counted } of pages) {
      const { published } = counted.model;
      const [parameters] = modelRecord(counted, catalog.source).figures;
      const [, agreeing] = parameters?.statements ?? [];
      expect(agreeing?.mark, id).toBe(published && "agrees");
      if (published && Math.abs(published.parameters / counted.parameters.total - 1) > 0.01)
        expect(agreeing?.note, id).toMatch(/Counts beside it: \S/);
    }
    const tower = pages.find(({ id }) => id === "qwen3.5-2b");
    if (!tower) throw new Error("the catalog has no Qwen3.5-2B");
    const notes = modelRecord(tower.counted, catalog.source).figures[0]?.statements.map(({ note }) => note);
    expect(notes?.[1]).toMatch(/vision tower, 0\.331\d* bn; prediction layers, 0\.060\d* bn/);
  });

  it("shares out all parameters and all layers", () => {
    for (const { id, counted } of pages) {
      const sum = (shares: { value: number }[]) => shares.reduce((total, { value }) => total + value, 0);
      expect(sum(parameterShares(counted)), id).toBe(counted.parameters.total);
      expect(sum(layerShares(counted)), id).toBe(
        counted.model.layers.reduce((total, { count }) => total + count, 0),
      );
    }
  });
});
