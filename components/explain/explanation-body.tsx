import { Icon } from "@/components/ui/icon";
import { OutLink } from "@/components/ui/out-link";
import { Quantity } from "@/components/ui/quantity";
import type { Source } from "@/lib/catalog/schema";
import type { Explanation, ExplanationInput, Range } from "@/lib/engine";
import { citationOf } from "@/lib/view/method/citations";
import { OriginChip } from "./origin-chip";
import { SourceNote } from "./source-note";

type Props = {
  explanation: Explanation;
  /** Where the number is predicted with a width: what holds eight measurements in ten. */
  range?: Range | undefined;
  sources: Readonly<Record<string, Source>>;
  onOpen: (address: string) => void;
};

/** One number: its value, its formula with names and with values, its source, and what it is made of. */
export function ExplanationBody({ explanation, range, sources, onOpen }: Props) {
  const { label, value, unit, origin, id, text, substituted, source, calibration, inputs, cases } =
    explanation;
  const cited = source ? citationOf(source) : null;
  return (
    <div className="grid gap-4">
      <div>
        <div className="flex items-start justify-between gap-2">
          <h3 className="font-semibold text-base">{label}</h3>
          <OriginChip kind={origin.kind} />
        </div>
        <p className="mt-1 font-semibold text-2xl leading-8">
          <Quantity value={value} unit={unit} unitClass="text-muted text-sm" />
        </p>
        {range && <RangeNote range={range} unit={unit} />}
        {calibration && (
          <p className="mt-1 text-muted text-xs">With the plan's own calibration {calibration}.</p>
        )}
      </div>
      {text && (
        <div className="rounded-md bg-inset p-3">
          <h4 className="mb-1 text-muted text-xs">Formula</h4>
          <p className="break-words font-mono text-xs">
            {id} = {spaced(text)}
          </p>
          <h4 className="mt-3 mb-1 text-muted text-xs">With values</h4>
          <p className="break-words font-mono text-xs" data-testid="substituted">
            {spaced(substituted)}
          </p>
          {cases && (
            <details className="mt-3">
              <summary className="touch text-accent text-xs">All cases</summary>
              <p className="mt-1 break-words font-mono text-xs">
                {id} = {spaced(cases.text)}
              </p>
              <p className="mt-2 break-words font-mono text-muted text-xs">{spaced(cases.substituted)}</p>
              {cases.inputs.length > 0 && (
                <ul
                  className="mt-2 rounded-md border border-line bg-surface"
                  aria-label="What decides and what is not read here"
                >
                  {cases.inputs.map((input) => (
                    <li key={input.address} className="border-line border-b last:border-0">
                      <InputRow input={input} onOpen={() => onOpen(input.address)} />
                    </li>
                  ))}
                </ul>
              )}
            </details>
          )}
          {cited && (
            <p className="mt-3 text-muted text-xs">
              After <OutLink href={cited.address}>{cited.text}</OutLink>
            </p>
          )}
          <p className="mt-3 text-xs">
            <a
              href={`/method#${id}`}
              target="_blank"
              rel="noreferrer"
              className="touch text-accent underline"
            >
              This formula among all the others
            </a>
          </p>
        </div>
      )}
      <SourceNote origin={origin} source={origin.source ? sources[origin.source] : undefined} />
      {inputs.length > 0 && (
        <div>
          <h4 className="mb-1 text-muted text-xs">Made of</h4>
          <ul className="rounded-md border border-line">
            {inputs.map((input) => (
              <li key={input.address} className="border-line border-b last:border-0">
                <InputRow input={input} onOpen={() => onOpen(input.address)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** The range of a number, and which measurements it holds eight in ten of. */
function RangeNote({ range: { low, high, basis }, unit }: { range: Range; unit: string }) {
  return (
    <p className="mt-1 text-muted text-xs">
      80 % range <Quantity value={low} unit={unit} /> to <Quantity value={high} unit={unit} />; {basis}.{" "}
      <a href="/method#ranges" target="_blank" rel="noreferrer" className="touch text-accent underline">
        How wide ranges are
      </a>
    </p>
  );
}

function InputRow({ input, onOpen }: { input: ExplanationInput; onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      className="touch flex w-full items-center gap-2 px-2.5 py-1.5 text-left hover:bg-inset"
    >
      <span className="min-w-0 grow">
        {input.label} <OriginChip kind={input.origin.kind} />
      </span>
      <Quantity value={input.value} unit={input.unit} />
      <Icon name="chevron" className="h-4 w-4 text-muted" />
    </button>
  );
}

/** A long formula may break after its operators. */
const spaced = (formula: string) => formula.replaceAll(",", ",\u200b");
