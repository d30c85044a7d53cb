const gaps = [
  {
    what: "Formulas of percentiles",
    why: "P50 to P99 are simulated, with arrivals and lengths drawn at random, and have no formula. Means have.",
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
    what: "Failures",
    why: "Spare replicas are counted; how often machines fail, and what requests in flight then lose, is not.",
  },
  {
    what: "The network to people",
    why: "It counts where a topology says how far its parts are, as one time for all. Its variation and losses are not.",
  },
  {
    what: "One queue for several replicas",
    why: "Requests are dealt to replicas by chance. A router that looks at their queues waits less.",
  },
  {
    what: "Images and sound",
    why: "Only text passes are counted (and the encoder of speech models as stored). Vision towers are not.",
  },
  {
    what: "The work of adapters",
    why: "LoRA adapters take memory in a topology's part. Reading them beside the weights in each step is not counted.",
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
