import { rmSync } from "node:fs";
import { join } from "node:path";
import { mustRun, nodeProgram, ROOT } from "./child.mjs";
import { fingerprint, isFresh, markFresh } from "./fingerprint.mjs";

const STAMP = ".next/source-hash";

const SOURCES = [
  ...["app", "components", "lib", "data", "prisma", "public"],
  ...[
    "instrumentation.ts",
    "proxy.ts",
    "next.config.js",
    "tsconfig.json",
    "package.json",
    "package-lock.json",
  ],
];

/** Builds the production server when the sources differ from those of the last complete build. */
export async function ensureBuilt() {
  const current = fingerprint(SOURCES, ["lib/db/generated"]);
  if (isFresh(STAMP, current)) return;
  console.error("Building (once, and after the sources have changed) ...");
  rmSync(join(ROOT, STAMP), { force: true });
  await mustRun("The build", process.execPath, [...nodeProgram("next/dist/bin/next"), "build"], {
    output: "stderr",
    env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
  const script = ["--import", "tsx", "--conditions=react-server", "scripts/keep-catalog.ts"];
  await mustRun("Reading the catalog", process.execPath, script, { output: "stderr" });
  markFresh(STAMP, current);
}
