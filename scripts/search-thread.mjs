// TypeScript is not read on a thread of its own unless it is asked for there.
import { register } from "tsx/esm/api";

register();
await import("./search-worker.ts");
