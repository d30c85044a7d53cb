import { expect, it } from "vitest";
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
  expect(readMeasurements("")).toEqual({ rows: [], unreadable: [], missing: required });
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

it.each([
  ["vLLM", "vllm"],
  ["TensorRT-LLM", "trtllm"],
  ["SGLang", "sglang"],
  ["llama.cpp", "llama.cpp"],
  [" tgi ", "tgi"],
])("takes the engine %j for %s", (written, engine) => {
  expect(row({ engine: written }).engine).toBe(engine);
});
