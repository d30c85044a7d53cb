import { type Measurement, readMeasurements, type Unreadable } from "@/lib/accuracy/measurement";
import { givenText } from "./given-text";

/** The measurements of a table in a file, with the rows that could not be read. Ends the command with the reason when there is none. */
export function givenTable(path: string): { rows: Measurement[]; unreadable: Unreadable[] } {
  const refuse = (reason: string): never => {
    console.error(`${path}: ${reason}`);
    process.exit(1);
  };
  let csv = "";
  try {
    csv = givenText(path);
  } catch (error) {
    refuse((error as Error).message);
  }
  if (csv.trim() === "") refuse("there is nothing in it");
  const { rows, unreadable, missing, twice } = readMeasurements(csv);
  if (missing.length > 0) refuse(`the first line needs the columns ${missing.join(", ")}, which it lacks`);
  if (twice.length > 0)
    refuse(`the first line names ${twice.join(", ")} more than once: which is meant cannot be told`);
  if (rows.length + unreadable.length === 0) refuse("there is no measurement below the headings");
  return { rows, unreadable };
}

/** A row that could not be read, in words. */
export const notRead = ({ line, id, message }: Unreadable): string =>
  `line ${line} (${id}): not read: ${message}`;
