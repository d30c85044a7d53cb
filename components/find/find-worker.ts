import { Exploration, judged, searchSlice, simulated } from "@/lib/engine/explore";
import { lookupOf } from "@/lib/view/lookup-of";
import type { Order } from "./hands";

/** One hand of a search, in a thread of the browser: first it is told the question, then slice after slice. */
let question: Exploration | undefined;

self.onmessage = ({ data }: MessageEvent<Order>) => {
  if ("asked" in data) {
    const { scenario, records, space } = data.asked;
    question = new Exploration(scenario, lookupOf(records, scenario), space);
  } else if (question) self.postMessage(answered(question, data));
};

function answered(question: Exploration, order: Exclude<Order, { asked: unknown }>) {
  if ("slice" in order) return searchSlice(question, order.slice, order.known);
  return "proposal" in order
    ? simulated(question, order.proposal, order.below)
    : judged(question, order.point);
}
