/**
 * The database did not answer in time or cannot be reached. Nothing was saved, and nothing will be: a
 * transaction that was under way ends without a commit. Worth a retry.
 */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";

  constructor(cause: unknown, message = "The database cannot be reached at the moment.") {
    super(message, { cause });
  }
}

/** The answer to a commit did not come: the plan may have been saved, or not. */
export class OutcomeUnknown extends DatabaseUnavailable {
  override name = "OutcomeUnknown";

  constructor(cause: unknown) {
    super(cause, "It is not known whether it was saved: the database did not answer.");
  }
}

/** Too little room on the disk to save. What is saved can still be read; saving goes on once there is room. */
export class DiskFull extends DatabaseUnavailable {
  override name = "DiskFull";

  constructor(folder: string, freeBytes: number, neededBytes: number) {
    const [free, needed] = [freeBytes, neededBytes].map((bytes) => Math.floor(bytes / 1e6));
    super(
      `${free} MB free`,
      `The disk that holds ${folder} is full: ${free} MB are free, ${needed} are needed.`,
    );
  }
}

/** The embedded database ended by itself or was ended; it opens anew with the next call. */
export class DatabaseLost extends Error {
  override name = "DatabaseLost";

  constructor(reason: string) {
    super(`The embedded database ended: ${reason}`);
  }
}

/** The migrations and the database do not fit together; only a person can decide what to do. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/** A text that PostgreSQL cannot hold as it is (a NUL character or half a surrogate pair). */
export class UnstorableText extends Error {
  override name = "UnstorableText";

  constructor(readonly field: string) {
    super(`${field}: holds a character that cannot be stored (NUL or half of a surrogate pair).`);
  }
}
