import type { Component, Deployment } from "../deployment";
import * as q from "../inputs";
import { multiple, productWith } from "../made";
import { made, type Row } from "./row";

/** Parts of a model whose products adapters stand beside. */
const ADAPTED: ReadonlySet<Component | undefined> = new Set(["attention", "ffn", "shared"] as const);
/** Counted: an adapter's product narrows, then widens. */
const KERNELS = 2;

/** The adapters beside all products of `rows`, as one operator whose sizes are means; nothing where there are none. */
export function adapterRows({ plan, kernels, constants, global }: Deployment, rows: readonly Row[]): Row[] {
  if (plan.serving.adapters === undefined) return [];
  let products = 0;
  let widths = 0;
  for (const { kind, component, matrices = 1, values } of rows) {
    if (kind !== "linear" || !ADAPTED.has(component)) continue;
    const of = (input: (typeof values)[number][0]) => values.find(([each]) => each === input)?.[1] ?? 0;
    const count = of(q.rowCount);
    // Products that a kernel does together share their input, but each has an adapter of its own.
    products += count * matrices;
    widths += count * (matrices * of(q.gemmInputs) + of(q.gemmOutputs));
  }
  if (products === 0) return [];
  const { rate, efficiency, stream } = kernels.plain;
  return [
    {
      label: "LoRA adapters",
      kind: "adapters",
      part: "weights",
      component: "plain",
      values: [
        [q.rowCount, products],
        [q.adapterWidth, widths / products],
        [q.peakRate, rate],
        made(q.computeEfficiency, efficiency),
        made(q.memoryEfficiency, stream),
        made(q.fixedLatency, productWith(multiple(KERNELS, global.kernelTime), constants.launchShare)),
      ],
    },
  ];
}
