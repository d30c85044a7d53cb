import type { ReactNode } from "react";
import { Term } from "@/components/ui/term";

/** A list of figures: rows on a wide screen, two columns of cells on a phone. */
export const LIST = "mt-2 grid gap-y-px max-md:grid-cols-2 max-md:gap-x-4";
/** The whole row answers to a tap. */
export const WHOLE_ROW = "min-h-6 min-w-6 leading-6 after:absolute after:inset-0";

/** Only the help keeps its own place above the row's, where the card is wide enough. */
export function Row({ label, help, children }: { label: string; help: string; children: ReactNode }) {
  return (
    <div className="relative flex min-h-6 items-center justify-between gap-x-2 max-md:min-h-13 max-md:flex-col max-md:items-start max-md:justify-center">
      <dt className="flex @max-[15rem]:text-xs items-center whitespace-nowrap text-muted max-md:text-xs">
        <Term help={help}>{label}</Term>
      </dt>
      <dd className="whitespace-nowrap @max-[15rem]:text-xs md:text-right">{children}</dd>
    </div>
  );
}
