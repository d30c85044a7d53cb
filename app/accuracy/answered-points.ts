import "server-only";
import { accelerator } from "@/lib/catalog";
import { type Point, pointOf } from "@/lib/view/accuracy/point";
import { calibrationRows, modelNamed, validationAnswers } from "./measured";

/** The validation measurements that the planner answers. */
export const answeredPoints = (): Point[] =>
  validationAnswers().flatMap(({ row, predicted }) => {
    const chip = accelerator(row.accelerator);
    const model = modelNamed(row.model);
    return predicted !== null && chip && model ? [pointOf(row, predicted, chip, model.name)] : [];
  });

/** Names of accelerators that have measurements to fit on, but none that is answered here. */
export function uncheckedAccelerators(): string[] {
  const checked = new Set(
    validationAnswers().flatMap(({ row, predicted }) => (predicted === null ? [] : row.accelerator)),
  );
  const fitted = new Set(calibrationRows().map((row) => row.accelerator));
  return [...fitted].filter((id) => !checked.has(id)).map((id) => accelerator(id)?.name ?? id);
}
