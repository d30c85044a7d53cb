"use client";

import { useEffect, useState } from "react";
import { fetchCandidates } from "@/components/planner/server-calls";
import type { CandidateRecords } from "@/lib/view/candidates";

/** The accelerators and offers of a part of the world; null until they have come. */
export function useCandidates(area: string): { records: CandidateRecords | null; error: string | null } {
  const [answer, setAnswer] = useState<{
    area: string;
    records: CandidateRecords | null;
    error: string | null;
  }>({
    area,
    records: null,
    error: null,
  });
  useEffect(() => {
    let gone = false;
    fetchCandidates(area)
      .then((records) => !gone && setAnswer({ area, records, error: null }))
      .catch((error: Error) => !gone && setAnswer({ area, records: null, error: error.message }));
    return () => {
      gone = true;
    };
  }, [area]);
  return answer.area === area ? answer : { records: null, error: null };
}
