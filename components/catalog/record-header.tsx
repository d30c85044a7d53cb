import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";

type Props = {
  /** The list that the record stands in. */
  list: { label: string; href: string };
  name: string;
  /** What it is, in a few words. */
  summary: string;
  /** The address that adds this record to the plan; null where something is missing for one. */
  plan: string | null;
  /** What is missing, where the record is incomplete. */
  missing?: string | undefined;
  children?: ReactNode;
};

/** The top of a record's page: its name, the way to a plan with it, and what it lacks. */
export function RecordHeader({ list, name, summary, plan, missing, children }: Props) {
  return (
    <div>
      <nav aria-label="Where this is" className="text-muted text-xs">
        <a href={list.href} className="touch inline-flex items-center hover:text-text hover:underline">
          {list.label}
        </a>
      </nav>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="min-w-0 break-words font-semibold text-xl max-md:w-full">{name}</h1>
        {plan && (
          <ButtonLink href={plan} look="primary">
            Add to plan
          </ButtonLink>
        )}
        {children}
      </div>
      <p className="mt-1 text-base max-md:mt-2 text-muted">{summary}</p>
      {missing && (
        <p className="mt-2 rounded-md bg-warn-soft px-3 py-2 text-warn">
          Missing: {missing}. A plan needs this, so the record is listed but cannot be planned with.
        </p>
      )}
    </div>
  );
}
