"use client";

import { lazy, Suspense, useState } from "react";
import { PickerFace, type PickerProps } from "./picker-face";

const loadCombobox = () => import("./record-combobox");
const RecordCombobox = lazy(loadCombobox);

/**
 * Chooses one of many records by searching. Until it is touched it is a plain button; the combobox behind
 * it is loaded when the pointer or the focus comes near, so that the first page stays small.
 */
export function RecordPicker(props: PickerProps) {
  const [wanted, setWanted] = useState(false);
  const face = (
    <button
      type="button"
      aria-haspopup="listbox"
      aria-label={`${props.label}: ${props.chosen?.name ?? props.value}`}
      onPointerEnter={loadCombobox}
      onFocus={loadCombobox}
      onClick={() => setWanted(true)}
      className="control flex w-full items-center gap-2 py-1 pr-1.5 pl-2 text-left"
    >
      <PickerFace {...props} />
    </button>
  );
  if (!wanted) return face;
  return (
    <Suspense fallback={face}>
      <RecordCombobox {...props} />
    </Suspense>
  );
}
