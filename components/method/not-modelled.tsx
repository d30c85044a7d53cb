const gaps = [
  {
    what: "Percentiles of waiting",
    why: "Times are means at a steady load. Bursts, queues of random arrivals and P95 or P99 values are not computed.",
  },
  {
    what: "Distributions of lengths",
    why: "A mean length stands for all requests. A mix of very short and very long ones behaves worse.",
  },
  {
    what: "Popular experts",
    why: "Tokens choose experts at random. Real routing favours some, which changes how many are read.",
  },
  {
    what: "Overlap of communication and computation",
    why: "Collectives are added to the time of a step. Servers that hide them behind another micro-batch are faster.",
  },
  {
    what: "Caches outside the accelerator",
    why: "A cached prefix is taken to lie in the accelerator's memory; loading it from the host or a disk costs more.",
  },
  {
    what: "Start, scaling and failures",
    why: "Starting replicas, following the load over a day and spare capacity are not part of the figures.",
  },
  {
    what: "Distance",
    why: "The network between a person and the server adds to the time to first token.",
  },
  {
    what: "Images, sound and adapters",
    why: "Only text passes are counted (and the encoder of speech models as stored). Vision towers and LoRA adapters are not.",
  },
  {
    what: "Changes between releases",
    why: "Constants are those of the releases measured. A newer engine is often faster, a new model in its first weeks slower.",
  },
];

/** What the figures leave out, so that nobody has to guess. */
export function NotModelled() {
  return (
    <dl className="grid max-w-5xl gap-x-10 gap-y-3 md:grid-cols-2">
      {gaps.map(({ what, why }) => (
        <div key={what}>
          <dt className="font-medium">{what}</dt>
          <dd className="text-muted">{why}</dd>
        </div>
      ))}
    </dl>
  );
}
