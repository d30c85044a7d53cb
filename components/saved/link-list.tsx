"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { queryClient } from "@/components/planner/server-calls";
import { Button } from "@/components/ui/button";
import { dayText } from "@/lib/units";
import { fetchLinks, type LinkLine, makeLink, revokeLink } from "./plan-calls";
import { CopyField } from "./saved-link";

/** The links to a plan: who each is for, until when it opens the plan, and the way to end it. */
export function LinkList({ viewId }: { viewId: string }) {
  const [name, setName] = useState("");
  const [days, setDays] = useState("");
  const key = ["links", viewId];
  const { data, error } = useQuery(
    { queryKey: key, queryFn: () => fetchLinks(viewId), staleTime: 0 },
    queryClient,
  );
  const again = { onSuccess: () => queryClient.invalidateQueries({ queryKey: key }) };
  const make = useMutation(
    { mutationFn: () => makeLink(viewId, name, days ? Number(days) : undefined), ...again },
    queryClient,
  );
  const revoke = useMutation(
    { mutationFn: (linkId: string) => revokeLink(viewId, linkId), ...again },
    queryClient,
  );
  const failed = error ?? make.error ?? revoke.error;
  return (
    <div className="mt-3 border-line border-t pt-3">
      {failed && (
        <p role="alert" className="mb-2 text-bad">
          {failed.message}
        </p>
      )}
      <ul className="grid gap-2">
        {data?.links.map((link) => (
          <li key={link.linkId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-40">
              {link.name || (link.linkId === viewId ? "Its own link" : "A link")}
              <span className="block text-muted text-xs">{stateOf(link)}</span>
            </span>
            {!link.revokedAt && (
              <>
                <div className="min-w-0 grow">
                  <CopyField
                    label={`Address of ${link.name || "the link"}`}
                    value={new URL(`/s/${link.linkId}`, location.origin).href}
                    qr
                  />
                </div>
                <Button disabled={revoke.isPending} onClick={() => revoke.mutate(link.linkId)}>
                  Revoke
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <form
        className="mt-3 flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <label className="block">
          <span className="mb-0.5 block text-muted text-xs">For whom</span>
          <input
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
            className="control px-2 py-1"
          />
        </label>
        <label className="block">
          <span className="mb-0.5 block text-muted text-xs">Days, empty for as long as the plan</span>
          <input
            inputMode="numeric"
            pattern="[1-9][0-9]{0,3}"
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
            className="control w-32 px-2 py-1"
          />
        </label>
        <Button type="submit" disabled={make.isPending}>
          Make a link
        </Button>
      </form>
    </div>
  );
}

function stateOf({ createdAt, expiresAt, revokedAt }: LinkLine): string {
  if (revokedAt) return `revoked ${dayText(revokedAt.slice(0, 10))}`;
  const since = `since ${dayText(createdAt.slice(0, 10))}`;
  return expiresAt ? `${since}, until ${dayText(expiresAt.slice(0, 10))}` : since;
}
