import { OutLink } from "@/components/ui/out-link";
import type { OriginLine } from "@/lib/view/price-origin";

export interface NamedOrigin {
  readonly name: string;
  readonly lines: readonly OriginLine[];
}

/** Where the price of each option comes from, a paragraph each: for paper, where nothing can be opened. */
export function OriginLines({ origins }: { origins: readonly NamedOrigin[] }) {
  return (
    <ul className="grid grid-cols-1 gap-1 text-xs">
      {origins.map(({ name, lines }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
        <li key={index} className="wrap-anywhere">
          <span className="font-medium">{name}</span>
          {lines.map(({ label, text, href }) => (
            <span key={label}>
              {" · "}
              <span className="text-muted">{label}:</span>{" "}
              {href ? (
                <OutLink href={href}>
                  {text} <span className="hidden print:inline">({href})</span>
                </OutLink>
              ) : (
                text
              )}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
