"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { cleanName } from "@/lib/scenario/name";
import type { Scenario } from "@/lib/scenario/schema";
import { keepEditKey } from "./edit-keys";
import { queryClient, ServerRefusal, savePlan } from "./server-calls";

/** Saves the plan on the server and shows the link to send. */
export default function SaveDialog({ scenario, onClose }: { scenario: Scenario; onClose: () => void }) {
  const [name, setName] = useState(scenario.name ?? "");
  const [copied, setCopied] = useState(false);
  const own = scenario.measurements?.length ?? 0;
  const [publish, setPublish] = useState(false);
  const save = useMutation(
    {
      mutationFn: () => {
        const { measurements, ...rest } = scenario;
        const sent = publish && measurements ? { ...rest, measurements } : rest;
        return savePlan({ ...sent, name: name.trim() || undefined });
      },
      onSuccess: (saved) => keepEditKey(saved.viewId, saved.editKey),
    },
    queryClient,
  );
  const link = save.data && new URL(save.data.url, location.origin).href;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-black/40" />
        <Dialog.Popup className="fixed top-[20vh] left-1/2 z-50 w-[min(30rem,calc(100vw-1.5rem))] -translate-x-1/2 rounded-lg border border-line bg-surface p-5 shadow-[0_16px_48px_var(--shadow)]">
          <Dialog.Title className="font-semibold text-base">{link ? "Saved" : "Save and share"}</Dialog.Title>
          <Dialog.Description className="mt-1 text-muted">
            {link
              ? "Whoever has this link sees these numbers as they are now. It is kept for one year."
              : "The numbers are kept as they are now, with the versions that computed them. Only people with the link can see them."}
          </Dialog.Description>
          {link ? (
            <div className="mt-4">
              <div className="flex gap-2">
                <input
                  aria-label="Link to this plan"
                  readOnly
                  value={link}
                  onFocus={(event) => event.currentTarget.select()}
                  className="control min-w-0 grow px-2 py-1"
                />
                <Button look="primary" onClick={async () => setCopied(await copyText(link))}>
                  <Icon name={copied ? "check" : "copy"} />
                  {copied ? "Copied" : "Copy"}
                </Button>
              </div>
              <div className="mt-4 flex justify-end gap-2">
                <a
                  href={link}
                  className="touch inline-flex h-8 items-center rounded-md px-3 font-medium text-accent hover:bg-accent-soft"
                >
                  Open it
                </a>
                <Button onClick={onClose}>Done</Button>
              </div>
            </div>
          ) : (
            <form
              className="mt-4"
              onSubmit={(event) => {
                event.preventDefault();
                save.mutate();
              }}
            >
              <label htmlFor="save-name" className="mb-0.5 block text-muted text-xs">
                Name
              </label>
              <input
                id="save-name"
                maxLength={120}
                value={name}
                placeholder="Untitled plan"
                onChange={(event) => setName(cleanName(event.currentTarget.value))}
                className="control w-full px-2 py-1"
              />
              {own > 0 && (
                <label className="mt-3 flex items-start gap-2 text-sm">
                  <input
                    type="checkbox"
                    checked={publish}
                    onChange={(event) => setPublish(event.currentTarget.checked)}
                    className="mt-0.5 size-4"
                  />
                  <span>
                    Save my {own === 1 ? "measurement" : `${own} measurements`} with it: whoever has the link
                    sees them. Without, the saved numbers are the uncorrected prediction.
                  </span>
                </label>
              )}
              {save.error && <SaveError error={save.error} />}
              <div className="mt-4 flex justify-end gap-2">
                <Button onClick={onClose}>Cancel</Button>
                <Button look="primary" type="submit" disabled={save.isPending}>
                  {save.isPending ? "Saving…" : save.error ? "Try again" : "Save"}
                </Button>
              </div>
            </form>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function SaveError({ error }: { error: Error }) {
  const fields = error instanceof ServerRefusal ? error.errors : [];
  return (
    <div role="alert" className="mt-3 rounded-md bg-bad-soft p-3 text-bad">
      <p>Not saved. {error.message}</p>
      {fields.map(({ path, message }) => (
        <p key={`${path} ${message}`}>
          {path}: {message}
        </p>
      ))}
    </div>
  );
}
