"use client";

import { useEffect, useState } from "react";
import type { Day } from "@/lib/catalog/schema";
import { call, queryClient } from "./server-calls";

/** The published day of that name, once it has come; undefined without a name, and where the catalog does not answer. */
export function useDay(id: string | undefined): Day | undefined {
  const [days, setDays] = useState<readonly Day[]>([]);
  const wanted = id !== undefined;
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    queryClient
      .fetchQuery({ queryKey: ["days"], queryFn: () => call<{ days: Day[] }>("/api/v1/catalog/days") })
      .then((answer) => !gone && setDays(answer.days))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [wanted]);
  return days.find((day) => day.id === id);
}
