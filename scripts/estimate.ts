// `npm run -s estimate -- scenario.json` (or - for standard input) prints what POST /api/v1/estimate answers.
import { lookupFor } from "@/app/catalog-lookup";
import { answer, UnknownRecord } from "@/lib/engine";
import { givenScenario, refuse } from "./given-scenario";

// JSON is all that it prints, and may be asked for by name.
const [name, ...more] = process.argv.slice(2).filter((argument) => argument !== "--json");
if (name === undefined || more.length > 0) {
  console.error("Usage: npm run -s estimate -- scenario.json   (or - to read standard input)");
  process.exit(1);
}
const scenario = givenScenario(name);
try {
  process.stdout.write(`${JSON.stringify(answer(scenario, lookupFor(scenario)))}\n`);
} catch (error) {
  if (error instanceof UnknownRecord) refuse([error]);
  refuse([{ path: "", message: `cannot be estimated: ${(error as Error).message}` }]);
}
