import type { Table } from "@/lib/view/table";

interface Errors {
  readonly median: number;
  readonly within25: number;
  /** Share of measurements that the range held. */
  readonly held: number;
}

/** The errors after so many measurements of a deployment; shares are fractions of one. */
export interface Gain {
  readonly points: number;
  readonly tpot: Errors;
  readonly ttft: Errors;
}

const KINDS = [
  { id: "tpot", label: "TPOT" },
  { id: "ttft", label: "TTFT" },
] as const;
const SAID = [
  { id: "median", label: "median" },
  { id: "within25", label: "within a quarter" },
  { id: "held", label: "in the range" },
] as const;

/** What measurements of a deployment are worth for the rest of it, by how many there are. */
export function gainTable(points: readonly Gain[]): Table {
  return {
    id: "anchored-gain",
    title: "What your own measurements are worth",
    columns: [
      { id: "points", label: "Measured points of a deployment", kind: "text" },
      ...KINDS.flatMap((kind) =>
        SAID.map((said) => ({
          id: `${kind.id}-${said.id}`,
          label: `${kind.label}, ${said.label}`,
          unit: "%",
          kind: "number" as const,
        })),
      ),
    ],
    rows: points.map((gain) => ({
      points: gain.points === 0 ? "None: the prediction" : String(gain.points),
      ...Object.fromEntries(
        KINDS.flatMap((kind) => SAID.map((said) => [`${kind.id}-${said.id}`, 100 * gain[kind.id][said.id]])),
      ),
    })),
  };
}
