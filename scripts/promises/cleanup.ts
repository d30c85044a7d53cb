import { rmSync } from "node:fs";

/** What is left to be undone, the newest last. Nothing in it may wait: it is done while the process ends. */
const left: (() => void)[] = [];

/** Has something undone when this process ends, however it ends; the answer undoes it now. */
export function undoLater(undo: () => void): () => void {
  left.push(undo);
  return () => {
    const at = left.indexOf(undo);
    if (at >= 0) left.splice(at, 1);
    undo();
  };
}

/** Removes a folder when this process ends. */
export const removeLater = (folder: string) =>
  undoLater(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

process.once("exit", () => {
  for (const undo of left.splice(0).reverse()) {
    try {
      undo();
    } catch (error) {
      console.error(`cleaning up: ${(error as Error).message}`);
    }
  }
});
// Not once: a signal that comes twice, as npm passes them on, would end the process before it has cleaned up.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));
