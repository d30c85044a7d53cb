import { Planner } from "@/components/planner/planner";
import { defaultScenario } from "@/lib/scenario/presets";
import { pickerLists, plannerStart } from "./planner-start";

/** The planner with its preset: the first answer is in the page as it arrives. */
export default function PlannerPage() {
  return <Planner start={plannerStart(defaultScenario)} lists={pickerLists()} />;
}
