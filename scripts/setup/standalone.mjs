import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ROOT } from "./child.mjs";

/** Where Next puts what its own server needs, and where the rest is put beside it. */
const STANDALONE = ".next/standalone";

/** What the server reads from the disk and no import names. */
const READ = [
  "public",
  ".next/static",
  ".next/catalog.json",
  "prisma/migrations",
  "lib/db/embedded-worker.mjs",
  // The door reads from the routes' own files which methods they answer.
  "app",
];

/** What Next traces because a page reads files below the working directory, and no page reads. */
const UNREAD = [
  "test",
  "components",
  "lib/view",
  "lib/catalog",
  "README.md",
  "SECURITY.md",
  "node_modules/sharp",
  "node_modules/@img",
];

/** @returns whether this is a folder that `npm run standalone` made: it is whole, and its sources are elsewhere. */
export const isStandalone = () => !existsSync(join(ROOT, "package-lock.json"));

/**
 * Completes the folder that the build left: it starts by `node scripts/start.mjs` on a machine with Node alone.
 * @returns {Promise<string>} the folder, below the root
 */
export async function completeStandalone() {
  const folder = join(ROOT, STANDALONE);
  for (const path of UNREAD) rmSync(join(folder, path), { recursive: true, force: true });
  // Next carries the tracer that it uses itself.
  const { nodeFileTrace } = createRequire(import.meta.url)("next/dist/compiled/@vercel/nft");
  const { fileList } = await nodeFileTrace(["scripts/start.mjs", "lib/db/embedded-worker.mjs"], {
    base: ROOT,
    // What of Next a server needs is there already; the tracer would add its compiler.
    ignore: (path) => path.startsWith("node_modules/next/"),
  });
  for (const path of [...READ, ...fileList]) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(ROOT, path), target, { recursive: true, dereference: true });
  }
  return STANDALONE;
}

/** Tells Next its configuration as it was at the build: the folder holds no source of it. */
export function takeBuiltConfiguration() {
  const { config } = JSON.parse(readFileSync(join(ROOT, ".next/required-server-files.json"), "utf8"));
  // What is said of it is for the build: here Next would warn of a server of one's own.
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify({ ...config, output: undefined });
}
