import { Question, searchUnit, simulated } from "@/lib/engine/explore";
import { lookupOf } from "@/lib/view/lookup-of";
import type { Order } from "./hands";

/** One hand of a search, in a thread of the browser: first it is told the question, then unit after unit. */
let question: Question | undefined;

self.onmessage = ({ data }: MessageEvent<Order>) => {
  if ("asked" in data) {
    const { scenario, records, space } = data.asked;
    question = new Question(scenario, lookupOf(records, scenario), space);
  } else if (question) {
    self.postMessage(
      "unit" in data ? searchUnit(question, data.unit, data.known) : simulated(question, data.contender),
    );
  }
};
