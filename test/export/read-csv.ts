import type { CsvProfile } from "@/lib/export/csv";

/** A plain RFC 4180 reader, written apart from the writer that it checks. */
export function readCsv(csv: string, profile: CsvProfile): string[][] {
  const separator = profile === "excel-eu" ? ";" : ",";
  const text = csv.replace(/^\uFEFF/, "");
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === separator) {
      row.push(cell);
      cell = "";
    } else if (character === "\r" && text[i + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      i++;
    } else cell += character;
  }
  return rows;
}
