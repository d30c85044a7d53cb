/** @type {import("next").NextConfig} */
const config = {
  // These hold native or WebAssembly parts that must be loaded from node_modules, not bundled.
  serverExternalPackages: ["@electric-sql/pglite", "pglite-prisma-adapter", "pg"],
  poweredByHeader: false,
  reactCompiler: true,
  images: { unoptimized: true },
};

export default config;
