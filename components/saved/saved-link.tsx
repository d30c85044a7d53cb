"use client";

import { lazy, Suspense, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { editKeyOf } from "./edit-keys";
import type { SavedPlan } from "./plan-calls";

// With the few who ask for it alone.
const QrCode = lazy(() => import("./qr-code"));

/** The link of a plan that was just saved, to be sent; and the one that lets others change it. */
export function SavedLink({ saved, onDone }: { saved: SavedPlan; onDone: () => void }) {
  const [showsEdit, setShowsEdit] = useState(false);
  const key = editKeyOf(saved.viewId) ?? saved.editKey;
  const link = new URL(saved.url, location.origin).href;
  return (
    <div className="mt-4">
      <CopyField label="Link to this plan" value={link} look="primary" qr />
      {key && !showsEdit && (
        <button
          type="button"
          className="touch mt-2 text-muted text-xs underline underline-offset-2"
          onClick={() => setShowsEdit(true)}
        >
          Show the link for those who may change it
        </button>
      )}
      {key && showsEdit && (
        <div className="mt-3">
          <p className="mb-1 text-muted text-xs">
            Whoever has this link may change and delete the plan. It is for another browser of yours, or for
            people you trust.
          </p>
          <CopyField
            label="Link for changing this plan"
            value={`${location.origin}/edit/${saved.viewId}#k=${key}`}
          />
        </div>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <ButtonLink href={link} look="quiet">
          Open it
        </ButtonLink>
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  );
}

type FieldProps = { label: string; value: string; look?: "primary"; qr?: true };

/** A text to be copied, with the button that does it; an address may be shown as a QR code too. */
export function CopyField({ label, value, look, qr }: FieldProps) {
  const [copied, setCopied] = useState(false);
  const [scanned, setScanned] = useState(false);
  return (
    <div>
      <div className="flex gap-2">
        <input
          aria-label={label}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="control min-w-0 grow px-2 py-1"
        />
        <Button {...(look ? { look } : {})} onClick={async () => setCopied(await copyText(value))}>
          <Icon name={copied ? "check" : "copy"} />
          {copied ? "Copied" : "Copy"}
        </Button>
        {qr && (
          <Button aria-expanded={scanned} onClick={() => setScanned(!scanned)}>
            QR
          </Button>
        )}
      </div>
      {scanned && (
        <Suspense>
          <QrCode value={value} label={`${label} as a QR code`} />
        </Suspense>
      )}
    </div>
  );
}
