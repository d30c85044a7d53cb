"use client";

import { useEffect, useRef, useState } from "react";
import { exploreWith, type Findings, judgeFronts, type Progress } from "@/lib/engine/explore";
import { type Asked, Crew } from "./hands";

/** How a search stands: what was found so far, whether it goes on, and, once it has ended, whether points of its fronts are still simulated. */
export type Search = { progress: Progress | null; running: boolean; judging: boolean; error: string | null };

const IDLE: Search = { progress: null, running: false, judging: false, error: null };
/** A table that is drawn more often than this (ms) cannot be read. */
const REDRAW = 120;
/** Fronts are charts, which take longer to draw (ms). */
const REDRAW_FRONTS = 600;

/** Searches whenever `asked` is another question, in threads of its own; `cancel` keeps what was found. */
export function useSearch(asked: Asked | null): Search & { cancel: () => void } {
  const [search, setSearch] = useState(IDLE);
  const crew = useRef<Crew | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    crew.current = new Crew();
    return () => crew.current?.end();
  }, []);
  useEffect(() => {
    if (!asked || !crew.current) return;
    const controller = new AbortController();
    stop.current = controller;
    let drawn = 0;
    let last: Progress | null = null;
    setSearch({ ...IDLE, running: true });
    const current = () => stop.current === controller;
    const draw = (progress: Progress, judging: boolean) => {
      last = progress;
      const now = performance.now();
      const first = drawn === 0 && progress.found.best.length > 0;
      if (!current() || (!first && now - drawn < (judging ? REDRAW_FRONTS : REDRAW))) return;
      drawn = now;
      setSearch({ ...IDLE, progress, running: !judging, judging });
    };
    const hands = crew.current.hands(asked);
    const { signal } = controller;
    exploreWith(hands, asked, (progress) => draw(progress, false), signal)
      .then((found) => {
        if (current()) setSearch({ ...IDLE, progress: last, judging: true });
        const report = (now: Findings) => last && draw({ ...last, found: now }, true);
        return judgeFronts(hands, asked.scenario, found, report, signal);
      })
      .then(() => current() && setSearch({ ...IDLE, progress: last }))
      .catch((error: Error) => current() && setSearch({ ...IDLE, error: error.message }));
    return () => controller.abort();
  }, [asked]);
  return { ...search, cancel: () => stop.current?.abort() };
}
