// `npm run build`: the production build, made only when the sources have changed. `-- --standalone` completes the folder
// .next/standalone, which serves by itself wherever Node is: what the image holds.
import { ensureBuilt } from "./setup/build.mjs";
import { ensureGenerated } from "./setup/generate.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { completeStandalone } from "./setup/standalone.mjs";

await ensureInstalled();
await ensureGenerated();
await ensureBuilt();
if (process.argv.includes("--standalone")) console.log(await completeStandalone());
