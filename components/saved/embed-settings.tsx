"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { queryClient } from "@/components/planner/server-calls";
import { Button } from "@/components/ui/button";
import { allowEmbedding } from "./plan-calls";
import { CopyField } from "./saved-link";

/** Whose pages may show a plan in a frame, and what to put into them. */
export function EmbedSettings({ viewId }: { viewId: string }) {
  const [origins, setOrigins] = useState("");
  const allow = useMutation(
    { mutationFn: () => allowEmbedding(viewId, origins.split(/[\s,]+/).filter(Boolean)) },
    queryClient,
  );
  const allowed = allow.data?.embedOrigins ?? [];
  const code = `<iframe src="${location.origin}/s/${viewId}/embed" width="720" height="320" title="Plan"></iframe>`;
  return (
    <form
      className="mt-3 grid gap-2 border-line border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        allow.mutate();
      }}
    >
      <label className="block">
        <span className="mb-0.5 block text-muted text-xs">
          Pages that may show it in a frame, by origin, with commas; empty for none
        </span>
        <input
          value={origins}
          placeholder="https://wiki.example.com"
          onChange={(event) => setOrigins(event.currentTarget.value)}
          className="control w-full px-2 py-1"
        />
      </label>
      <Button type="submit" className="w-fit" disabled={allow.isPending}>
        Set
      </Button>
      {allow.error && (
        <p role="alert" className="text-bad">
          {allow.error.message}
        </p>
      )}
      {allow.data && (
        <p role="status" className="text-muted">
          {allowed.length > 0 ? `Allowed: ${allowed.join(", ")}` : "No page may show it in a frame."}
        </p>
      )}
      {allowed.length > 0 && <CopyField label="Code of the frame" value={code} />}
    </form>
  );
}
