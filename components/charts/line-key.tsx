import { seriesColor } from "@/lib/view/palette";
import { dashes } from "./axis";

type Props = { series: readonly { name: string; option?: number }[]; slots: readonly number[] };

/** The names of a plot's lines above it, where they cover nothing, each beside its colour and dashes. `slots` are of the options, or of the lines where these are none. */
export function LineKey({ series, slots }: Props) {
  return (
    <ul className="mb-1 flex flex-wrap gap-x-3 gap-y-0.5 pl-1 text-2xs">
      {series.map(({ name, option }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <li key={index} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="18" height="4">
            <line
              x2="18"
              y1="2"
              y2="2"
              stroke={seriesColor(slots[option ?? index])}
              strokeWidth="2.5"
              strokeDasharray={dashes[index % dashes.length]}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
