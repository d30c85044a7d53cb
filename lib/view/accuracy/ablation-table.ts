import type { Table } from "@/lib/view/table";
import { TARGET_CLASSES } from "./target-classes";

/** The errors of cross-validation without one law, or with all; shares are fractions of one. */
export type Ablation = {
  id: string;
  label: string;
  /** Of the engine that was asked: a law is compared with all of them under the same one. */
  engineVersion: string;
  class: { id: string; median: number; within25: number }[];
};

const SHORT: Readonly<Record<string, string>> = {
  tpot: "TPOT",
  ttft: "TTFT",
  "offline-dense": "Dense rate",
  "offline-mixture": "MoE rate",
  "other-servers": "Other makers",
  "llama-cpp": "llama.cpp",
};

/** What the cross-validated median error and the share within a quarter of each class would be without each law. */
export function ablationTable(laws: readonly Ablation[]): Table {
  const found = new Set(laws.flatMap((each) => each.class.map(({ id }) => id)));
  const columns = TARGET_CLASSES.filter(({ id }) => found.has(id)).flatMap(({ id, label }) => [
    { id: `${id}-median`, label: `${SHORT[id] ?? label}, median`, unit: "%", kind: "number" as const },
    {
      id: `${id}-within`,
      label: `${SHORT[id] ?? label}, within a quarter`,
      unit: "%",
      kind: "number" as const,
    },
  ]);
  return {
    id: "ablation",
    title: "What each law is worth",
    columns: [
      { id: "law", label: "Without", kind: "text" },
      { id: "engine", label: "Engine", kind: "text" },
      ...columns,
    ],
    rows: laws.map(({ id, label, engineVersion, class: classes }) => ({
      law: id === "all" ? "Nothing: all laws" : label,
      engine: engineVersion,
      ...Object.fromEntries(
        classes.flatMap((each) => [
          [`${each.id}-median`, 100 * each.median],
          [`${each.id}-within`, 100 * each.within25],
        ]),
      ),
    })),
  };
}
