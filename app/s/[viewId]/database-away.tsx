import { ButtonLink } from "@/components/ui/button";
import { Mark } from "@/components/ui/mark";
import { RETRY_AFTER_S } from "@/lib/db/client";
import { sayUnavailable } from "@/lib/http/door/answer-being-given.mjs";

/** Shown instead of a saved plan while the database does not answer, with the status that says so. */
export function DatabaseAway() {
  sayUnavailable(RETRY_AFTER_S);
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="max-w-md">
        <Mark />
        <h1 className="mt-4 font-semibold text-xl">Saved plans cannot be read at the moment</h1>
        <p className="mt-2 text-base text-muted">
          The database does not answer. The plan behind this link is not lost: open the link again in a
          moment.
        </p>
        <div className="mt-4 flex gap-2">
          <ButtonLink href="" look="primary">
            Try again
          </ButtonLink>
          <ButtonLink href="/" look="quiet">
            Open the planner
          </ButtonLink>
        </div>
      </div>
    </main>
  );
}
