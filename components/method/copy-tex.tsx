"use client";

import { useEffect, useState } from "react";
import { copyText } from "@/components/ui/copy-text";

/** Puts a formula's TeX on the clipboard. */
export function CopyTex({ id, tex }: { id: string; tex: string }) {
  const [outcome, setOutcome] = useState("");
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(""), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <button
      type="button"
      aria-label={`Copy TeX of ${id}`}
      onClick={async () => setOutcome((await copyText(tex)) ? "Copied" : "Refused")}
      className="touch inline-flex h-6 w-16 shrink-0 items-center justify-end text-muted text-xs hover:text-text"
    >
      <span role="status">{outcome || "Copy TeX"}</span>
    </button>
  );
}
