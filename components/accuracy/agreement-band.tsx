import { usePlotArea } from "recharts";

const QUARTER = 0.25;

/** The diagonal of perfect agreement and the band of ±25 % around it, on axes that share one logarithmic domain. */
export function AgreementBand({ domain: [low, high] }: { domain: [number, number] }) {
  const area = usePlotArea();
  if (!area) return null;
  const span = Math.log(high / low);
  const x = (value: number) => area.x + (area.width * Math.log(value / low)) / span;
  const y = (value: number) => area.y + area.height - (area.height * Math.log(value / low)) / span;
  const at = (measured: number, ratio: number) => `${x(measured)} ${y(measured * ratio)}`;
  const upper = 1 + QUARTER;
  const lower = 1 - QUARTER;
  return (
    <g clipPath="url(#agreement-area)">
      <clipPath id="agreement-area">
        <rect x={area.x} y={area.y} width={area.width} height={area.height} />
      </clipPath>
      <path
        d={`M${at(low, upper)}L${at(high, upper)}L${at(high, lower)}L${at(low, lower)}Z`}
        fill="var(--accent)"
        fillOpacity={0.09}
      />
      <path d={`M${at(low, 1)}L${at(high, 1)}`} stroke="var(--line-strong)" strokeWidth={1.25} />
    </g>
  );
}
