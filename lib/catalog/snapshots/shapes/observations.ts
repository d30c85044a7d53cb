import { type CsvRow, cellsOf, csvHeadings, csvTable } from "@/lib/csv/table";
import { dayIn, type SnapshotShape } from "../reading";
import { type RowNotes, readTiered } from "./tiered";

const COLUMNS = {
  label: "pricing",
  part: "gpu_model",
  each: "usd_per_gpu_hour",
  whole: "usd_per_hour",
  date: "date",
} as const;

/**
 * Prices by part, one observation a row. A column `accelerator_id` names this catalog's record; a `note` that begins
 * with "not" takes a row's term back.
 */
export const observations: SnapshotShape = {
  id: "gpu-price-index",
  title: "gpu-price-index: list prices of one day",
  where: "https://github.com/ewyluda/gpu-price-index",
  licence: "MIT for the code; the prices are each publisher's list prices",
  matches: (text) => {
    const names = csvHeadings(text);
    return ["provider", "sku", COLUMNS.label, COLUMNS.part, COLUMNS.each, COLUMNS.date].every((name) =>
      names.includes(name),
    );
  },
  dateIn: (text) => dayIn(text),
  read: (text, day) => {
    const hasId = csvHeadings(text).includes("accelerator_id");
    return readTiered(csvTable(text).rows, day, COLUMNS, (row) => notesOf(row, hasId));
  },
};

function notesOf(row: CsvRow, hasId: boolean): RowNotes | string {
  const cell = cellsOf(row);
  const note = cell("note");
  if (/^doubtful/i.test(note)) return note;
  if (/\bMIG\b/i.test(note)) return "a slice of an accelerator, not one";
  if (/^not\b/i.test(note)) return `the label is wrong: ${note}`;
  const accelerator = cell("accelerator_id");
  const slice = /\bMIG\b/i.test(cell("sku"));
  if (hasId && accelerator === "" && !slice) return "the file names no accelerator of this catalog for it";
  const samples = Number(cell("sample_size"));
  const said = samples > 1 ? `Median of ${samples} offers` : note.charAt(0).toUpperCase() + note.slice(1);
  const alone = /part only/i.test(note);
  return {
    ...(hasId ? { accelerator } : {}),
    alone,
    ...(said === "" || (alone && samples <= 1) ? {} : { note: said }),
  };
}
