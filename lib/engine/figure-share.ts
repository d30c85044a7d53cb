import type { Accelerator, Figure } from "@/lib/catalog/schema";

/** A share of a figure, which keeps how it is printed and says what of it that is. */
export const figureShare = <F extends Figure>(figure: F, share: number, said: string): F => ({
  ...figure,
  value: figure.value * share,
  note: [said, figure.note].filter(Boolean).join("; "),
});

/** The same share of every peak rate. */
export const peakShare = (peak: Accelerator["peak"], share: number, said: string): Accelerator["peak"] =>
  Object.fromEntries(
    Object.entries(peak).map(([type, figure]) => [type, figure && figureShare(figure, share, said)]),
  );
