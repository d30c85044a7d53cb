/**
 * Everything that the formulas are given from outside. An input is declared with its value, its origin and whether it
 * shapes operator rows, so that none of them can be forgotten. Settings that are inputs as they stand are made from
 * their rows: see knobs.ts.
 */
export * from "./accelerator";
export * from "./adapters";
export * from "./anchors";
export * from "./drafting";
export * from "./fixed";
export * from "./knobs";
export * from "./layout";
export * from "./load";
export * from "./model";
export * from "./money";
export * from "./place";
export * from "./rows";
export * from "./shipped";
export * from "./stack";
