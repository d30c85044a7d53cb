import { type Estimate, headlines, quantities } from "@/lib/engine";
import type { Quantity } from "@/lib/formula";
import { type BookCell, type BookSheet, cellAt, heads, live, number, text, unitText } from "./book";
import type { Places } from "./places";

const FIRST_ROW = 1;
const [BASE, LOW_RATIO, HIGH_RATIO] = [4, 6, 7];

/**
 * How far each predicted or priced figure may be off. A range is a share of its figure that was found once, so it stands as
 * a locked ratio; low and high follow the figure when an input is edited.
 */
export function rangesSheet({ options }: Estimate, places: Places, names: readonly string[]): BookSheet {
  const lines = options.flatMap(({ figures, ranges }, option) =>
    headlines.flatMap(({ id, label }) => {
      const quantity = quantities.get(id) as Quantity;
      const [range, base] = [ranges[id], figures[id]];
      return range && base && places.options[option]?.known(quantity)
        ? [{ option, label, quantity, range, base }]
        : [];
    }),
  );
  const rows = lines.map(({ option, label, quantity, range, base }, index): BookCell[] => {
    const at = (column: number) => cellAt(FIRST_ROW + index, column);
    return [
      text(names[option] ?? ""),
      text(label),
      text(unitText(quantity.unit), "muted"),
      live(`${at(BASE)}*${at(LOW_RATIO)}`, range.low),
      live(places.of(quantity, { option }), base),
      live(`${at(BASE)}*${at(HIGH_RATIO)}`, range.high),
      number(range.low / base, "locked"),
      number(range.high / base, "locked"),
      text(range.basis, "muted"),
    ];
  });
  return {
    name: "Ranges",
    widths: [24, 44, 12, 16, 16, 16, 14, 14, 80],
    frozen: { rows: FIRST_ROW, columns: 2 },
    rows: [
      heads(
        "Option",
        "Figure",
        "Unit",
        "Low",
        "Figure now",
        "High",
        "Low over figure",
        "High over figure",
        "Why",
      ),
      ...rows,
    ],
  };
}
