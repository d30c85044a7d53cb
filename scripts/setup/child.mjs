import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

/** The repository's root, with which every script begins: `npm` may be called from a folder below it. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The environment under which a Node process and all those it starts end soon after their parent, even a killed one. */
export const ENDING_WITH_PARENT = {
  NODE_OPTIONS: `--import=${new URL("../../test/end-with-parent.mjs", import.meta.url).href}`,
};

/**
 * Options for a Node process that lives for seconds: compiling PostgreSQL's WebAssembly well, and a function as soon as it
 * has run a little, takes longer than it gains. The second has another name from Node 22 on.
 */
export const SHORT_LIVED = [
  "--liftoff-only",
  Number.parseInt(process.versions.v8, 10) < 12
    ? "--interrupt-budget=500000"
    : "--invocation-count-for-turbofan=20000",
];

const PASSED_ON = /** @type {const} */ (["SIGINT", "SIGTERM"]);

/**
 * Runs a program in the repository's root and waits for it. A signal to this process is passed on, and ends this process
 * once the child has ended.
 * @param {string} command @param {string[]} args
 * @param {{ env?: Record<string, string>, output?: "inherit" | "stderr", after?: Promise<unknown> }} [options] "stderr"
 * keeps this process's standard output clean; what the child prints to its own is held back until `after` has come, so
 * that two programs at once do not talk at once
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function runChild(command, args, { env = {}, output = "inherit", after } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: output === "stderr" ? ["ignore", 2, 2] : ["inherit", after ? "pipe" : 1, 2],
      // npm is a batch file there, which only a shell can run.
      shell: process.platform === "win32" && command === "npm",
    });
    if (child.stdout) printAfter(child.stdout, after);
    let stopped = 0;
    const passOn = (signal) => {
      stopped = 128 + constants.signals[signal];
      child.kill(signal);
    };
    for (const signal of PASSED_ON) process.on(signal, passOn);
    const settle = () => {
      for (const signal of PASSED_ON) process.off(signal, passOn);
      if (stopped) process.exit(stopped);
    };
    child.once("error", (error) => {
      settle();
      reject(error);
    });
    child.once("close", (code) => {
      settle();
      resolve(code ?? 1);
    });
  });
}

function printAfter(output, after) {
  const held = [];
  const hold = (chunk) => held.push(chunk);
  output.on("data", hold);
  after.finally(() => {
    output.off("data", hold);
    for (const chunk of held) process.stdout.write(chunk);
    output.on("data", (chunk) => process.stdout.write(chunk));
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
