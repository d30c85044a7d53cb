"use client";

import { Quantity } from "@/components/ui/quantity";
import { usePlanner } from "./planner-context";

type Props = {
  option: number;
  quantity: string;
  value: number;
  unit: string;
  label: string;
  hideUnit?: boolean;
  className?: string;
};

/** A number that opens its own explanation. */
export function FigureButton({ option, quantity, value, unit, label, hideUnit, className = "" }: Props) {
  const { state, dispatch } = usePlanner();
  const open = state.explained?.option === option && state.explained.trail[0] === quantity;
  // A saved plan is explained by today's engine, once it is there.
  if (state.frozen && !state.engine) {
    return (
      <span className={className}>
        <Quantity value={value} unit={unit} hideUnit={hideUnit} />
      </span>
    );
  }
  return (
    <button
      type="button"
      aria-expanded={open}
      className={`figure ${className}`}
      onClick={() => dispatch({ type: "explain", option, quantity })}
    >
      <Quantity value={value} unit={unit} hideUnit={hideUnit} />
      <span className="sr-only">, explain {label}</span>
    </button>
  );
}
