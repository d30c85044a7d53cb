import type { Format } from "@/lib/catalog/schema";
import { grouped } from "@/lib/units";

type Props = {
  formats: readonly Format[];
  source: (id: string) => { title: string; where: string } | undefined;
};

/** Every number format: what it stores per weight, how that comes about, and what the chip multiplies in. */
export function FormatTable({ formats, source }: Props) {
  return (
    <ul className="grid grid-cols-3 gap-3 max-wide:grid-cols-2 max-md:grid-cols-1">
      {formats.map((format) => {
        const { id, name, bits, kvBits, compute, computeBesideFp4, dequantising, rule, use, notes } = format;
        const cited = source(format.source);
        return (
          <li
            key={id}
            id={`format-${id}`}
            className="rounded-lg border border-line bg-surface px-3.5 py-2.5 target:bg-accent-soft"
          >
            <p className="flex justify-between gap-3">
              <span className="font-medium">{name}</span>
              <span className="whitespace-nowrap">
                {grouped(bits, { maximumFractionDigits: 4 })}
                <span className="text-muted"> bits</span>
              </span>
            </p>
            <p className="text-xs">{rule}</p>
            <p className="text-muted text-xs">
              multiplied in {compute.toUpperCase()}
              {computeBesideFp4 && `, in ${computeBesideFp4.toUpperCase()} beside an FP4 unit`}
              {dequantising && ", expanded first"}; for {use.map((each) => USES[each]).join(" and ")}
              {kvBits !== undefined && ` (${kvBits} bits in the cache)`}
            </p>
            {notes && <p className="text-muted text-xs">{notes}</p>}
            {cited && (
              <p className="text-muted text-xs" title={cited.where}>
                {cited.title}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const USES = { weights: "weights", kv: "the KV cache" } as const;
