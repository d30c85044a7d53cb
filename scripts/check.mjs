// `npm run check`: everything that must hold before a change is taken, as continuous integration runs it.
// With names behind it (`node scripts/check.mjs types lint`), only those steps.
import { mustRun, nodeProgram, ROOT } from "./setup/child.mjs";
import { ensureGenerated } from "./setup/generate.mjs";
import { ensureInstalled } from "./setup/install.mjs";

const STEPS = {
  format: [["@biomejs/biome/bin/biome", "format"]],
  lint: [["@biomejs/biome/bin/biome", "check", "--formatter-enabled=false", "--error-on-warnings"]],
  types: [
    ["next/dist/bin/next", "typegen"],
    ["typescript/bin/tsc", "--noEmit"],
  ],
  data: [["./scripts/run.mjs", "data-check"]],
  unused: [["knip/bin/knip.js"]],
  build: [["./scripts/build.mjs"]],
  tests: [["./scripts/test.mjs"]],
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in STEPS));
if (unknown) {
  console.error(`There is no step "${unknown}". Steps: ${Object.keys(STEPS).join(", ")}.`);
  process.exit(1);
}
process.chdir(ROOT);
await ensureInstalled();
await ensureGenerated();
for (const [name, commands] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const begun = Date.now();
  console.log(`== ${name}`);
  for (const [program, ...args] of commands) {
    const path = program.startsWith("./") ? [program] : nodeProgram(program);
    await mustRun(`Step "${name}"`, process.execPath, [...path, ...args], {
      env: { NEXT_TELEMETRY_DISABLED: "1" },
    });
  }
  console.log(`== ${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}
