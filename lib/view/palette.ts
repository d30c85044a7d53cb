/** Number of series colours; `--series-1` … `--series-8` in the style sheet. */
export const SERIES = 8;

/** Chosen so that the accelerators compared most often start out with different colours. */
const SEED = 29012;

/** FNV-1a: a small hash that spreads short ids well. */
function hash(id: string): number {
  let value = 0x811c9dc5 ^ SEED;
  for (const character of id) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/**
 * The colour of each of these, by place: that of its accelerator, the same in every chart of a plan, unless one before it
 * has taken it; then the next free one. A second option on an accelerator so has a colour of its own.
 * @returns slots, 1 … 8; after eight they repeat
 */
export function seriesSlots(acceleratorIds: readonly string[]): number[] {
  const taken = new Set<number>();
  return acceleratorIds.map((id) => {
    let slot = hash(id) % SERIES;
    for (let step = 0; step < SERIES && taken.has(slot); step++) slot = (slot + 1) % SERIES;
    taken.add(slot);
    return slot + 1;
  });
}

/** The style sheet's name of a slot's colour. */
export const seriesColor = (slot: number | undefined = 1): string => `var(--series-${slot})`;
