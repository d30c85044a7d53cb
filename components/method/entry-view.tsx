import { OutLink } from "@/components/ui/out-link";
import { grouped } from "@/lib/units";
import type { Entry } from "@/lib/view/method/entry";
import { CopyTex } from "./copy-tex";
import { FormulaLine } from "./formula-line";

/** One quantity: its name, unit, definition, source, and what reads it. Its id is an anchor. */
export function EntryView({ entry }: { entry: Entry }) {
  const { id, label, unit, lines, tex, citation, constant, scope, usedBy } = entry;
  return (
    <li id={id} className="min-w-0 scroll-mt-4 px-3.5 py-2.5 target:bg-accent-soft">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0">
          <span className="font-medium">{label}</span>
          {unit && <span className="text-muted">, {unit}</span>}
          {scope && <span className="text-muted text-xs"> · per {scope}</span>}
        </p>
        {tex && <CopyTex id={id} tex={tex} />}
      </div>
      <div className="break-words font-mono text-xs leading-5">
        {lines.length === 0 && (
          <p>
            {id}
            {constant !== undefined && ` = ${grouped(constant, { maximumSignificantDigits: 12 })}`}
          </p>
        )}
        {lines.map(({ when, parts }, index) => (
          <p key={when ?? ""} className="pl-6 -indent-6">
            {index === 0 && !when && `${id} = `}
            {when && (
              <>
                {id} <span className="text-muted">({when})</span> ={" "}
              </>
            )}
            <FormulaLine parts={parts} />
          </p>
        ))}
      </div>
      {citation && (
        <p className="text-muted text-xs">
          After <OutLink href={citation.address}>{citation.text}</OutLink>
        </p>
      )}
      {usedBy.length > 0 && (
        <p className="break-words text-muted text-xs">
          used by{" "}
          {usedBy.map((reader, index) => (
            <span key={reader}>
              {index > 0 && ", "}
              <a
                href={`#${reader}`}
                className="underline decoration-dotted underline-offset-2 hover:text-accent"
              >
                {reader}
              </a>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
