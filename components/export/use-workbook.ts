import { useEffect, useRef } from "react";
import { type PreparedWorkbook, prepareWorkbook } from "./workbook-file";
import type { WorkbookTask } from "./workbook-worker";

/**
 * The bytes of a plan's workbook, on demand. It is begun as soon as the browser has nothing else to do, so that what shows
 * the button is not kept waiting, and anew when the plan's numbers change; not at all where it is not `wanted`.
 */
export function useWorkbook({ estimate, records }: WorkbookTask, wanted: boolean): () => Promise<Uint8Array> {
  const prepared = useRef<PreparedWorkbook>(undefined);
  // Somebody waits for it: it is written to its end, though the plan's numbers change meanwhile.
  const asked = useRef(false);
  useEffect(() => {
    if (!wanted) return;
    const begin = () => {
      prepared.current ??= prepareWorkbook({ estimate, records });
    };
    // Not every browser says when it is idle.
    const soon = window.requestIdleCallback ?? ((act: () => void) => window.setTimeout(act, 100));
    const handle = soon(begin);
    return () => {
      (window.cancelIdleCallback ?? window.clearTimeout)(handle);
      if (!asked.current) prepared.current?.end();
      asked.current = false;
      prepared.current = undefined;
    };
  }, [estimate, records, wanted]);
  return () => {
    prepared.current ??= prepareWorkbook({ estimate, records });
    asked.current = true;
    const { bytes } = prepared.current;
    // One that failed is tried again when it is asked for again.
    bytes.catch(() => {
      prepared.current = undefined;
    });
    return bytes;
  };
}
