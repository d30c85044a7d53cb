"use client";

import { useEffect } from "react";
import { usePlanner } from "./planner-context";

/** Undo and redo by keyboard, except inside a text box, which has its own; Escape closes the explanation. */
export default function Shortcuts() {
  const { dispatch } = usePlanner();
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      if (event.key === "Escape") dispatch({ type: "close-explanation" });
      const target = event.target as HTMLElement;
      const isText = target instanceof HTMLInputElement && target.type === "text";
      if (isText || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      dispatch({ type: event.shiftKey ? "redo" : "undo" });
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [dispatch]);
  return null;
}
