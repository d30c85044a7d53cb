"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { Point } from "@/lib/view/accuracy/point";
import { AgreementKey } from "./agreement-key";
import { PointDetail } from "./point-detail";

/** Drawn in the browser alone; until then a box of the same size holds its place. */
const AgreementChart = dynamic(() => import("./agreement-chart"), {
  ssr: false,
  loading: () => <div className="grid h-full place-items-center text-muted">Drawing…</div>,
});

/** Predicted against measured with its key; a point that is chosen tells its source. */
export function Agreement({ points }: { points: Point[] }) {
  "use memo";
  const [chosen, setChosen] = useState<Point | null>(null);
  const shown = chosen && points.includes(chosen) ? chosen : null;
  return (
    <div className="grid grid-cols-1 items-start gap-3 wide:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="h-[40rem] rounded-lg border border-line bg-surface p-3 max-md:h-96" aria-hidden="true">
        <AgreementChart points={points} chosen={shown} onChoose={setChosen} />
      </div>
      <div className="grid gap-3">
        <AgreementKey points={points} />
        {shown ? (
          <PointDetail point={shown} onClose={() => setChosen(null)} />
        ) : (
          <p className="rounded-lg border border-line border-dashed p-3.5 text-muted max-wide:hidden">
            Point at a mark to read it, click it to see where it was published. The list below says the same
            in words.
          </p>
        )}
      </div>
    </div>
  );
}
