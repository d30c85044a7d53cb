import { resolve } from "node:path";

/** The file that a person named, from where the person is: npm itself moves to the repository's root. */
export const givenPath = (name: string): string => resolve(process.env.INIT_CWD ?? ".", name);
