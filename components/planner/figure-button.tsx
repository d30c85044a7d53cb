"use client";

import type { ReactNode } from "react";
import { usePlanner } from "./planner-context";

type Props = {
  option: number;
  /** Where the engine explains it. */
  address: string;
  /** What the number is, for those who hear it. */
  label: string;
  className?: string;
  /** The number as it is shown. */
  children: ReactNode;
};

/** A number that opens its own explanation. */
export function FigureButton({ option, address, label, className = "", children }: Props) {
  const { state, dispatch } = usePlanner();
  const open = state.explained?.option === option && state.explained.trail[0] === address;
  // A saved plan is explained by today's engine, once it is there.
  if (state.frozen && !state.engine) {
    return <span className={className}>{children}</span>;
  }
  return (
    <button
      type="button"
      aria-expanded={open}
      className={`figure ${className}`}
      onClick={() => dispatch({ type: "explain", option, quantity: address })}
    >
      {children}
      <span className="sr-only">, explain {label}</span>
    </button>
  );
}
