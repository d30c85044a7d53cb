import { OutLink } from "@/components/ui/out-link";
import type { OriginLine } from "@/lib/view/price-origin";

/** The lines of a price's origin, what beside what it is. */
export function OriginList({ lines }: { lines: readonly OriginLine[] }) {
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {lines.map(({ label, text, href }) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="wrap-anywhere min-w-0">{href ? <OutLink href={href}>{text}</OutLink> : text}</dd>
        </div>
      ))}
    </dl>
  );
}
