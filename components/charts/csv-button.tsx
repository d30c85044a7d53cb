"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Table } from "@/lib/view/table";
import { chooseCsvProfile, csvProfile, csvProfiles, readProfile, watchCsvProfile } from "./csv-profile";
import { saveTable } from "./save-table";

type Props = {
  /** The table of the file, made when it is asked for. */
  table: () => Table;
  label?: string;
};

/** Saves a table as a CSV file; the arrow beside it chooses the program that the file is for. */
export function CsvButton({ table, label = "CSV" }: Props) {
  const profile = useSyncExternalStore(watchCsvProfile, csvProfile, () => "standard" as const);
  return (
    <span className="inline-flex">
      <Button
        className="rounded-r-none"
        title="What is on screen, unrounded, as a CSV file"
        onClick={() => saveTable(table(), profile)}
      >
        <Icon name="download" className="-ml-1" />
        {label}
        {profile !== "standard" && " for Excel"}
      </Button>
      <span className="screen-only touch relative -ml-px inline-flex h-8 w-7 items-center justify-center rounded-r-md border border-line-strong bg-surface text-muted hover:border-text hover:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2">
        <Icon name="down" />
        <select
          aria-label="Program that CSV files are for"
          title="Program that CSV files are for"
          value={profile}
          onChange={(event) => chooseCsvProfile(readProfile(event.currentTarget.value))}
          className="absolute inset-0 w-full cursor-pointer appearance-none opacity-0"
        >
          {csvProfiles.map((choice) => (
            <option key={choice.value} value={choice.value} className="bg-surface text-text">
              {choice.label}
            </option>
          ))}
        </select>
      </span>
    </span>
  );
}
