import { constant } from "@/lib/formula";

/** Fixed numbers. */
export const token = constant("tok", 1, "One token");
export const flopPerMac = constant("FLOP", 2, "Floating-point operations of one multiply-accumulate");
export const bytesPerHalf = constant("B", 2, "Bytes of a 16-bit number");
export const secondsPerYear = constant("s", 365 * 86_400, "Seconds in a year of 365 days");
export const secondsPerMonth = constant("s", (365 * 86_400) / 12, "Seconds in a twelfth of a year");

/** What a server takes for itself, whatever the plan: its block table, its sampler, its scheduler. */
export const blockTokens = constant("tok", 16, "Tokens in one block of the cache");
export const logitRows = constant("1", 1024, "Most rows of logits held at a time");
export const maxSequences = constant("1", 4096, "Most sequences the server batches");
