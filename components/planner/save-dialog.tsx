"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type BeingChanged, beingChanged, rememberChanged } from "@/components/saved/being-changed";
import { editKeyOf, keepEditKey, newEditKey } from "@/components/saved/edit-keys";
import { fetchVersions, keepFor, saveNew, saveVersion } from "@/components/saved/plan-calls";
import { SavedLink } from "@/components/saved/saved-link";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { MAX_NOTE } from "@/lib/scenario/limits";
import { hasOwnEvidence, withoutMeasurements } from "@/lib/scenario/measured";
import { cleanName } from "@/lib/scenario/name";
import type { Scenario } from "@/lib/scenario/schema";
import { dayText } from "@/lib/units";
import { usePlanner } from "./planner-context";
import { queryClient, ServerRefusal } from "./server-calls";

/** Saves the plan on the server, as a new one or as the next version of the one it was made from. */
export default function SaveDialog({ scenario, onClose }: { scenario: Scenario; onClose: () => void }) {
  const [name, setName] = useState(scenario.name ?? "");
  const [note, setNote] = useState(scenario.note ?? "");
  const [changed] = useState(() => changeable());
  const [asVersion, setAsVersion] = useState(changed !== null);
  const own = hasOwnEvidence(scenario);
  const [withOwn, setWithOwn] = useState(false);
  const [days, setDays] = useState(YEAR);
  const { dispatch } = usePlanner();
  // The same for every try, so that a save whose answer was lost makes no second plan.
  const [keys] = useState(() => ({ edit: newEditKey(), attempt: newEditKey() }));
  const save = useMutation(
    {
      mutationFn: async (over: "latest" | "seen") => {
        const plan = {
          ...(withOwn ? scenario : withoutMeasurements(scenario)),
          name: name.trim() || undefined,
          note: note.trim() || undefined,
        };
        if (!asVersion || !changed) {
          const saved = await saveNew(plan, keys.edit, keys.attempt);
          keepEditKey(saved.viewId, saved.editKey ?? keys.edit);
          return { ...saved, kept: await keptFor(saved.viewId, days) };
        }
        const { viewId, version } = changed;
        const latest = over === "latest" ? (await fetchVersions(viewId)).versions[0]?.version : undefined;
        return { ...(await saveVersion(viewId, latest ?? version, plan)), kept: "as long as before" };
      },
      onSuccess: ({ viewId, version }) => {
        rememberChanged({ viewId, version, name });
        // The plan on the page is the one that was saved.
        if (name.trim() !== (scenario.name ?? ""))
          dispatch({ type: "set", path: "name", value: name.trim() || undefined, at: Date.now() });
      },
    },
    queryClient,
  );
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-black/40" />
        <Dialog.Popup className="fixed top-[20vh] left-1/2 z-50 w-[min(30rem,calc(100vw-1.5rem))] -translate-x-1/2 rounded-lg border border-line bg-surface p-5 shadow-[0_16px_48px_var(--shadow)]">
          <Dialog.Title className="font-semibold text-base">
            {save.data ? "Saved" : "Save and share"}
          </Dialog.Title>
          <Dialog.Description className="mt-1 text-muted">
            {save.data
              ? `Version ${save.data.version}. Whoever has this link sees these numbers as they are now. It is kept ${save.data.kept}.`
              : "The numbers are kept as they are now, with the versions that computed them. Only people with the link can see them."}
          </Dialog.Description>
          {save.data ? (
            <SavedLink saved={save.data} onDone={onClose} />
          ) : (
            <form
              className="mt-4"
              onSubmit={(event) => {
                event.preventDefault();
                save.mutate("seen");
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
              <label htmlFor="save-note" className="mt-3 mb-0.5 block text-muted text-xs">
                Note to whoever opens it
              </label>
              <textarea
                id="save-note"
                rows={2}
                maxLength={MAX_NOTE}
                value={note}
                placeholder="None"
                onChange={(event) => setNote(cleanName(event.currentTarget.value.replace(/\s*\n\s*/g, " ")))}
                className="control w-full px-2 py-1"
              />
              {own && (
                <label className="mt-3 flex items-start gap-2 text-sm">
                  <input
                    type="checkbox"
                    checked={withOwn}
                    onChange={(event) => setWithOwn(event.currentTarget.checked)}
                    className="mt-0.5 size-4 accent-[var(--accent)]"
                  />
                  <span>
                    Save with what I measured: everyone with the link sees it. Without, the saved numbers are
                    the prediction alone.
                  </span>
                </label>
              )}
              {!asVersion && <Keep days={days} onChange={setDays} />}
              {changed && <Target changed={changed} asVersion={asVersion} onChange={setAsVersion} />}
              {save.error && (
                <SaveError
                  error={save.error}
                  viewId={changed?.viewId}
                  onSaveOver={() => save.mutate("latest")}
                />
              )}
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

const YEAR = 365;
const TIMES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: String(YEAR), label: "One year" },
  { value: "1095", label: "Three years" },
  { value: "3650", label: "Ten years" },
];

/** For how long a new plan is kept. */
function Keep({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  return (
    <div className="mt-3">
      <label htmlFor="save-days" className="mb-0.5 block text-muted text-xs">
        Keep it for
      </label>
      <SelectField
        id="save-days"
        label="Keep it for"
        value={String(days)}
        choices={TIMES}
        onChange={(value) => onChange(Number(value))}
      />
    </div>
  );
}

/** Says for how long the plan is kept, and in words what came of it: it is saved in any case. */
async function keptFor(viewId: string, days: number): Promise<string> {
  if (days === YEAR) return "for one year";
  try {
    return `until ${dayText((await keepFor(viewId, days)).expiresAt.slice(0, 10))}`;
  } catch {
    return "for one year: another time could not be set now";
  }
}

/** The saved plan that this one was made from, where this browser may change it. */
function changeable(): BeingChanged | null {
  const changed = beingChanged();
  return changed && editKeyOf(changed.viewId) ? changed : null;
}

type TargetProps = { changed: BeingChanged; asVersion: boolean; onChange: (asVersion: boolean) => void };

/** Whether a save is the next version of the plan it was made from, or a plan of its own. */
function Target({ changed, asVersion, onChange }: TargetProps) {
  const choices = [
    { value: true, label: `Next version of ${changed.name || "the untitled plan"}, under the same link` },
    { value: false, label: "A new plan with a link of its own" },
  ];
  return (
    <fieldset className="mt-3">
      <legend className="text-muted text-xs">Save as</legend>
      {choices.map(({ value, label }) => (
        <label key={label} className="touch flex items-center gap-2 py-1">
          <input type="radio" name="save-as" checked={asVersion === value} onChange={() => onChange(value)} />
          <span className="wrap-anywhere">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

type ErrorProps = { error: Error; viewId: string | undefined; onSaveOver: () => void };

/** Why nothing was saved; where another has saved meanwhile, whose plan is to stay. */
function SaveError({ error, viewId, onSaveOver }: ErrorProps) {
  const { errors: fields, status } = error instanceof ServerRefusal ? error : { errors: [], status: 0 };
  return (
    <div role="alert" className="mt-3 rounded-md bg-bad-soft p-3 text-bad">
      <p>Not saved. {error.message}</p>
      {fields.map(({ path, message }) => (
        <p key={`${path} ${message}`}>
          {path}: {message}
        </p>
      ))}
      {status === 412 && viewId && (
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <a href={`/s/${viewId}`} target="_blank" rel="noreferrer" className="underline underline-offset-2">
            See the version that is there
          </a>
          <Button onClick={onSaveOver}>Save mine as the version after it</Button>
        </p>
      )}
      {status === 404 && viewId && <p>The plan is gone, or the key is not its own: save a new plan.</p>}
    </div>
  );
}
