import { axisPosition, type Distribution } from "@/lib/view/accuracy/histogram";
import { percent, signedPercent } from "@/lib/view/percent";

const WIDTH = 200;
const HEIGHT = 44;
const ticks = [
  { ratio: 0.5, label: "÷2" },
  { ratio: 0.75, label: "−25 %" },
  { ratio: 1, label: "0" },
  { ratio: 1.25, label: "+25 %" },
  { ratio: 2, label: "×2" },
];

/** How the errors of each family are spread: a histogram a family, all on one axis. */
export function ErrorDistributions({ distributions }: { distributions: Distribution[] }) {
  return (
    <ul className="grid grid-cols-3 gap-3 max-wide:grid-cols-2 max-md:grid-cols-1">
      {distributions.map(({ family, label, color, errors, bars, beyond }) => (
        <li key={family} className="rounded-lg border border-line bg-surface p-3">
          <h3 className="flex items-center gap-1.5 font-medium">
            <span aria-hidden="true" className="h-2.5 w-2.5 rounded-xs" style={{ background: color }} />
            {label}
            <span className="ml-auto font-normal text-muted text-xs">{errors.cases} cases</span>
          </h3>
          <Histogram bars={bars} color={color} />
          <p className="mt-1 text-xs">
            median error {percent(errors.median)}, bias {signedPercent(errors.bias)},{" "}
            {percent(errors.within25)} within ±25 %
            {beyond > 0 && <span className="text-warn">, {beyond} off by more than a factor of two</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Histogram({ bars, color }: { bars: number[]; color: string }) {
  const width = WIDTH / bars.length;
  const band = axisPosition(0.75) * WIDTH;
  return (
    <div aria-hidden="true">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-2 h-16 w-full"
        aria-hidden="true"
      >
        <rect
          x={band}
          width={axisPosition(1.25) * WIDTH - band}
          height={HEIGHT}
          fill="var(--accent)"
          fillOpacity={0.09}
        />
        {bars.map((bar, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place on the axis
            key={index}
            x={index * width + 0.5}
            width={width - 1}
            y={HEIGHT * (1 - bar)}
            height={HEIGHT * bar}
            fill={color}
          />
        ))}
        <line x1={WIDTH / 2} x2={WIDTH / 2} y2={HEIGHT} stroke="var(--text)" strokeWidth={0.75} />
      </svg>
      <div className="relative h-4 border-line-strong border-t text-2xs text-muted">
        {ticks.map(({ ratio, label }) => (
          <span
            key={label}
            className="-translate-x-1/2 first:translate-x-0 last:-translate-x-full absolute top-0.5 whitespace-nowrap"
            style={{ left: `${axisPosition(ratio) * 100}%` }}
          >
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
