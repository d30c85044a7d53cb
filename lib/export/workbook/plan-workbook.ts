import type { Estimate, Lookup } from "@/lib/engine";
import { planOf } from "@/lib/scenario/plan";
import { cheapestOption } from "@/lib/view/headline";
import { optionNames } from "@/lib/view/option-name";
import { UNNAMED } from "../file-name";
import type { Book } from "./book";
import type { BookSource } from "./reading-sheets";
import { workbookOf } from "./workbook";

/** A plan's workbook, named after it and dated. `source` looks up what the catalog cites. */
export function planWorkbook(
  estimate: Estimate,
  lookup: Lookup,
  source: (id: string) => BookSource | undefined,
  made: Date,
): Book {
  const { scenario, engineVersion, catalogVersion } = estimate;
  const names = optionNames(estimate);
  const { workload } = planOf(scenario, 0);
  const best = cheapestOption(estimate);
  const model = lookup.model(workload.model)?.name ?? workload.model;
  return workbookOf(estimate, {
    cover: {
      title: scenario.name ?? UNNAMED,
      question: `${model}, ${count(workload.inputTokens)} → ${count(workload.outputTokens)} tokens`,
      answer:
        best === null
          ? "No option serves this as asked."
          : `${names[best]} is the cheapest that serves this as asked.`,
      made: `Made on ${made.toISOString().slice(0, 10)} by engine ${engineVersion} with catalog ${catalogVersion}. Blue cells may be edited; the sheet Checks says what no longer holds.`,
    },
    names,
    lookup,
    source,
  });
}

const count = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 1 });
