import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvCells } from "@/components/price-book/csv-cells";
import { readMeasurements } from "@/lib/accuracy/measurement";
import { importFromFiles } from "@/lib/catalog/import/from-files";
import { parseConfigJson } from "@/lib/catalog/import/parse-json";
import { decodeScenario, defaultScenario, parseScenario } from "@/lib/scenario";
import { decodeAddition } from "@/lib/scenario/addition";
import { restorePriceBook } from "@/lib/scenario/price-book";
import { readPriceList } from "@/lib/scenario/price-book-rows";
import { parseQuantity } from "@/lib/units";
import { parseRange } from "@/lib/units/parse-range";

/** Characters of a hostile text: a pattern that goes back for each of them takes minutes. */
const LENGTH = 2 ** 15;
/** CPU seconds that a reader may take for it. A linear one takes a tenth. */
const MOST_SECONDS = 0.25;

const repeated = (part: string) => part.repeat(Math.ceil(LENGTH / part.length));
/** Texts that patterns go back and forth in: one mark, or a few in turn, over and over. */
const monotonous = [
  ...[
    " ",
    "\t",
    "\n",
    "\r\n",
    '"',
    "\\",
    ",",
    ";",
    ".",
    "0",
    "1",
    "a",
    "-",
    "(",
    "[",
    "{",
    "'",
    "\u00a0",
    "é",
    "\u202e",
  ],
  ...[
    '\\"',
    '"a"b',
    '""',
    '"a",',
    "a ",
    "1,",
    "1.",
    "1 ",
    "(a",
    "[a",
    "{}",
    '{"a":',
    "[]",
    "NaN",
    "-Infinity ",
    "a\\",
  ],
  ...["M*", "M-", "<a", "e9", "(1)", "__", "a/", "\n\n ", ' "', "n v "],
].map(repeated);
const names: Record<string, (text: string) => string> = {
  alone: (text) => text,
  "behind a word": (text) => `x${text}`,
  "between words": (text) => `x${text}x`,
  "in quotes": (text) => `"${text}"`,
  "in open quotes": (text) => `"${text}`,
};

const accelerators = Array.from({ length: 100 }, (_, n) => ({
  id: `nvidia-h${n}`,
  name: `NVIDIA H${n} PCIe`,
}));
const priceList = (text: string) => {
  const cells = csvCells(text, Papa.parse);
  return cells.ok && readPriceList(cells.csv, accelerators);
};
const rowsOf = (cells: readonly string[][]) => ({
  delimiter: ",",
  rows: cells.map((row, line) => ({ line, cells: row })),
});
const config = {
  model_type: "nemotron_h",
  architectures: ["NemotronHForCausalLM"],
  hidden_size: 64,
  intermediate_size: 128,
  num_attention_heads: 4,
  num_hidden_layers: 4,
  vocab_size: 100,
  hybrid_override_pattern: "M-*-",
  torch_dtype: "bfloat16",
  _name_or_path: "a/b",
  quantization_config: { quant_method: "fp8", format: "float-quantized" },
};
/** The configuration with the text in place of one of its texts. */
const configs = (text: string) =>
  Object.entries(config).flatMap(([key, value]) =>
    typeof value === "string" ? [JSON.stringify({ ...config, [key]: text })] : [],
  );

/** Everything that reads the text of a file, a link or a field that a person brought. */
const readers: Record<string, (text: string) => unknown> = {
  "a configuration's JSON": parseConfigJson,
  "a model's configuration": (text) => importFromFiles([{ name: "config.json", text }]),
  "a configuration whose texts are odd": (text) =>
    [...configs(text), ...configs(text.slice(0, 1000))].map((json) =>
      importFromFiles([{ name: text, text: json }]),
    ),
  "a price list": priceList,
  "a price list's headings": (text) => priceList(`accelerator,price${text.slice(0, 240_000)}x\nH1,2\n`),
  "a price list's rows": (text) => priceList(`accelerator,price\n${text.slice(0, 240_000)}`),
  "the cells of a price list": (text) => [
    readPriceList(
      rowsOf([
        ["accelerator", `price${text}x`],
        ["H1", "2"],
      ]),
      accelerators,
    ),
    readPriceList(
      rowsOf([
        ["accelerator", "price", "note"],
        ["H1", text, text],
        [text, "2"],
      ]),
      accelerators,
    ),
  ],
  "a table of measurements": readMeasurements,
  "the rows of a table of measurements": (text) => readMeasurements(`id,model,value\n${text}`),
  "a scenario": (text) => parseScenario({ ...defaultScenario, name: text, [text]: 1 }),
  "a link": (text) => [decodeScenario(text), decodeScenario(`1.${text}`), decodeAddition(text)],
  "a kept price book": restorePriceBook,
  "a quantity": (text) => [parseQuantity(text, "USD/h"), parseRange(text, "USD/h")],
};

describe.each(Object.entries(readers))("%s", (_, read) => {
  it.each(Object.entries(names))("takes no time over one mark that is repeated, %s", (_where, placed) => {
    const slow = monotonous.flatMap((text) => {
      const before = process.cpuUsage();
      read(placed(text));
      const { user, system } = process.cpuUsage(before);
      const seconds = (user + system) / 1e6;
      return seconds > MOST_SECONDS ? [`${JSON.stringify(text.slice(0, 8))}: ${seconds} s`] : [];
    });
    expect(slow).toEqual([]);
  });
});

it("no string of a configuration is too long for the stack", () => {
  const text = `{"a":"${"\\".repeat(2 ** 25)}"}`;
  expect(parseConfigJson(text)).toEqual({ ok: true, value: { a: "\\".repeat(2 ** 24) } });
});
