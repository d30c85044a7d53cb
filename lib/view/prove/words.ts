import { grouped } from "@/lib/units";
/** A count as a reader writes it, fractions of less than a hundred to one digit: "64", "3.9", "1,000". */
export const quantityText = (value: number): string =>
  grouped(value, { maximumFractionDigits: value < 100 ? 1 : 0 });

/** A share in percent with as many digits as tell it from its neighbours: "0.1 %", "99.28 %", "85 %". */
export const percentText = (share: number): string =>
  `${grouped(share * 100, { maximumFractionDigits: 2 })} %`;
