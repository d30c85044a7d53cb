"use client";

import { useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { fields } from "@/lib/scenario/fields";
import { offerOf, pricedBy } from "@/lib/scenario/offer";
import { numberText, readTyped } from "@/lib/scenario/read-field";
import type { Option } from "@/lib/scenario/schema";
import { today } from "@/lib/view/catalog/age";

type Props = { option: Option; index: number; name: string };

const PRICE = fields["options.pricePerHour"];

/** A price of the person's own with where it comes from, kept with the plan wherever it goes. */
export function OwnPrice({ option, index, name }: Props) {
  const { dispatch } = usePlanner();
  const offer = offerOf(option);
  const [price, setPrice] = useState(
    option.pricePerHour === undefined ? "" : numberText(PRICE, option.pricePerHour),
  );
  const [note, setNote] = useState(offer?.term === STATED ? offer.provider : "");
  const [message, setMessage] = useState<string>();
  const take = () => {
    const reading = readTyped(PRICE, price);
    if (!reading.ok) return setMessage(`Price: ${reading.message}`);
    if (note.trim() === "") return setMessage("Note: say where the price comes from");
    setMessage(undefined);
    const stated = { pricePerHour: reading.value, provider: note.trim(), term: STATED, asOf: today() };
    dispatch({ type: "patch-option", option: index, patch: pricedBy(stated) });
  };
  const id = `own-price-${index}`;
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label htmlFor={id} className="text-muted text-xs">
        Your own price
      </label>
      <input
        id={id}
        value={price}
        placeholder="$2.49/h"
        aria-label={`Your own price per accelerator-hour of ${name}`}
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? `${id}-error` : undefined}
        onChange={(event) => setPrice(event.currentTarget.value)}
        className="control w-28 px-2 py-1"
      />
      <input
        value={note}
        maxLength={80}
        placeholder="From our contract, say"
        aria-label={`Where your price of ${name} comes from`}
        onChange={(event) => setNote(event.currentTarget.value)}
        className="control min-w-0 grow px-2 py-1"
      />
      <Button type="submit">Use it</Button>
      {message && <FieldError id={`${id}-error`} message={message} />}
    </form>
  );
}

/** The term of a price that a person states. */
const STATED = "stated";
