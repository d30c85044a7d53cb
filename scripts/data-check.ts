// `npm run data:check`: reads every record under data/ and prints file, field and what was expected.
import { join } from "node:path";
import { lookupFor } from "@/app/catalog-lookup";
import { readClaims, readVerdicts } from "@/app/claims/records";
import { lint, rules } from "@/lib/catalog/lint";
import { RecordError, readCatalog } from "@/lib/catalog/load";
import { plansOf } from "@/lib/claims/measure";
import { judged } from "@/lib/claims/verdict";

const own = join(process.cwd(), "data");
const root = process.argv[2] ?? own;

/** Claims whose recorded verdict is not what the engine gives today; of the repository's own records alone. */
function otherVerdicts(): string[] {
  if (root !== own) return [];
  const recorded = new Map(readVerdicts().claim.map(({ id, verdict }) => [id, verdict]));
  return readClaims().flatMap((claim) => {
    const { verdict } = judged(claim, plansOf(claim, lookupFor));
    const was = recorded.get(claim.id);
    return was === verdict
      ? []
      : [
          `data/claims/verdicts.toml: ${claim.id}: expected ${verdict}, not ${was ?? "nothing"}: npm run claims -- --write`,
        ];
  });
}

function findings(): string[] {
  try {
    const catalog = readCatalog(root);
    const found = [
      ...lint(catalog).map(({ file, field, message }) => `${file}: ${field}: ${message}`),
      ...otherVerdicts(),
    ];
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
