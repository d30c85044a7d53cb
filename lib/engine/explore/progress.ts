import type { Found } from "./found";

/** How far a search has come. */
export interface Progress {
  /** Units that are done, and all there are. */
  readonly done: number;
  readonly units: number;
  readonly found: Found;
}
