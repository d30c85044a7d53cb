import * as z from "zod";
import { csvTable } from "@/lib/csv/table";
import { measuredOf, type Result, said, UnreadableResult } from "../result";
import { has, optional, optionalText, parsed, type Reader, type ResultFile } from "./reader";

/** llama-bench's `-o json`, `jsonl`, `csv` and `md`: tools/llama-bench in llama.cpp. */
const schema = z.object({
  build_commit: optionalText,
  build_number: optional,
  gpu_info: optionalText,
  cpu_info: optionalText,
  model_filename: optionalText,
  model_type: optionalText,
  type_k: optionalText,
  n_prompt: z.coerce.number().int().nonnegative(),
  n_gen: z.coerce.number().int().nonnegative(),
  n_depth: z.coerce.number().int().nonnegative().default(0),
  avg_ts: z.coerce.number().positive("a rate above zero is expected"),
});
type Row = z.output<typeof schema>;

const TOOL = "llama-bench";

function resultOf(row: Row): Result {
  const { n_prompt: prompt, n_gen: answer, n_depth: depth, avg_ts: rate } = row;
  const both = prompt > 0 && answer > 0;
  const weights = row.model_type?.split(/\s+/).slice(2).join(" ");
  return {
    ...said<Partial<Result>>({
      version: row.build_number === undefined ? row.build_commit : `b${row.build_number}`,
      model: row.model_type ?? row.model_filename,
      accelerator: row.gpu_info || row.cpu_info,
      weights: weights || undefined,
      kvCache: row.type_k,
    }),
    engine: "llama.cpp",
    inputTokens: depth + prompt,
    outputTokens: answer,
    concurrency: 1,
    tool: TOOL,
    mode: "single_stream",
    measured: both
      ? []
      : measuredOf(prompt > 0 ? { prefill_tokens_per_s: rate } : { decode_tokens_per_s_single_stream: rate }),
    remarks: both
      ? [`a test of ${prompt} + ${answer} tokens mixes prompt and answer in one rate: not used`]
      : [],
  };
}

/** A Markdown table with the columns model, test and t/s; "pp512 @ d4096" is a prompt of 512 after 4,096. */
function fromMarkdown({ name, text }: ResultFile): unknown[] | undefined {
  const rows = text
    .split("\n")
    .filter((line) => line.trim().startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const heading = rows[0]?.map((cell) => cell.toLowerCase()) ?? [];
  const at = (column: string) => heading.indexOf(column);
  if (at("test") < 0 || at("t/s") < 0) return undefined;
  return rows.slice(2).map((row) => {
    const test = row[at("test")] ?? "";
    const part = (of: string) => new RegExp(`\\b${of}\\s*(\\d+)`).exec(test)?.[1] ?? "0";
    if (!/(pp|tg)\s*\d/.test(test))
      throw new UnreadableResult(`${name}: the test "${test}" is not as ${TOOL} writes it`);
    return {
      model_type: row[at("model")],
      n_prompt: part("pp"),
      n_gen: part("tg"),
      n_depth: part("d"),
      avg_ts: row[at("t/s")]?.split("±")[0]?.trim(),
    };
  });
}

function rowsOf(file: ResultFile): readonly unknown[] | undefined {
  const values = file.values?.flat();
  if (values) return values.some((value) => has(value, "avg_ts", "n_prompt")) ? values : undefined;
  if (/^\s*\|/m.test(file.text)) return fromMarkdown(file);
  const { headings, rows } = csvTable(file.text);
  return headings.includes("avg_ts") ? rows.map(({ cells }) => cells) : undefined;
}

export const llamaBench: Reader = {
  tool: TOOL,
  looksLike: "JSON, CSV or Markdown with n_prompt, n_gen and avg_ts (test and t/s)",
  read: (file) => rowsOf(file)?.map((row) => resultOf(parsed(schema, row, file, TOOL))),
};
