import type { Scenario } from "@/lib/scenario";
import { parseScenario } from "@/lib/scenario/parse-scenario";
import { givenText } from "./given-text";

/** Ends with code 1 and one line a fault, each with the path of its field. */
export function refuse(errors: readonly { path: string; message: string }[]): never {
  for (const { path, message } of errors) console.error(`${path || "scenario"}: ${message}`);
  process.exit(1);
}

function readText(name: string): string {
  try {
    return givenText(name);
  } catch (error) {
    return refuse([{ path: name, message: (error as Error).message }]);
  }
}

function readJson(name: string): unknown {
  const text = readText(name);
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse([{ path: name, message: `not JSON: ${(error as Error).message}` }]);
  }
}

/** The scenario in a file that a person named; "-" is standard input. Ends the process where there is none. */
export function givenScenario(name: string): Scenario {
  const reading = parseScenario(readJson(name));
  return reading.ok ? reading.scenario : refuse(reading.errors);
}
