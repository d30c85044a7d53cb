import type { Estimate, Lookup } from "@/lib/engine";
import { questionText } from "@/lib/view/board/question";
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
  const best = cheapestOption(estimate);
  const nameOf = (id: string) => lookup.model(id)?.name ?? lookup.place(id)?.name ?? id;
  return workbookOf(estimate, {
    cover: {
      title: scenario.name ?? UNNAMED,
      question: questionText(scenario, nameOf),
      answer:
        best === null
          ? "No option serves this as asked."
          : `The cheapest that serves this as asked: ${names[best]}.`,
      made: `Made on ${made.toISOString().slice(0, 10)} by engine ${engineVersion} with catalog ${catalogVersion}. Blue cells may be edited; the sheet Checks says what no longer holds.`,
    },
    names,
    lookup,
    source,
  });
}
