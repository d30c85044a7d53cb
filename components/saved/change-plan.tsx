"use client";

import { useEffect, useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { rememberChanged } from "./being-changed";
import { editKeyOf } from "./edit-keys";

type Props = { viewId: string; name: string; latestVersion: number; planAddress: string };

/** The way to a plan's next version, for a browser that holds its key. */
export function ChangePlan({ viewId, name, latestVersion, planAddress }: Props) {
  const [mine, setMine] = useState(false);
  useEffect(() => setMine(editKeyOf(viewId) !== null), [viewId]);
  if (!mine) return null;
  return (
    <ButtonLink href={planAddress} onClick={() => rememberChanged({ viewId, version: latestVersion, name })}>
      Change it
    </ButtonLink>
  );
}
