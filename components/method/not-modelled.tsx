import type { ReactNode } from "react";
import { OutLink } from "@/components/ui/out-link";

const gaps: readonly { what: string; why: ReactNode }[] = [
  {
    what: "Formulas of percentiles",
    why: "What a traffic's requests wait is simulated, with arrivals and lengths drawn at random, and has no formula. A benchmark's means have.",
  },
  {
    what: "Top-p and top-k",
    why: (
      <>
        They choose among the tokens that a step has computed, and change neither how many there are nor the
        passes of the model: only the time to draw a token, which is in a step’s fitted host time. Kernels
        that do not sort have{" "}
        <OutLink href="https://flashinfer.ai/2025/03/10/sampling.html">
          halved that part in vLLM on an H100
        </OutLink>
        . What steadies P95 is a limit of the answer (Longest output) and the batch.
      </>
    ),
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
    why: "LoRA adapters take memory in a topology's part. Reading them beside the weights in each step is counted where the plan says how many there are.",
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
