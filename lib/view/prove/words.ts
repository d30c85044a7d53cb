/** A count as a reader writes it, fractions of less than a hundred to one digit: "64", "3.9", "1,000". */
export const quantityText = (value: number): string =>
  value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 1 : 0 });
