import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PHASE_PRODUCTION_BUILD } from "next/constants.js";

/**
 * Takes the polyfills for browsers without modules off every page: such a browser cannot read the rest of the
 * code either, so 40 kB compressed would only stand there.
 */
async function dropPolyfills({ distDir }) {
  const path = join(distDir, "build-manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...manifest, polyfillFiles: [] }, null, 2));
}

/** @type {import("next").NextConfig} */
const config = {
  // These hold native or WebAssembly parts that must be loaded from node_modules, not bundled.
  serverExternalPackages: ["@electric-sql/pglite", "pglite-prisma-adapter", "pg"],
  poweredByHeader: false,
  // Only components marked "use memo": those redrawn with every movement of a slider. All of them would take 13 kB
  // of the first load, compressed.
  reactCompiler: { compilationMode: "annotation" },
  // A page's code is read when it is first asked for: all pages at once would make every start wait for them.
  // A build is not kept for the next one, since it is made once on most machines and writing took a third of it; nor are maps
  // written, which nothing reads (unminified, the server would take 65 MB more and answer first a tenth of a second later).
  experimental: {
    preloadEntriesOnStart: false,
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: false,
  },
  compiler: { runAfterProductionCompile: dropPolyfills },
  // Types are checked once, by `npm run check`, and not by every build on every machine that only wants to serve.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
};

/** The build alone leaves the folder that stands alone: Next warns of a server of one's own that is told of it. */
export default (phase) => (phase === PHASE_PRODUCTION_BUILD ? { ...config, output: "standalone" } : config);
