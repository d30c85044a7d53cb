import { Image, type Quantity } from "@/lib/formula";
import type { PartGiven, WholeGiven } from "./given";
import {
  type FleetInputId,
  fleetInputs,
  fleetProgram,
  fleetQuantity,
  PART,
  type PartFigureId,
  type TopologyFigureId,
} from "./quantities";

/** A topology's formulas with their values; what hangs on something unknown is not a number. */
export interface Composed {
  readonly value: (quantity: Quantity, part?: number) => number;
  readonly part: (id: PartFigureId | FleetInputId, part: number) => number;
  readonly whole: (id: TopologyFigureId | FleetInputId) => number;
}

/** Evaluates the formulas of a topology from what it is given. */
export function composed({
  whole,
  parts,
}: {
  readonly whole: WholeGiven;
  readonly parts: readonly PartGiven[];
}): Composed {
  const image = new Image(
    fleetProgram,
    parts.map(() => PART),
  );
  for (const quantity of fleetInputs) {
    const id = quantity.id as FleetInputId;
    if (!quantity.scope.row) image.set(quantity, whole[id as keyof WholeGiven]);
    else
      for (const [row, part] of parts.entries())
        image.set(quantity, part[id as keyof PartGiven] ?? Number.NaN, row);
  }
  image.run(0);
  const value = (quantity: Quantity, row = 0) => image.value(quantity, { row });
  return {
    value,
    part: (id, row) => value(fleetQuantity(id), row),
    whole: (id) => value(fleetQuantity(id)),
  };
}
