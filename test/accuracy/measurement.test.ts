import { describe, expect, it } from "vitest";
import { readMeasurements } from "@/lib/accuracy/measurement";
import { row, table } from "./rows";

it("reads numbers, and takes empty cells for what they leave open", () => {
  const read = row({ num_accelerators: "", tp: "", isl: "", concurrency: "", value: "1.5e3" });
  expect(read).toMatchObject({ num_accelerators: undefined, tp: 1, isl: 0, concurrency: "", value: 1500 });
});

it("keeps text with commas and quotes", () => {
  const csv = table({ id: "a" }).replace('"a test"', '"page 3, ""Peak"""');
  expect(readMeasurements(csv).rows[0]?.source).toBe('page 3, "Peak"');
});

it.each([
  ["value", "fast"],
  ["value", "-1"],
  ["value", "0"],
  ["metric", "latency"],
  ["mode", "streaming"],
  ["isl", "long"],
  ["model", ""],
  ["tp", "0"],
  ["dp", "1.5"],
  ["num_accelerators", "-2"],
  ["isl", "-5"],
  ["osl", "1e30"],
  ["value", "1e-320"],
  ["value", "1e300"],
  ["value", "Infinity"],
  ["concurrency", "1e308"],
  ["concurrency", "1000001"],
  ["concurrency", "Infinity"],
])("reports a row whose %s is %j with line, id and field, and reads the others", (field, text) => {
  const { rows, unreadable } = readMeasurements(table({ id: "a" }, { id: "b", [field]: text }, { id: "c" }));
  expect(rows.map(({ id }) => id)).toEqual(["a", "c"]);
  expect(unreadable).toEqual([{ id: "b", line: 3, message: expect.stringContaining(field) }]);
});

it("needs no column that it can do without, and minds no further one", () => {
  const csv =
    "id,accelerator,model,weights,engine,mode,metric,value,mood\na,x,y,fp8,vllm,server,tpot_ms,3,good\n";
  const { rows, unreadable } = readMeasurements(csv);
  expect(unreadable).toEqual([]);
  expect(rows[0]).toMatchObject({ id: "a", split: "", source: "", dp: 1, osl: 0, notes: "" });
});

it("names the columns that a table lacks", () => {
  const required = ["id", "accelerator", "model", "weights", "engine", "mode", "metric", "value"];
  expect(readMeasurements("")).toEqual({ rows: [], unreadable: [], missing: required, twice: [] });
  expect(readMeasurements("id,model,value\n").missing).toEqual([
    "accelerator",
    "weights",
    "engine",
    "mode",
    "metric",
  ]);
  expect(readMeasurements(table({ id: "a" })).missing).toEqual([]);
});

it("says what was expected of a cell and what was understood, once a column", () => {
  const { unreadable } = readMeasurements(table({ tp: "two", mode: "Server" }));
  expect(unreadable[0]?.message).toBe(
    'tp: expected a number, understood "two"; mode: expected one of server, offline, static_batch, single_stream, open, understood "Server"',
  );
});

it("says which columns a table lacks", () => {
  const { unreadable } = readMeasurements(
    "id,model,weights,engine,mode,metric,value\na,x,fp8,vllm,server,tpot_ms,3\n",
  );
  expect(unreadable[0]?.message).toBe("accelerator: there is no such column");
});

describe("a table as programs write it", () => {
  const [head = "", first = "", bad = ""] = table({ id: "a" }, { id: "b", value: "abc" }).trim().split("\n");
  const read = (lines: readonly string[], end = "\n") => readMeasurements(lines.join(end));
  const places = (csv: readonly string[], end?: string) =>
    read(csv, end).unreadable.map(({ id, line, message }) => [id, line, message.split(",")[0]]);
  const PLAIN = ["id;accelerator;model;weights;engine;mode;metric;value", "a;x;y;fp8;vllm;server;tpot_ms;3"];
  const expected = ["value: expected a number from 1e-9 to 1000000000000"];

  it("is read whatever ends its lines, separates its cells and stands around its headings", () => {
    expect(places([head, first, bad], "\r\n")).toEqual([["b", 3, ...expected]]);
    expect(places([`\ufeff${head}`, first, bad])).toEqual([["b", 3, ...expected]]);
    expect(places([head.toUpperCase().replaceAll(",", " , "), first, bad])).toEqual([["b", 3, ...expected]]);
    expect(read(PLAIN).rows).toHaveLength(1);
    expect(read(PLAIN.map((line) => line.replaceAll(";", "\t"))).rows).toHaveLength(1);
  });

  it("names the line of its file, past blank ones and cells of several", () => {
    expect(places([head, "", first, ",,", "", bad])).toEqual([["b", 6, ...expected]]);
    expect(places([head, first.replace(/"[^"]*"|$/, '"two\nlines"'), bad])).toEqual([["b", 4, ...expected]]);
  });

  it("says of a row with too many cells, too few, or an open quotation mark what is wrong with it", () => {
    expect(places([head, `${first},12,5`, bad])[0]).toEqual([
      "a",
      2,
      expect.stringMatching(/cells under \d+ headings/),
    ]);
    const cut = first.split(",").slice(0, 3).join(",");
    expect(read([head, cut]).unreadable[0]?.message).toContain("value: the line ends before it");
    const [plain = "", row = ""] = PLAIN;
    expect(read([plain, row.replace("x", '"x'), row]).unreadable).toEqual([
      { id: "a", line: 2, message: "a quotation mark is opened and never closed" },
    ]);
    // A mark that closes too early takes the next line into its cell: what that says is nobody's.
    const inches = [row.replace("x", '"5" x'), row.replace("x", '"x"')];
    expect(read([plain, ...inches])).toMatchObject({
      rows: [],
      unreadable: [
        { id: "a", line: 2, message: expect.stringContaining("what comes after it was not read") },
      ],
    });
  });

  it("tells a heading that stands there twice", () => {
    expect(read([`${head},TP `, `${first},2`]).twice).toEqual(["tp"]);
  });
});

it.each([
  ["vLLM", "vllm"],
  ["TensorRT-LLM", "trtllm"],
  ["SGLang", "sglang"],
  ["llama.cpp", "llama.cpp"],
  [" tgi ", "tgi"],
])("takes the engine %j for %s", (written, engine) => {
  expect(row({ engine: written }).engine).toBe(engine);
});
