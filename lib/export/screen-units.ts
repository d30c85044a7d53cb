import { type Column, columnScale, type Table } from "@/lib/view/table";

/** The table with each column in the unit that the page shows it in: what is exported is what is on screen. */
export function inScreenUnits(table: Table): Table {
  return { ...table, columns: table.columns.map((column) => shown(table, column)) };
}

function shown(table: Table, column: Column): Column {
  const { kind, plain, unitIn, currency: _shown, ...bare } = column;
  if (kind === "text" || plain || unitIn) return column;
  const { unit } = columnScale(table, { ...bare, kind });
  // A unit that is only a prefix ("M" of plain numbers) is left to the reader.
  return unit === "" || /^[kMGTP]$/.test(unit) ? column : { ...column, shownIn: unit };
}
