import type { Metadata } from "next";
import { connection } from "next/server";
import { Mark } from "@/components/ui/mark";

export const metadata: Metadata = { title: "Not found" };

/** The one answer to a link that never existed, has expired or was deleted. */
export default async function NotFound() {
  await connection();
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="max-w-md">
        <Mark />
        <h1 className="mt-4 font-semibold text-xl">There is nothing at this address</h1>
        <p className="mt-2 text-base text-muted">
          The link may be mistyped, may have expired, or what it led to was deleted. Ask whoever sent it for a
          new one.
        </p>
        <p className="mt-4">
          <a href="/" className="touch inline-flex items-center text-accent text-base underline">
            Open the planner
          </a>
        </p>
      </div>
    </main>
  );
}
