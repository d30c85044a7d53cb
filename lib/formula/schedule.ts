import type { Evaluate } from "./closures";
import type { Tier } from "./graph";
import type { Program, Work } from "./program";

/** A piece of work with the rows it applies to. */
export interface Task {
  readonly domain: Work["domain"];
  readonly target: number;
  readonly operand: number;
  readonly evaluate: readonly Evaluate[];
  readonly first: Evaluate;
  readonly rows: Int32Array;
}

export type Schedule = Readonly<Record<Tier, readonly Task[]>>;

const idle: Evaluate = () => 0;
const known = new WeakMap<Program, Map<string, Schedule>>();

/** The tasks of a program for operator rows of these kinds, without those that no row needs. Remembered. */
export function scheduleFor(program: Program, kinds: readonly string[]): Schedule {
  const schedules = known.get(program) ?? new Map<string, Schedule>();
  known.set(program, schedules);
  const key = kinds.join();
  const found = schedules.get(key);
  if (found) return found;
  const tasks = (tier: Tier) =>
    program.work[tier]
      .map((work) => taskFor(work, kinds))
      .filter(({ domain, rows }) => rows.length > 0 || !perRow(domain));
  const schedule: Schedule = { 0: tasks(0), 1: tasks(1), 2: tasks(2), 3: tasks(3) };
  schedules.set(key, schedule);
  return schedule;
}

const perRow = (domain: Work["domain"]) => domain === "row" || domain === "cell";

function taskFor({ domain, target, operand, evaluate, kinds }: Work, rowKinds: readonly string[]): Task {
  const rows = rowKinds.flatMap((kind, row) => (kinds === "all" || kinds.has(kind) ? [row] : []));
  return { domain, target, operand, evaluate, first: evaluate[0] ?? idle, rows: Int32Array.from(rows) };
}
