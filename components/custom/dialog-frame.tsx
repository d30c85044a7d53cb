"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

type Props = {
  title: string;
  description: string;
  /** For tables and charts rather than a form. */
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog over the page; Escape and a click beside it close it. */
export function DialogFrame({ title, description, wide = false, onClose, children }: Props) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-black/40" />
        <Dialog.Popup
          className={`fixed top-[8vh] left-1/2 z-50 max-h-[84vh] -translate-x-1/2 overflow-y-auto rounded-lg border border-line bg-surface p-5 shadow-[0_16px_48px_var(--shadow)] ${wide ? "w-[min(64rem,calc(100vw-1.5rem))]" : "w-[min(36rem,calc(100vw-1.5rem))]"}`}
        >
          <Dialog.Title className="font-semibold text-base">{title}</Dialog.Title>
          <Dialog.Description className="mt-1 text-muted">{description}</Dialog.Description>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The row of buttons, in sight however long the dialog is. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-5 -mx-5 mt-5 -mb-5 flex justify-end gap-2 border-line border-t bg-surface px-5 py-3">
      {children}
    </div>
  );
}
