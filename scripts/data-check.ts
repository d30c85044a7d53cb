// `npm run data:check`: reads every record under data/ and prints file, field and what was expected.
import { join } from "node:path";
import { lint, rules } from "@/lib/catalog/lint";
import { RecordError, readCatalog } from "@/lib/catalog/load";

const root = process.argv[2] ?? join(process.cwd(), "data");

function findings(): string[] {
  try {
    const catalog = readCatalog(root);
    const found = lint(catalog).map(({ file, field, message }) => `${file}: ${field}: ${message}`);
    if (found.length === 0)
      console.log(
        `data/ is sound: ${catalog.accelerators.length} accelerators, ${catalog.models.length} models, ` +
          `${catalog.prices.length} prices, ${catalog.apiPrices.length} API prices, ${catalog.sources.length} sources; ` +
          `${rules.length} rules hold.`,
      );
    return found;
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return [error.message];
  }
}

const found = findings();
for (const line of found) console.error(line);
process.exitCode = found.length > 0 ? 1 : 0;
