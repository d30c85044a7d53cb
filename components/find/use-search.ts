"use client";

import { useEffect, useRef, useState } from "react";
import { exploreWith, type Progress } from "@/lib/engine/explore";
import { type Asked, Crew } from "./hands";

/** How a search stands: what was found so far, and whether it goes on. */
export type Search = { progress: Progress | null; running: boolean; error: string | null };

const IDLE: Search = { progress: null, running: false, error: null };
/** A table that is drawn more often than this (ms) cannot be read. */
const REDRAW = 120;

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
    setSearch({ progress: null, running: true, error: null });
    const current = () => stop.current === controller;
    exploreWith(
      crew.current.hands(asked),
      asked,
      (progress) => {
        last = progress;
        const now = performance.now();
        const first = drawn === 0 && progress.found.best.length > 0;
        if (!current() || (!first && now - drawn < REDRAW)) return;
        drawn = now;
        setSearch({ progress, running: true, error: null });
      },
      controller.signal,
    )
      .then(() => current() && setSearch({ progress: last, running: false, error: null }))
      .catch((error: Error) => current() && setSearch({ ...IDLE, error: error.message }));
    return () => controller.abort();
  }, [asked]);
  return { ...search, cancel: () => stop.current?.abort() };
}
