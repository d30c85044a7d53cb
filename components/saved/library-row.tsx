"use client";

import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { dayText } from "@/lib/units";
import { forgetEditKey } from "./edit-keys";
import { EmbedSettings } from "./embed-settings";
import { LinkList } from "./link-list";
import { deletePlan, restorePlan, type VersionLine } from "./plan-calls";
import { keepTags, tagsOf } from "./tags";

export type ListedPlan = {
  viewId: string;
  /** The latest first; empty where they are not known. */
  versions: readonly VersionLine[];
  /** Whether the server has it, has not, did not answer, or has not answered yet. */
  state: "there" | "gone" | "away" | "coming";
};

type Props = { plan: ListedPlan; chosen: boolean; onChoose: () => void; onChange: () => void };

/** One plan of the library, with what can be done with it. */
export function LibraryRow({ plan, chosen, onChoose, onChange }: Props) {
  const { viewId, versions, state } = plan;
  const [latest] = versions;
  const [tags, setTags] = useState(() => tagsOf(viewId).join(", "));
  const [sharing, setSharing] = useState(false);
  const [said, setSaid] = useState("");
  const name = latest?.name || (state === "there" ? "Untitled plan" : "A plan");
  const run = (work: Promise<string>) =>
    work.then(
      (message) => {
        setSaid(message);
        onChange();
      },
      (error: Error) => setSaid(error.message),
    );
  const remove = async () => {
    if (!latest) return "";
    const { restorableUntil } = await deletePlan(viewId, latest.version);
    return `Deleted. It can be restored until ${dayText(restorableUntil.slice(0, 10))}.`;
  };
  const bring = async () => `Restored as it was, version ${(await restorePlan(viewId)).version}.`;
  return (
    <li className="rounded-lg border border-line bg-surface p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {latest && (
          <label className="flex items-center justify-center">
            <input type="checkbox" checked={chosen} onChange={onChoose} className="size-4 accent-accent" />
            <span className="sr-only">Compare {name}</span>
          </label>
        )}
        <div className="min-w-0 grow">
          {latest ? (
            <a href={`/s/${viewId}`} className="wrap-anywhere font-medium hover:text-accent">
              {name}
            </a>
          ) : (
            <span className="font-medium">{name}</span>
          )}
          <span className="block text-muted text-xs">{WORDS[state]}</span>
          {latest && (
            <span className="block text-muted text-xs">
              {dayText(latest.createdAt.slice(0, 10))} · version {latest.version}
              {latest.version > 1 && (
                <>
                  {" · "}
                  <a href={`/s/${viewId}/history`} className="text-accent underline underline-offset-2">
                    history
                  </a>
                </>
              )}
            </span>
          )}
        </div>
        <input
          aria-label={`Tags of ${name}`}
          placeholder="Tags, with commas"
          value={tags}
          onChange={(event) => setTags(event.currentTarget.value)}
          onBlur={() => {
            keepTags(viewId, tags);
            onChange();
          }}
          className="control w-44 px-2 py-1 text-xs"
        />
        {latest && (
          <>
            <ButtonLink href={`/s/${viewId}`}>Open</ButtonLink>
            <Button aria-expanded={sharing} onClick={() => setSharing(!sharing)}>
              Links
            </Button>
            <Button onClick={() => run(remove())}>Delete</Button>
          </>
        )}
        {state === "gone" && (
          <>
            <Button onClick={() => run(bring())}>Restore</Button>
            <Button aria-expanded={sharing} onClick={() => setSharing(!sharing)}>
              Links
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                forgetEditKey(viewId);
                onChange();
              }}
            >
              Forget its key
            </Button>
          </>
        )}
      </div>
      {said && (
        <p role="status" className="mt-2 text-muted">
          {said}
        </p>
      )}
      {sharing && <LinkList viewId={viewId} />}
      {sharing && state === "there" && <EmbedSettings viewId={viewId} />}
    </li>
  );
}

const WORDS = {
  there: "",
  gone: "Not there: it was deleted or has expired, or its own link was revoked.",
  away: "The server did not answer.",
  coming: "…",
} as const;
