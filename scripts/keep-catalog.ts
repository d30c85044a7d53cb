// The last step of a build: reads and checks every record under data/, and keeps them for the starts to come.
import { join } from "node:path";
import { RecordError, readCatalog } from "@/lib/catalog/load";
import { keepCatalog } from "@/lib/catalog/load/kept";

try {
  keepCatalog(readCatalog(join(process.cwd(), "data")));
} catch (error) {
  if (!(error instanceof RecordError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
