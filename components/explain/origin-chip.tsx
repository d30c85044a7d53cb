import type { Explanation } from "@/lib/engine";

type Kind = Explanation["origin"]["kind"];

const words: Record<Kind, { text: string; look: string }> = {
  formula: { text: "formula", look: "border-line text-muted" },
  catalog: { text: "catalog", look: "border-line text-muted" },
  calibration: { text: "calibration", look: "border-line text-muted" },
  user: { text: "yours", look: "border-accent text-accent" },
  default: { text: "default", look: "border-line-strong border-dashed text-muted" },
  search: { text: "solved for", look: "border-line text-muted" },
  simulated: { text: "simulated", look: "border-line text-muted" },
  constant: { text: "constant", look: "border-line text-muted" },
};

/** Where a value comes from, in one word. */
export function OriginChip({ kind }: { kind: Kind }) {
  const { text, look } = words[kind];
  return <span className={`shrink-0 rounded border px-1 text-2xs ${look}`}>{text}</span>;
}
