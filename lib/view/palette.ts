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
 * Gives each accelerator its colour, the same one in every chart of a plan. The colour follows from the
 * id alone, unless an accelerator listed earlier has taken it; then the next free one is used.
 * @returns slot (1 … 8) by accelerator id
 */
export function seriesSlots(acceleratorIds: readonly string[]): Map<string, number> {
  const slots = new Map<string, number>();
  const taken = new Set<number>();
  for (const id of acceleratorIds) {
    if (slots.has(id)) continue;
    let slot = hash(id) % SERIES;
    for (let step = 0; step < SERIES && taken.has(slot); step++) slot = (slot + 1) % SERIES;
    taken.add(slot);
    slots.set(id, slot + 1);
  }
  return slots;
}

/** The style sheet's name of a slot's colour. */
export const seriesColor = (slot: number): string => `var(--series-${slot})`;
