import { encode } from "uqr";

/** Beyond this a code has more squares than a phone reads off paper. */
const LONGEST = 1200;
const QUIET = 2;

/** The plan's link as squares that a phone reads; a sentence where it is too long for that. */
export function LinkCode({ link }: { link: string }) {
  if (link.length > LONGEST)
    return (
      <p className="text-muted text-xs">
        The plan’s link is too long for a code: save the plan for a short one.
      </p>
    );
  const { data, size } = encode(link, { ecc: "L", border: QUIET });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x},${y}h1v1h-1z`] : [])));
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="The plan’s link as a code"
      className="h-36 w-36 shrink-0 bg-white"
      shapeRendering="crispEdges"
    >
      <path d={squares.join("")} fill="#000" />
    </svg>
  );
}
