import { type ByKind, byKind, type Quantity } from "@/lib/formula";
import type { RowKind } from "./layers/row";

/**
 * Declares an operator quantity with one formula per kind of row, or null for a kind that has none of it. A kind that
 * is forgotten does not compile.
 */
export function byRowKind(unit: string, label: string, of: Record<RowKind, Quantity | null>): ByKind {
  const said = Object.entries(of).filter((each): each is [string, Quantity] => each[1] !== null);
  return byKind(unit, label, Object.fromEntries(said));
}
