/** The database did not answer in time or cannot be reached; nothing was acknowledged. Worth a retry. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";

  constructor(cause: unknown) {
    super("The database cannot be reached at the moment.", { cause });
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
