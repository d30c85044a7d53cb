// `node scripts/run.mjs NAME [args]`: runs scripts/NAME.ts on a fresh clone too. Everything the preparation
// says goes to standard error, so that the script's own output can be piped.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runChild } from "./setup/child.mjs";
import { ensureGenerated } from "./setup/generate.mjs";
import { ensureInstalled } from "./setup/install.mjs";

const [name = "", ...args] = process.argv.slice(2);
const script = join(ROOT, "scripts", `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(script)) {
  console.error(`There is no script "${name}" in scripts/.`);
  process.exit(1);
}
await ensureInstalled();
await ensureGenerated();
// The condition makes "server-only" the empty module that it is inside Next's server.
const node = ["--import", "tsx", "--conditions=react-server"];
process.exitCode = await runChild(process.execPath, [...node, script, ...args]);
