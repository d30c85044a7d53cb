"use client";

import { useSyncExternalStore } from "react";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { THEME_KEY } from "./theme-key";

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  listeners.add(listener);
  system.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener("change", listener);
  };
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/** Switches between light and dark and remembers the choice in this browser. */
export function ThemeToggle() {
  const dark = useSyncExternalStore(subscribe, isDark, () => false);
  const next = dark ? "light" : "dark";
  return (
    <IconButton
      label={`Switch to ${next} theme`}
      onClick={() => {
        document.documentElement.dataset.theme = next;
        try {
          localStorage.setItem(THEME_KEY, next);
        } catch {
          // Storage may be forbidden; the choice then lasts as long as the page.
        }
        for (const listener of listeners) listener();
      }}
    >
      <Icon name={dark ? "sun" : "moon"} />
    </IconButton>
  );
}
