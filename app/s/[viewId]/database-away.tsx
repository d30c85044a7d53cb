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
          This server does not reach its database. Nothing is lost: the link opens as before once it does.
        </p>
        <p className="mt-2 text-base text-muted">
          Try again in a few seconds; if it stays so, tell whoever runs this server. New plans can be made
          meanwhile, and saved later.
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
