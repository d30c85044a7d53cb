// A process that saves scenarios until it is killed, and prints each view id once its save is acknowledged.
import { database } from "@/lib/db/client";
import { DatabaseUnavailable } from "@/lib/db/errors";
import { createScenario } from "@/lib/db/scenarios";

await database();
for (let count = 0; ; count++) {
  const scenario = {
    name: `row ${count}`,
    state: { count },
    result: {},
    engineVersion: "1",
    catalogVersion: "1",
  };
  try {
    const { viewId } = await createScenario(scenario);
    process.stdout.write(`${viewId} ${count}\n`);
  } catch (error) {
    // A machine that is too busy to answer in time has acknowledged nothing.
    if (!(error instanceof DatabaseUnavailable)) throw error;
  }
}
