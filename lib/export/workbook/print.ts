import type { PlanCells } from "@/lib/engine/cells";
import { formulaCell, type Quantity } from "@/lib/formula";
import type { Places, Spot } from "./places";

/** A quantity's formula as its cell has it, each other quantity by its address. Undefined where nothing computes it. */
export function printed(quantity: Quantity, spot: Spot, places: Places): string | undefined {
  const cells = places.options[spot.option] as PlanCells;
  switch (quantity.kind) {
    case "input":
      return undefined;
    case "formula":
      return formulaCell(quantity, (read) => places.of(read, spot));
    case "rollup":
      return `SUM(${places.range(quantity.of, spot)})`;
    case "at":
      return cells.steps.includes(quantity.step)
        ? places.of(quantity.of, { ...spot, step: quantity.step })
        : undefined;
    case "perStep":
      return places.of(quantity.of[spot.step as string] as Quantity, spot);
    case "byKind": {
      const branch = quantity.of[cells.rows[spot.row ?? 0]?.kind ?? ""];
      // An operator of a kind that has none of it: an empty cell counts as zero.
      return branch ? places.of(branch, spot) : undefined;
    }
    case "running":
    case "previous":
      throw new Error(`${quantity.label}: a plan has no rows in an order`);
  }
}
