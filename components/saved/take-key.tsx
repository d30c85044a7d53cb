"use client";

import { useEffect, useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Mark } from "@/components/ui/mark";
import { keepEditKey } from "./edit-keys";
import { afterLooking, keyIn, type Taking } from "./key-in-address";

/**
 * Keeps the key in the address's fragment and takes it out of the address, so that it is in no history and no picture of
 * the screen. Whether it is the right one shows when it is used.
 */
export function TakeKey({ viewId }: { viewId: string }) {
  const [state, setState] = useState<Taking>("looking");
  useEffect(() => {
    const take = () => {
      const key = keyIn(location.hash);
      history.replaceState(null, "", location.pathname);
      const kept = key === null ? null : keepEditKey(viewId, key);
      setState((before) => afterLooking(before, kept));
    };
    take();
    // A link that is pasted while this page is open changes the fragment alone.
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, [viewId]);
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="w-full max-w-md">
        <Mark />
        <h1 className="mt-4 font-semibold text-xl">{TITLES[state]}</h1>
        <p className="mt-2 min-h-12 text-base text-muted max-md:min-h-18">{WORDS[state]}</p>
        <div className="mt-4 flex gap-2">
          <ButtonLink href={`/s/${viewId}`} look="primary">
            Open the plan
          </ButtonLink>
          <ButtonLink href="/library" look="quiet">
            Library
          </ButtonLink>
        </div>
      </div>
    </main>
  );
}

const TITLES = {
  looking: "Taking the key …",
  kept: "This browser may change the plan now",
  none: "There is no key in this address",
  closed: "This browser keeps no keys",
} as const;

const WORDS = {
  looking: "It stays in this browser.",
  kept: "The key is kept here and was taken out of the address. The plan is in the library of this browser.",
  none: "A link for changing a plan ends with “#k=” and the key. If you opened it before, the key is kept already.",
  closed: "Its storage is closed or full, as in a private window. Open the link in another browser.",
} as const;
