"use client";

import { useQueries } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { queryClient, ServerRefusal } from "@/components/planner/server-calls";
import { ButtonLink } from "@/components/ui/button";
import { keptPlans } from "./edit-keys";
import { KeyFile } from "./key-file";
import { LibraryRow, type ListedPlan } from "./library-row";
import { fetchVersions } from "./plan-calls";
import { tagsOf } from "./tags";

/** The plans of this browser: searched, opened, compared, shared and deleted. */
export function Library() {
  const [ids, setIds] = useState<string[] | null>(null);
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [_, redraw] = useState(0);
  const look = () => {
    setIds(keptPlans());
    redraw((count) => count + 1);
  };
  useEffect(look, []);
  const answers = useQueries(
    {
      queries: (ids ?? []).map((viewId) => ({
        queryKey: ["versions", viewId],
        queryFn: () => fetchVersions(viewId),
        staleTime: 0,
      })),
    },
    queryClient,
  );
  if (!ids) return null;
  const plans = ids
    .map((viewId, index) => listed(viewId, answers[index]))
    .filter((plan) => holds(plan, search))
    .toSorted((a, b) => (b.versions[0]?.createdAt ?? "").localeCompare(a.versions[0]?.createdAt ?? ""));
  const [first, second] = chosen;
  const choose = (viewId: string) =>
    setChosen(chosen.includes(viewId) ? chosen.filter((id) => id !== viewId) : [...chosen, viewId].slice(-2));
  return (
    <div className="mt-4 grid gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <label className="block min-w-0 grow md:max-w-96">
          <span className="mb-0.5 block text-muted text-xs">Search names and tags</span>
          <input
            type="search"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            className="control w-full px-2 py-1"
          />
        </label>
        {first && second ? (
          <ButtonLink href={`/library/compare?a=${first}&b=${second}`} look="primary">
            Compare the two
          </ButtonLink>
        ) : (
          ids.length > 1 && <span className="py-1.5 text-muted">Tick two plans to compare them.</span>
        )}
      </div>
      {ids.length === 0 ? (
        <p className="rounded-lg border border-line bg-surface p-4">
          Nothing is saved from this browser yet.{" "}
          <a href="/" className="text-accent underline">
            Plan something
          </a>{" "}
          and save it, or take the keys of another browser from a file.
        </p>
      ) : (
        <ul className="grid gap-2">
          {plans.map((plan) => (
            <LibraryRow
              key={plan.viewId}
              plan={plan}
              chosen={chosen.includes(plan.viewId)}
              onChoose={() => choose(plan.viewId)}
              onChange={() => {
                queryClient.invalidateQueries({ queryKey: ["versions", plan.viewId] });
                look();
              }}
            />
          ))}
          {plans.length === 0 && <li className="text-muted">No plan has that in its name or tags.</li>}
        </ul>
      )}
      <KeyFile onTaken={look} />
    </div>
  );
}

type Answer = { data?: Awaited<ReturnType<typeof fetchVersions>> | undefined; error: Error | null };

/** An answer of before is kept beside a later refusal, so that the refusal is asked first. */
function listed(viewId: string, answer: Answer | undefined): ListedPlan {
  const gone = answer?.error instanceof ServerRefusal && answer.error.status === 404;
  const versions = gone ? [] : (answer?.data?.versions ?? []);
  const state = gone ? "gone" : answer?.data ? "there" : answer?.error ? "away" : "coming";
  return { viewId, versions, state };
}

function holds({ viewId, versions }: ListedPlan, search: string): boolean {
  const text = [versions[0]?.name ?? "", ...tagsOf(viewId)].join(" ").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
