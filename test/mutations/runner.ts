import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { startTests } from "@vitest/runner";
import { inject, TestRunner } from "vitest";

/** What a worker is asked to try, and where it writes what came of it: one line of JSON each. */
export interface Task {
  /** Files that hold the mistakes, by number. */
  readonly files: readonly string[];
  /** Mistakes to try, in this order. */
  readonly numbers: readonly number[];
  /** Test files by what they reach, how long they take and how much work they are, in ms; measured first where it is not known yet. */
  readonly tests: readonly { file: string; reached?: readonly number[]; ms?: number; work?: number }[];
  readonly answers: string;
  readonly reached: string;
}
export type Answer =
  | { kind: "test"; file: string; reached: number[]; ms: number; work: number; failed?: string }
  /** A test file begins, with a mistake in the code, and may take so many ms. */
  | { kind: "begun"; number: number; within: number }
  | { kind: "mistake"; number: number; killer: string | null };

declare module "vitest" {
  interface ProvidedContext {
    mistakes: Task;
  }
}

/** Of less work than this in ms a test file is asked for every mistake that it reaches: other programs count for nothing. */
const QUICK = 5000;

/** The tests that a file's mistakes are shown to: those of its own name and the quick ones, or all where it has none. */
function askedOf<T extends { file: string; work: number }>(file: string, tests: readonly T[]): readonly T[] {
  const isOwn = (test: T) => basename(test.file).split(".")[0] === basename(file).split(".")[0];
  const own = tests.filter(isOwn);
  return own.length > 0 ? [...own, ...tests.filter((test) => !isOwn(test) && test.work < QUICK)] : tests;
}

/** Longest in ms that a test file may take with a mistake in the code: other programs may slow it down as well. */
const withinOf = ({ ms }: { ms: number }): number => 8_000 + 4 * ms;

interface State {
  present: number;
  reached: Set<number>;
  until: number;
}
const chooser = globalThis as { __mistakes?: State };
type Module = { id: string; file: string; importers: Set<string> };

/**
 * Runs the tests of one worker again and again, with one mistake after the other in the code: modules that no mistake
 * can reach stay loaded, which is what makes it quick. The one test file that vitest knows of is only the occasion.
 */
export default class MistakeRunner extends TestRunner {
  override async onAfterRunFiles(): Promise<void> {
    super.onAfterRunFiles();
    const task = inject("mistakes");
    const say = (answer: Answer) => appendFileSync(task.answers, `${JSON.stringify(answer)}\n`);
    const tests = [];
    for (const test of task.tests) {
      const { file, reached, ms, work } = test;
      if (reached && ms !== undefined && work !== undefined) {
        tests.push({ file, reached: new Set(reached), ms, work });
        continue;
      }
      const measured = await this.measure(test.file, task);
      say({ kind: "test", file: test.file, ...measured, reached: [...measured.reached] });
      if (!measured.failed) tests.push({ file: test.file, ...measured });
    }
    tests.sort((a, b) => a.work - b.work);
    for (const number of task.numbers) {
      const file = task.files[number] ?? "";
      let killer: string | null = null;
      for (const test of askedOf(file, tests).filter(({ reached }) => reached.has(number))) {
        say({ kind: "begun", number, within: 10_000 + withinOf(test) });
        killer = await this.failing(test, file, number);
        if (killer) break;
      }
      say({ kind: "mistake", number, killer });
    }
    await this.failing(undefined, "", -1);
  }

  /** What a test file reaches, all modules that hold a mistake loaded anew. */
  private async measure(test: string, { files, reached: path }: Task) {
    writeFileSync(path, "");
    process.env.REACHED_MISTAKES = path;
    delete process.env.PRESENT_MISTAKE;
    this.forget(test, new Set(files));
    if (chooser.__mistakes)
      Object.assign(chooser.__mistakes, { present: -1, reached: new Set(), until: Number.POSITIVE_INFINITY });
    const start = performance.now();
    const before = process.cpuUsage();
    const failed = await this.run(test);
    delete process.env.REACHED_MISTAKES;
    const ms = Math.round(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    const work = Math.round((user + system) / 1000);
    const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
    return { reached: new Set(lines.filter(Boolean).map(Number)), ms, work, ...(failed ? { failed } : {}) };
  }

  /** The test of a file that fails with a mistake in the code, or null. */
  private async failing(test: { file: string; ms: number } | undefined, file: string, number: number) {
    process.env.PRESENT_MISTAKE = String(number);
    if (chooser.__mistakes) Object.assign(chooser.__mistakes, { present: number });
    if (!test) return null;
    this.forget(test.file, new Set([file]));
    if (chooser.__mistakes) chooser.__mistakes.until = Date.now() + withinOf(test);
    return this.run(test.file);
  }

  private async run(filepath: string): Promise<string | null> {
    const quiet = new TestRunner(this.config);
    const { moduleRunner } = this as unknown as { moduleRunner: unknown };
    Object.defineProperty(quiet, "moduleRunner", { value: moduleRunner });
    Object.assign(quiet, { _otel: (this as unknown as { _otel: unknown })._otel });
    let failed: string | null = null;
    quiet.onAfterRunTask = (test) => {
      if (test.result?.state !== "fail" || failed) return;
      failed = test.name;
      quiet.cancel("test-failure");
    };
    const [file] = await startTests([{ filepath, testLocations: undefined } as never], quiet as never);
    if (!failed && file?.result?.state === "fail")
      failed = file.result.errors?.[0]?.message ?? "does not load";
    return failed;
  }

  /** Makes the modules of some files, and all that import them, load anew; a test file and what stands beside it too. */
  private forget(test: string, files: ReadonlySet<string>): void {
    const { evaluatedModules: modules } = (
      this as unknown as {
        workerState: {
          evaluatedModules: { idToModuleMap: Map<string, Module>; invalidateModule(module: Module): void };
        };
      }
    ).workerState;
    const gone = new Set<string>();
    const forget = (module: Module | undefined) => {
      if (!module || gone.has(module.id)) return;
      gone.add(module.id);
      for (const importer of module.importers) forget(modules.idToModuleMap.get(importer));
      modules.invalidateModule(module);
    };
    for (const module of modules.idToModuleMap.values())
      if (files.has(module.file) || module.file === test) forget(module);
  }
}
