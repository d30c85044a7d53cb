import { keepEarlyEvents } from "@/components/planner/early-events";
import { DRAFT_KEY } from "@/components/planner/plan-address";
import { THEME_KEY } from "@/components/ui/theme-key";
import { PLAN_FRAGMENT } from "@/lib/scenario/fragments";

/**
 * Zod compiles its checks with `new Function` where it may, and tries whether it may, which the page's content security
 * policy forbids and reports. It decides when a schema is made, so that only what runs before every module is early enough.
 */
export const WITHOUT_EVAL = "globalThis.__zod_globalConfig={jitless:true};";

/**
 * Runs before anything is painted: keeps Zod from compiling, sets the chosen theme, so that no page flashes in the other one, and
 * marks a visit to the planner that brings its own plan, so that the preset does not flash either. There it also
 * keeps what a person does before the planner can answer.
 */
export const firstScript = `${WITHOUT_EVAL}if(location.pathname==="/"){${keepEarlyEvents}}
try{var r=document.documentElement,t=localStorage.getItem("${THEME_KEY}");
if(t==="light"||t==="dark")r.dataset.theme=t;
if(location.pathname==="/"&&(location.hash.startsWith("${PLAN_FRAGMENT}")||localStorage.getItem("${DRAFT_KEY}")))r.dataset.restoring=""}catch{}`;
