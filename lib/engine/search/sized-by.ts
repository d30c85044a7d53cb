import type { Sized } from "./sizing";

/** What replicas of another amount of the same traffic follow from: see the fields of `Sized`, and the spare ones on top. */
export interface SizedBy {
  readonly need: number;
  readonly node: number;
  readonly spare: number;
}

/** How a plan was sized; undefined where its replicas were fixed, or it was saved before that was kept. */
export function sizedBy(
  { need, node }: Partial<Pick<Sized, "need" | "node">> = {},
  spare: number,
): SizedBy | undefined {
  return need === undefined || node === undefined ? undefined : { need, node, spare };
}
