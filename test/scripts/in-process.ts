import { join } from "node:path";
import { vi } from "vitest";

/** What a script ended with, and what it wrote to standard output and to standard error. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

class Exit extends Error {
  constructor(readonly code: number) {
    super(`the script ended with code ${code}`);
  }
}

let runs = 0;

/**
 * Runs scripts/NAME.ts in this process as `npm run` would from a folder: a process of its own takes two seconds to
 * begin. That a script runs in one too, with its standard input, is for one test of each to see.
 */
export async function runHere(name: string, args: readonly string[], from: string): Promise<Ended> {
  const written = { out: "", said: "" };
  const argv = process.argv;
  const write =
    (to: keyof typeof written, end: string) =>
    (...parts: readonly unknown[]) => {
      written[to] += parts.join(" ") + end;
      return true;
    };
  vi.stubEnv("INIT_CWD", from);
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(write("out", "")),
    vi.spyOn(console, "log").mockImplementation(write("out", "\n")),
    vi.spyOn(console, "error").mockImplementation(write("said", "\n")),
    vi.spyOn(process, "exit").mockImplementation((code) => {
      throw new Exit(Number(code ?? 0));
    }),
  ];
  const script = join(import.meta.dirname, "../../scripts", `${name}.ts`);
  process.argv = [process.execPath, script, ...args];
  try {
    // Another address is another module to the loader, so that it runs anew; what it imports is there already.
    await import(/* @vite-ignore */ `${script}?run=${runs++}`);
    return { code: 0, ...written };
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    return { code: error.code, ...written };
  } finally {
    process.argv = argv;
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}
