import { Fragment, type ReactNode } from "react";

type Props = {
  title: ReactNode;
  note: ReactNode;
  /** Figures of the point, each under its name. */
  lines: readonly { label: string; value: ReactNode }[];
};

/** What a chart says about one point: what it is, and its figures. */
export function PointTooltip({ title, note, lines }: Props) {
  return (
    <div className="rounded-md border border-line bg-surface p-2.5 text-xs shadow-[0_4px_16px_var(--shadow)]">
      <p className="font-semibold">{title}</p>
      <p className="text-muted">{note}</p>
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-3">
        {lines.map(({ label, value }) => (
          <Fragment key={label}>
            <dt className="text-muted">{label}</dt>
            <dd className="text-right">{value}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}
