import { existsSync } from "node:fs";
import { embeddedFolder } from "../../lib/db/embedded-folder.mjs";
import { runChild } from "./child.mjs";

/**
 * Makes an empty embedded database where there is none yet, in a process of its own: that keeps a thread busy for
 * seconds. Its folder has its name only once it is whole.
 * @param {string} dataDir @returns {Promise<number>} the process's exit code; what was wrong has been said
 */
export async function ensureDatabaseFolder(dataDir) {
  if (existsSync(embeddedFolder(dataDir))) return 0;
  const address = new URL("../../lib/db/embedded-folder.mjs", import.meta.url).href;
  const script = `const { ensureEmbeddedFolder } = await import(${JSON.stringify(address)});
    await ensureEmbeddedFolder(process.argv[1]).catch((error) => { console.error(error.message); process.exit(1); });`;
  return await runChild(process.execPath, ["--input-type=module", "-e", script, dataDir]);
}
