"use client";

import { encode } from "uqr";

/** Light modules around the code, without which scanners do not find it. */
const QUIET = 4;

/** An address as a QR code (ISO/IEC 18004), dark on light in both themes, as scanners expect it. */
export default function QrCode({ value, label }: { value: string; label: string }) {
  const { data, size } = encode(value, { ecc: "M", border: 0 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const whole = size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}
      className="mt-2 size-48 rounded-md bg-white"
      shapeRendering="crispEdges"
    >
      <path d={dark.join("")} fill="#000000" />
    </svg>
  );
}
