import type { LayerLine } from "@/lib/view/catalog/model-shape";

/** The layers of a model, one row for each shape. */
export function LayerTable({ lines }: { lines: readonly LayerLine[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {lines.map((line, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups of layers may read alike; their place tells them apart
          key={index}
          className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] gap-x-3 px-4 py-2 max-md:px-3"
        >
          <span className="text-right font-medium">{line.count} ×</span>
          <span>
            <span className="font-medium">{line.mixer}</span>
            {line.sizes && <span className="text-muted">, {line.sizes}</span>}
            <span className="block text-muted">Feed-forward: {line.ffn}</span>
          </span>
          <span className="whitespace-nowrap text-right text-muted">{line.parameters} each</span>
        </li>
      ))}
    </ul>
  );
}
