import "server-only";
import { TASKS, type TaskName } from "./tasks";

/** What came of a task, or that it failed, which is our fault and said in the log alone. */
export type Performed = { outcome: unknown } | { failed: string };

/** Does a task by its name. Never throws. */
export async function perform(name: TaskName, input: unknown): Promise<Performed> {
  try {
    const work = TASKS[name] as (input: unknown) => unknown;
    return { outcome: await work(input) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
