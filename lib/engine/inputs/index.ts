/**
 * Everything that the formulas are given from outside. An input is declared with its value, its origin and whether
 * it may be edited, so that none of the three can be forgotten.
 */
export * from "./accelerator";
export * from "./adapters";
export * from "./anchors";
export * from "./drafting";
export * from "./fixed";
export * from "./layout";
export * from "./load";
export * from "./model";
export * from "./money";
export * from "./place";
export * from "./rows";
export * from "./shipped";
export * from "./stack";
export * from "./traffic";
