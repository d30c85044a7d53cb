import { type Addition, encodeAddition } from "@/lib/scenario/addition";
import { ADD_FRAGMENT, PLAN_FRAGMENT } from "@/lib/scenario/fragments";
import type { Scenario } from "@/lib/scenario/schema";
import { encodeScenario } from "@/lib/scenario/url";

/** The address of the planner with this scenario in its fragment. */
export const planAddress = (scenario: Scenario): string => `/${PLAN_FRAGMENT}${encodeScenario(scenario)}`;

/** The address of the planner that adds something to the plan a person is at. */
export const additionAddress = (addition: Addition): string => `/${ADD_FRAGMENT}${encodeAddition(addition)}`;
