import "server-only";
import { answerOf } from "@/lib/view/board/answer";
import { boardOf } from "@/lib/view/board/board";
import { boardTable } from "@/lib/view/board/board-table";
import { cellValue } from "@/lib/view/table";
import { given, type Outcome } from "../outcome";
import { estimated } from "../scenario-answers";

/** The options of a scenario as the page ranks them: the cheapest that keeps the goals first, one row each. */
export function comparison(sent: unknown): Outcome<object> {
  const outcome = estimated(sent);
  if (!outcome.ok) return outcome;
  const { engineVersion, catalogVersion } = outcome.value;
  const board = boardOf(outcome.value);
  const { columns, rows } = boardTable(outcome.value, board);
  return given({
    engineVersion,
    catalogVersion,
    answer: answerOf(outcome.value, board),
    columns,
    rows: rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, cellValue(cell)])),
    ),
  });
}

/** An estimate without its operators and its parts of memory: what fits into a conversation. */
export function brief(sent: unknown): Outcome<object> {
  const outcome = estimated(sent);
  if (!outcome.ok) return outcome;
  const { options, ...whole } = outcome.value;
  return given({ ...whole, options: options.map(({ operators, memory, ...rest }) => rest) });
}
