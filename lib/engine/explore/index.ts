/** What answers "the cheapest ways to serve this". */
export { exploreWith, type Hand, type Judge, judgeFronts, type Task } from "./crew";
export { Exploration } from "./exploration";
export { explore } from "./explore";
export {
  type Configuration,
  type Contender,
  cheapestOfEach,
  type Findings,
  type Fronts,
  type OnFront,
  type Proposal,
} from "./findings";
export { judged } from "./judged";
export type { Progress } from "./progress";
export { searchSlice } from "./slice";
export { type Candidate, type Slice, type Space, type Wishes, wholeSpace } from "./space";
export { type Reason, reasons, type Tally } from "./tally";
export { simulated, type Way } from "./ways";
