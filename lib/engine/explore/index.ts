/** What answers "the cheapest ways to serve this". */
export { exploreWith, type Hand, type Task } from "./crew";
export { explore } from "./explore";
export {
  type Contender,
  cheapestOfEach,
  type Found,
  type Fronts,
  foundTogether,
  NOTHING_FOUND,
  type OnFront,
  type Point,
} from "./found";
export type { Progress } from "./progress";
export { Question } from "./question";
export { type Candidate, type Space, type Unit, unitsOf, type Wishes, wholeSpace } from "./space";
export { type Reason, reasons, type Tally } from "./tally";
export { searchUnit } from "./unit";
export { simulated, type Way } from "./ways";
