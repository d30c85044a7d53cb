import type { Estimate, Lookup } from "@/lib/engine";
import { decidingText } from "@/lib/view/prove/deciding";

/** Which measurement decides between a plan's two cheapest options; nothing where none within the ranges would. */
export function DecidingNote({ estimate, lookup }: { estimate: Estimate; lookup: Lookup }) {
  "use memo";
  const text = decidingText(estimate, lookup);
  return text === "" ? null : <p className="max-w-[64ch] font-medium text-sm">{text}</p>;
}
