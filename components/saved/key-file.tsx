"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { exportKeys, importKeys } from "./edit-keys";

/** The keys of this browser as a file, and those of another taken from one. */
export function KeyFile({ onTaken }: { onTaken: () => void }) {
  const [said, setSaid] = useState("");
  const take = (text: string) => {
    const result = importKeys(text);
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
      <Button className="mt-3" onClick={() => save(exportKeys())}>
        Save the keys as a file
      </Button>
      <FileDrop
        hint="Drop the file of another browser's keys here."
        label="Keys file"
        content="a file of keys"
        maxBytes={5e6}
        accept="application/json,.json"
        onFiles={([given]) => given && take(given.text)}
        onRefuse={setSaid}
      />
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
