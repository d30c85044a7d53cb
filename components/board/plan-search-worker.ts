import { adviceOf } from "@/lib/view/board/advice";
import { cheaperLayoutOf } from "@/lib/view/board/cheaper-layout";
import { goalRepairsOf } from "@/lib/view/board/goal-repairs";
import { waterfallOf } from "@/lib/view/levers/waterfall";
import { lookupOf } from "@/lib/view/lookup-of";
import { sensitivityOf } from "@/lib/view/sensitivity";
import type { PlanSearch } from "./plan-searches";

/** Searches changes to one option that are simulated one by one, away from the page. */
addEventListener("message", ({ data }: MessageEvent<PlanSearch>) => {
  const { scenario, option, records } = data;
  const lookup = lookupOf(records, scenario);
  switch (data.find) {
    case "repairs":
      return postMessage(goalRepairsOf(scenario, option, lookup));
    case "layouts":
      return postMessage(cheaperLayoutOf(scenario, option, lookup));
    case "advice":
      return postMessage(adviceOf(scenario, option, data.aim, lookup));
    case "sensitivity":
      return postMessage(sensitivityOf(scenario, lookup, option));
    case "levers": {
      const found = waterfallOf(scenario, option, data.plan, lookup);
      return postMessage(found ? [found] : []);
    }
  }
});
