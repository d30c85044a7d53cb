/**
 * How long a step takes, interpolated in tables. Attention over the cache depends on the decoding sequences alone and
 * attention within prompts on the prompts alone, so that a step is the sum of three tables of two dimensions each.
 */
export interface StepTables {
  /** Decoding sequences, from none upwards; their mean context in tokens; seconds of a step by sequences, then context. */
  readonly sequences: Float64Array;
  readonly contexts: Float64Array;
  readonly decode: Float64Array;
  /** Sequences that decode beside prompts; prompt rows in the step; seconds that they add, those of one whole prompt. */
  readonly beside: Float64Array;
  readonly rows: Float64Array;
  readonly prompt: Float64Array;
  /** Mean tokens that a row attends to; seconds beyond those of one whole prompt, by rows, then attended tokens. */
  readonly attended: Float64Array;
  readonly attention: Float64Array;
}

/** A time in a table by two coordinates, between the four points around it; beyond the table along its last slope. */
function between(
  table: Float64Array,
  along: Float64Array,
  across: Float64Array,
  x: number,
  y: number,
): number {
  const width = across.length;
  const i = cellOf(along, x);
  const j = cellOf(across, y);
  const u = (x - (along[i] as number)) / ((along[i + 1] as number) - (along[i] as number));
  const v = (y - (across[j] as number)) / ((across[j + 1] as number) - (across[j] as number));
  const at = i * width + j;
  const low = (table[at] as number) * (1 - v) + (table[at + 1] as number) * v;
  const high = (table[at + width] as number) * (1 - v) + (table[at + width + 1] as number) * v;
  return low * (1 - u) + high * u;
}

/** The last point of an axis that does not lie above the value, the one before the end at most. */
function cellOf(axis: Float64Array, value: number): number {
  let low = 0;
  let high = axis.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((axis[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Seconds of a step in which so many sequences decode, at that mean context. */
export const decodeTime = (tables: StepTables, sequences: number, context: number): number =>
  between(tables.decode, tables.sequences, tables.contexts, sequences, context);

/**
 * Seconds that the last piece of a prompt of so many new tokens takes beyond the mean of its pieces, because it attends
 * to all of them; `rows` and `pairs` are those of the mean.
 */
export function laterPromptTime(
  { attention, rows: axis, attended }: StepTables,
  rows: number,
  pairs: number,
  prompt: number,
  chunk: number,
): number {
  if (prompt <= chunk) return 0;
  const mean = pairs / rows;
  const last = between(attention, axis, attended, rows, mean + (prompt - chunk) / 2);
  return Math.max(0, last - between(attention, axis, attended, rows, mean));
}

/** Seconds that prompt rows add to it; `pairs` are their query-key pairs. */
export function promptTime(tables: StepTables, sequences: number, rows: number, pairs: number): number {
  const { prompt, beside, rows: axis, attention, attended } = tables;
  const added =
    between(prompt, beside, axis, sequences, rows) + between(attention, axis, attended, rows, pairs / rows);
  return added > 0 ? added : 0;
}

/** Seconds of one of the steps of prompts alone, how many there are, and after how long the last prompt has left all stages. */
export interface PromptsAlone {
  readonly piece: number;
  readonly pieces: number;
  readonly through: number;
}

/**
 * The steps of prompts that nothing is answered beside: so many rows with so many query-key pairs, cut into pieces, the last
 * prompt of `last` tokens. A first piece goes through all stages, the next follow it, and the last one leaves them alone.
 */
export function promptsAlone(
  { times, stages, chunk }: { times: StepTables; stages: number; chunk: number },
  rows: number,
  pairs: number,
  last: number,
): PromptsAlone {
  const pieces = Math.max(1, rows / chunk);
  const [mean, meanPairs] = [rows / pieces, pairs / pieces];
  const piece = decodeTime(times, 0, 1) + promptTime(times, 0, mean, meanPairs);
  const later = laterPromptTime(times, mean, meanPairs, last, chunk);
  return { piece, pieces, through: piece * (1 + (pieces - 1) / stages) + later * (1 - 1 / stages) };
}
