import { TableView } from "@/components/charts/table-view";
import { Button } from "@/components/ui/button";
import type { OwnLine } from "@/lib/claims/own";
import type { OwnText } from "@/lib/claims/own-text";
import { type OwnNames, ownAnswer, ownTable } from "@/lib/view/claims-own";
import { planAddress } from "@/lib/view/plan-address";

type Props = {
  text: string;
  /** Null where the text is no claim that can be read. */
  answer: { own: OwnText; names: OwnNames; lines: OwnLine[] } | null | undefined;
};

const EXAMPLES = ["100 tok/s for 70B on H100", "$0.02 per million", "250 tok/s for 8B on L40S at 4 bits"];

/** A claim of the reader's own, and what bandwidth, arithmetic or price it would take. Works without a script. */
export function OwnClaim({ text, answer }: Props) {
  return (
    <section
      aria-labelledby="own"
      className="grid grid-cols-1 gap-3 rounded-lg border border-line bg-surface p-4"
    >
      <h2 id="own" className="font-semibold text-lg">
        Try a claim of your own
      </h2>
      <form action="/claims" className="flex flex-wrap items-center gap-2">
        <label htmlFor="claim" className="sr-only">
          Claim
        </label>
        <input
          id="claim"
          name="claim"
          defaultValue={text}
          maxLength={200}
          placeholder={EXAMPLES[0]}
          className="control min-w-0 grow px-2 py-1.5"
        />
        <Button type="submit">Try it</Button>
      </form>
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-muted text-sm">
        {EXAMPLES.map((each) => (
          <a
            key={each}
            href={`/claims?claim=${encodeURIComponent(each)}`}
            className="touch text-accent underline"
          >
            {each}
          </a>
        ))}
      </p>
      {answer === null && (
        <p role="status" className="text-warn">
          “{text}” names no rate and no price: write tokens a second, or dollars for a million tokens.
        </p>
      )}
      {answer && (
        <div role="status" className="grid grid-cols-1 gap-2">
          <p className="font-medium text-base">{ownAnswer(answer.own, answer.names, answer.lines)}</p>
          <p className="text-muted text-xs">
            Taken to be about {answer.names.model} on {answer.names.accelerator}
            {answer.own.count === undefined && ", one or as few as hold it"}; requests of 1,000 tokens
            answered with 500.
          </p>
          <TableView table={ownTable(answer.own, answer.lines)} />
          <p className="flex flex-wrap gap-x-3 text-sm">
            {answer.lines
              .filter(({ fits }) => fits)
              .map(({ bits, accelerators, scenario }) => (
                <a
                  key={`${bits} ${accelerators}`}
                  href={planAddress(scenario)}
                  className="touch text-accent underline"
                >
                  Open the plan at {bits} bits
                </a>
              ))}
          </p>
        </div>
      )}
    </section>
  );
}
