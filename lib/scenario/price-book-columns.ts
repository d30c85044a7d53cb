import { parseQuantity, parseUnit } from "@/lib/units";
import { fields } from "./fields";
import { spelling } from "./spelling";

/** Where each column of a price list stands, and the headings that nothing is read from. */
export type BookColumns = {
  accelerator: number;
  price: number;
  /** Absent where the list has no notes. */
  note: number | undefined;
  count: number;
  unused: string[];
};

export type ColumnsReading =
  | { ok: true; columns: BookColumns }
  | { ok: false; field: string; message: string };

const NAMES = ["accelerator", "price", "note"] as const;
type ColumnName = (typeof NAMES)[number];

/** A heading and the unit behind it: "Price (USD/h)" is the column "price" in "USD/h". */
function split(heading: string): { name: string; unit: string | undefined } {
  const text = heading.trim();
  const open = Math.max(text.lastIndexOf("("), text.lastIndexOf("["));
  const inside = text.slice(open + 1, -1);
  const bracketed = open >= 0 && /[)\]]$/.test(text) && !/[)\]]/.test(inside);
  return bracketed
    ? { name: spelling(text.slice(0, open)), unit: inside.trim() }
    : { name: spelling(text), unit: undefined };
}

/** Finds the columns by their headings, in any order and case. A price must be per hour and in US dollars. */
export function readColumns(headings: readonly string[]): ColumnsReading {
  const found = headings.map(split);
  const refuse = (field: string, message: string): ColumnsReading => ({ ok: false, field, message });
  const understood = headings.map((heading) => `"${heading.trim().slice(0, 40)}"`).slice(0, 12);
  for (const name of NAMES) {
    const count = found.filter((column) => column.name === name).length;
    if (count > 1) return refuse(name, `${count} columns are called "${name}"; keep one`);
    if (count === 0 && name !== "note") {
      return refuse(name, `the first line needs a column "${name}", understood ${understood.join(", ")}`);
    }
  }
  const at = (name: ColumnName) => found.findIndex((column) => column.name === name);
  const unit = found[at("price")]?.unit;
  const complaint = unit === undefined ? undefined : otherUnit(unit);
  if (complaint) return refuse("price", complaint);
  const known = (name: string) => (NAMES as readonly string[]).includes(name);
  return {
    ok: true,
    columns: {
      accelerator: at("accelerator"),
      price: at("price"),
      note: at("note") < 0 ? undefined : at("note"),
      count: headings.length,
      unused: headings
        .map((heading) => heading.trim())
        .filter((heading, index) => heading !== "" && !known(found[index]?.name ?? "")),
    },
  };
}

/** Why numbers under this unit cannot be taken as they are; undefined when it is the price's own unit. */
function otherUnit(unit: string): string | undefined {
  const { stored } = fields["options.pricePerHour"];
  const reading = parseQuantity(`1 ${unit.replace(/^\$/, "USD").replace(/ per /i, "/")}`, stored);
  if (reading.ok && Math.abs(reading.value / parseUnit(stored).factor - 1) < 1e-9) return undefined;
  const why = reading.ok ? `1 ${unit} is ${reading.understood}` : reading.message;
  return `the column's unit must be ${stored}, understood "${unit.slice(0, 40)}": ${why}`;
}
