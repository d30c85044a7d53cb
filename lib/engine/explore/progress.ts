import type { Findings } from "./findings";

/** How far a search has come. */
export interface Progress {
  /** Slices that are done, and all there are. */
  readonly done: number;
  readonly slices: number;
  readonly found: Findings;
}
