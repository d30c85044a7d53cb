/** What the planner's fragment starts with when it carries a whole plan; the encoded scenario follows. */
export const PLAN_FRAGMENT = "#d=";
/** What it starts with when it carries something to add to the present plan; the encoded addition follows. */
export const ADD_FRAGMENT = "#add=";
