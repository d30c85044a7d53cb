// `npm start`: from a fresh clone to a running server, with Node's own modules alone until the packages are
// installed. Prepares only what is missing or stale, then serves the app in this very process. SIGTERM or SIGINT
// gives every request in work its answer and ends the process with code 0, a second one ends it at once. `--dev` runs
// the development server instead.
//
// The variables of the environment that it reads are listed in setup/environment.mjs and checked before anything else.
import * as module from "node:module";
import { join } from "node:path";
import { lockFolder } from "../lib/db/folder-lock.mjs";
import { clientLimit } from "../lib/http/door/client-limit.mjs";
import { observe } from "../lib/http/door/observe.mjs";
import { routeMethods } from "../lib/http/door/route-methods.mjs";
import { createDoor } from "../lib/http/door/server.mjs";
import { endOnSignal } from "../lib/http/door/signals.mjs";
import { ensureBuilt } from "./setup/build.mjs";
import { nodeProgram, ROOT } from "./setup/child.mjs";
import { ensureDatabaseFolder } from "./setup/database.mjs";
import { faultsOf } from "./setup/environment.mjs";
import { ensureGenerated } from "./setup/generate.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { choosePort } from "./setup/port.mjs";
import { isStandalone, takeBuiltConfiguration } from "./setup/standalone.mjs";

process.chdir(ROOT);
process.env.NEXT_TELEMETRY_DISABLED = "1";
// From Node 22 on: keeps compiled code, so that a second start need not compile it again.
module.enableCompileCache?.(join(ROOT, ".cache/compiled"));
const dev = process.argv.includes("--dev");
const dataDir = process.env.DATABASE_URL ? null : process.env.DATA_DIR || ".data";

try {
  const faults = faultsOf(process.env);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  // Before anything heavy. The development server opens the database in a process of its own, and locks there.
  if (dataDir && !dev) await lockFolder(dataDir);
  const port = await choosePort(process.env.PORT, process.env.HOST);
  const whole = isStandalone();
  if (whole) takeBuiltConfiguration();
  else {
    await ensureInstalled();
    await ensureGenerated();
  }
  if (!dev) await Promise.all([whole || ensureBuilt(), dataDir ? prepareDatabase(dataDir) : null]);
  process.env.NODE_ENV = dev ? "development" : "production";
  await (dev ? develop(port) : serve(port, process.env.HOST));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function develop(port) {
  const host = process.env.HOST ? ["--hostname", process.env.HOST] : [];
  const [program] = nodeProgram("next/dist/bin/next");
  process.argv = [process.execPath, program, "dev", "--port", String(port), ...host];
  await import("next/dist/bin/next");
}

async function serve(port, host) {
  const { default: next } = await import("next");
  const app = next({ dir: ROOT, hostname: host ?? "localhost", port });
  await app.prepare();
  const appFolder = join(ROOT, "app");
  const watch = await observe(appFolder, process.env);
  const door = createDoor({
    handle: app.getRequestHandler(),
    routes: routeMethods(appFolder),
    answered: watch.answered,
    limits: { proxies: Number(process.env.TRUSTED_PROXIES || 0) },
    share: await clientLimit(Number(process.env.RATE_LIMIT || 1)),
  });
  await watch.serveMetrics(door.inWork);
  endOnSignal(async () => {
    const whole = await door.stop();
    watch.end();
    await app.close();
    return whole;
  });
  await new Promise((resolve, reject) => door.server.once("error", reject).listen(port, host, resolve));
  const named = host === undefined || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  console.log(`Ready: http://${named.includes(":") ? `[${named}]` : named}:${port}`);
}

/** A folder that cannot be made ends this process at once, while a build may still run. */
async function prepareDatabase(folder) {
  const code = await ensureDatabaseFolder(folder);
  if (code !== 0) process.exit(code);
}
