import type { Estimate } from "@/lib/engine";
// Past the engine's door, which would bring every formula into the page.
import { headline } from "@/lib/engine/headlines";
import type { Answer } from "./board/answer";
import { answerOf } from "./board/answer";
import { boardOf } from "./board/board";
import { boardWithPrices } from "./board/price-columns";
import { questionText } from "./board/question";
import { currencyNote } from "./currency";
import { optionNames } from "./option-name";
import { ownLines } from "./own-lines";
import { priceAge, priceAgeText } from "./price-age";
import { type ScenarioLine, scenarioLines } from "./scenario-lines";
import type { Table } from "./table";

/** A plan on paper: what was asked, what came out and on which prices, what to mind, and what was assumed. */
export interface Report {
  readonly question: string;
  readonly answer: string;
  readonly options: Table;
  readonly caveats: readonly string[];
  readonly assumptions: readonly ScenarioLine[];
  /** What each option says for itself. */
  readonly own: readonly ScenarioLine[];
  readonly versions: string;
}

/** The report of a plan as it stands on `today` (YYYY-MM-DD). `nameOf` gives the name of a record's id. */
export function reportOf(estimate: Estimate, nameOf: (id: string) => string, today: string): Report {
  const { scenario, engineVersion, catalogVersion } = estimate;
  const board = boardOf(estimate);
  return {
    question: questionText(scenario, nameOf),
    answer: answerText(answerOf(estimate, board)),
    options: boardWithPrices(estimate, board),
    caveats: caveatsOf(estimate, today),
    assumptions: scenarioLines(scenario, nameOf),
    own: ownLines(estimate, nameOf),
    versions: `engine ${engineVersion}, catalog ${catalogVersion}`,
  };
}

function answerText(answer: Answer): string {
  if (answer.kind === "none") return [answer.says, answer.because].filter(Boolean).join(". ");
  const { name, says, month, token, others, compared } = answer;
  const range = `${token.text} (${token.low}–${token.high}, 80 % range)`;
  const cost = month === null ? range : `${month} a month, ${range}`;
  return `${name} ${says} for ${cost}.${others.length > 0 ? ` Others, ${compared}: ${others.join(" · ")}.` : ""}`;
}

/** What makes an answer doubtful, of each option, and what holds for all. */
function caveatsOf(estimate: Estimate, today: string): string[] {
  const names = optionNames(estimate);
  const ofOptions = estimate.options.flatMap((option, index) => {
    const age = priceAge(option, today);
    return [
      ...option.notes.map(({ text }) => `${names[index]}: ${text}`),
      ...(age?.old ? [`${names[index]}: ${priceAgeText(age)}.`] : []),
      ...(option.verdict.feasible ? [] : [`${names[index]}: ${option.verdict.message}.`]),
    ];
  });
  const { currency } = estimate.scenario;
  return [
    ...ofOptions,
    ...(estimate.options.some(({ operation, figures }) => !operation && figures.ttft !== undefined)
      ? [`${headline("ttft").label}: ${headline("ttft").help}`]
      : []),
    ...(currency ? [`${currencyNote(currency)}.`] : []),
    "Ranges are meant to hold eight of ten measurements. What a plan does not count, such as taxes, networks between sites or people, is not in its costs.",
  ];
}
