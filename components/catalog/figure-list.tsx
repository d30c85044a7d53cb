import { Term } from "@/components/ui/term";
import type { SourceNote } from "@/lib/view/catalog/catalog-table";
import type { RecordFigure } from "@/lib/view/catalog/record-figures";
import { SourceLine, StaleMark } from "./source-line";

type Props = { title: string; figures: RecordFigure[]; sources: Record<string, SourceNote> };

/** Every figure of a record with all that is said about it; where sources disagree, the chosen one is marked. */
export function FigureList({ title, figures, sources }: Props) {
  return (
    <table className="w-full border-separate border-spacing-0 rounded-lg border border-line bg-surface max-md:block">
      <caption className="sr-only">{title}</caption>
      <thead className="max-md:hidden">
        <tr className="text-left text-muted text-xs">
          {["Figure", "Value", "As printed, source and date"].map((label, index) => (
            <th
              key={label}
              scope="col"
              className={`border-line border-b px-4 py-2 font-medium ${index === 1 ? "text-right" : ""}`}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block [&>tr:last-child>*]:border-b-0">
        {figures.map((figure) => (
          <tr
            key={figure.id}
            className="max-md:grid max-md:grid-cols-[1fr_auto] max-md:border-line max-md:border-b max-md:px-3 max-md:py-2 max-md:last:border-b-0"
          >
            <th
              scope="row"
              className="relative border-line border-b px-4 py-1.5 text-left align-top font-medium max-md:border-0 max-md:p-0 md:whitespace-nowrap"
            >
              {figure.help ? <Term help={figure.help}>{figure.label}</Term> : figure.label}
            </th>
            <td className="whitespace-nowrap border-line border-b px-4 py-1.5 text-right align-top max-md:border-0 max-md:p-0">
              {figure.number === null ? (
                <span className="text-muted">{figure.empty}</span>
              ) : (
                <>
                  <span className="font-medium">{figure.number}</span>{" "}
                  <span className="text-muted">{figure.unit.replace("$", "")}</span>
                </>
              )}
              {figure.stale && (
                <>
                  {" "}
                  <StaleMark />
                </>
              )}
            </td>
            <td className="border-line border-b px-4 py-1.5 align-top text-xs leading-5 [overflow-wrap:anywhere] max-md:col-span-2 max-md:border-0 max-md:p-0">
              <Statements figure={figure} sources={sources} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const marks = {
  chosen: "bg-accent-soft text-accent",
  agrees: "bg-inset text-muted",
  differs: "bg-warn-soft text-warn",
} as const;

function Statements({ figure, sources }: { figure: RecordFigure; sources: Record<string, SourceNote> }) {
  const disputed = figure.statements.length > 1;
  if (!disputed && figure.statements.length === 0)
    return <span className="text-muted">No source gives it.</span>;
  return (
    <ul>
      {figure.statements.map((statement) => (
        <li key={`${statement.mark} ${statement.source} ${statement.text}`}>
          {disputed && (
            <span className={`mr-1.5 rounded px-1 text-2xs ${marks[statement.mark]}`}>{statement.mark}</span>
          )}
          {statement.text && `“${statement.text}” · `}
          <SourceLine source={sources[statement.source]} asOf={statement.asOf} />
          {statement.note && <span className="text-muted">. {statement.note}</span>}
        </li>
      ))}
    </ul>
  );
}
