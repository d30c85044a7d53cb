import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository's root, with which every script begins: `npm` may be called from a folder below it. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs a program in the repository's root and waits for it.
 * @param {string} command @param {string[]} args
 * @param {{ env?: Record<string, string>, output?: "inherit" | "stderr" }} [options] "stderr" keeps this
 * process's standard output clean
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function runChild(command, args, { env = {}, output = "inherit" } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: output === "stderr" ? ["ignore", 2, 2] : "inherit",
      // npm is a batch file there, which only a shell can run.
      shell: process.platform === "win32" && command === "npm",
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Runs a step that must succeed; else ends this process with the step's exit code and one clear line. */
export async function mustRun(step, command, args, options) {
  const code = await runChild(command, args, options);
  if (code === 0) return;
  console.error(`${step} failed (${command} ${args.join(" ")} ended with code ${code}).`);
  process.exit(code);
}

/** @param {string} path inside node_modules @returns {string[]} arguments for Node to run that program */
export function nodeProgram(path) {
  return [fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url))];
}
