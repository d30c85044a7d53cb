"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { exportKeys, importKeys } from "./edit-keys";

/** The keys of this browser as a file, and those of another taken from one. */
export function KeyFile({ onTaken }: { onTaken: () => void }) {
  const [said, setSaid] = useState("");
  const take = async (file: File | undefined) => {
    if (!file) return;
    const result = importKeys(await file.text());
    setSaid(
      "kept" in result
        ? `${result.kept} ${result.kept === 1 ? "key was" : "keys were"} taken.`
        : result.message,
    );
    onTaken();
  };
  return (
    <section aria-label="Keys" className="rounded-lg border border-line bg-surface p-4">
      <h2 className="font-semibold">Keys</h2>
      <p className="mt-1 text-muted">
        A key allows changes to a plan. Take them along before you clear this browser’s data: nobody can give
        you another. Whoever has the file may change and delete these plans.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button onClick={() => save(exportKeys())}>Save the keys as a file</Button>
        <label className="touch inline-flex items-center gap-2">
          <span>Take keys from a file</span>
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        </label>
      </div>
      {said && (
        <p role="status" className="mt-2">
          {said}
        </p>
      )}
    </section>
  );
}

function save(text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "plan-keys.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
