import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ENDING_WITH_PARENT, SHORT_LIVED } from "./scripts/setup/child.mjs";

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    // "server-only" throws outside a React server bundle; its own empty file is what Next uses there.
    alias: { "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)) },
  },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**"],
    setupFiles: ["test/fixed-seed.ts"],
    // Files of one worker share its modules: reading the catalog and compiling the formulas for each file took
    // half of the time. A file that changes the environment puts it back.
    isolate: false,
    execArgv: SHORT_LIVED,
    env: { ...ENDING_WITH_PARENT, COMPUTE_THREADS: "0", RATE_LIMIT: "0" },
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Making a database or starting a program takes a busy machine long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
