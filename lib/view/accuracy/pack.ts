import type { Point } from "./point";

/** Points as short rows over lists of the texts that repeat, so that a page can carry a thousand of them. */
export type PackedPoints = { texts: string[]; rows: (string | number)[][] };

const REPEATED = ["metric", "family", "accelerator", "engine", "model", "setup"] as const;
/** Sources repeat up to where they name the row of a table. */
const SOURCE = /^(.*?)(, (?:row|key) .*)?$/s;
const SIGNIFICANT = 5;

/** Packs points; values keep five significant digits. */
export function packPoints(points: readonly Point[]): PackedPoints {
  const positions = new Map<string, number>();
  const place = (text: string): number => {
    const known = positions.get(text) ?? positions.size;
    positions.set(text, known);
    return known;
  };
  const short = (value: number) => Number(value.toPrecision(SIGNIFICANT));
  const rows = points.map((point) => {
    const [, stem = "", rest = ""] = SOURCE.exec(point.source) ?? [];
    const repeated = REPEATED.map((field) => place(point[field]));
    return [point.id, short(point.measured), short(point.predicted), ...repeated, place(stem), rest];
  });
  return { texts: [...positions.keys()], rows };
}

/** The points that were packed. */
export function unpackPoints({ texts, rows }: PackedPoints): Point[] {
  return rows.map(([id, measured, predicted, ...places]) => {
    const rest = places.pop();
    const [metric, family, accelerator, engine, model, setup, stem] = places.map(
      (place) => texts[place as number],
    );
    const source = `${stem}${rest}`;
    return { id, measured, predicted, metric, family, accelerator, engine, model, setup, source } as Point;
  });
}
