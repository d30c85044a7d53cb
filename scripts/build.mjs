// `npm run build`: the production build, made only when the sources have changed.
import { ensureBuilt } from "./setup/build.mjs";
import { ensureGenerated } from "./setup/generate.mjs";
import { ensureInstalled } from "./setup/install.mjs";

await ensureInstalled();
await ensureGenerated();
await ensureBuilt();
