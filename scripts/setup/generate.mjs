import { mustRun, nodeProgram } from "./child.mjs";
import { fingerprint, isFresh, markFresh } from "./fingerprint.mjs";

const STAMP = "lib/db/generated/.source-hash";

/** Generates the database client when schema.prisma or the packages have changed. */
export async function ensureGenerated() {
  const current = fingerprint(["prisma/schema.prisma", "package-lock.json"]);
  if (isFresh(STAMP, current)) return;
  await mustRun(
    "Generating the database client",
    process.execPath,
    [...nodeProgram("prisma/build/index.js"), "generate", "--schema", "prisma/schema.prisma", "--no-hints"],
    {
      output: "stderr",
      // Generating needs no schema engine, but looks for one and would download it: any file satisfies
      // it. Set for this child alone, because with it `prisma migrate deploy` does nothing and exits 0.
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  markFresh(STAMP, current);
}
