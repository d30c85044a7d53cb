"use client";

import type { Model } from "@/lib/catalog/schema";
import { releasedFormat } from "@/lib/scenario/plan";
import { usePlanner } from "./planner-context";

type Props = { model: Model; onTake: (format: string) => void };

/** Under the format of weights that a model is not published in: what it is published in, in one click. */
export default function ReleasedNote({ model, onTake }: Props) {
  const { formats } = usePlanner().state.records;
  const released = releasedFormat(model);
  const name = formats[released]?.name ?? released;
  return (
    <p className="mt-1 text-warn text-xs">
      Published in {name}.{" "}
      <button
        type="button"
        onClick={() => onTake(released)}
        className="touch text-accent underline underline-offset-2"
      >
        Plan it in {name}
      </button>
    </p>
  );
}
