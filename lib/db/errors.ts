const KINDS = Symbol.for("inference-planner.database-failure-kinds");

/**
 * What the database may fail with. `instanceof` goes by the kinds that an error carries: a bundler gives what opens
 * the database at the start and what answers requests a copy of this module each, and errors pass between them.
 */
class DatabaseFailure extends Error {
  static readonly kind: string = "DatabaseFailure";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.kind;
    const kinds: string[] = [];
    for (let made: typeof DatabaseFailure = new.target; made.kind; made = Object.getPrototypeOf(made)) {
      kinds.push(made.kind);
    }
    Object.defineProperty(this, KINDS, { value: kinds });
  }

  static override [Symbol.hasInstance](error: unknown): boolean {
    const kinds = (error as { [KINDS]?: string[] } | null | undefined)?.[KINDS];
    // biome-ignore lint/complexity/noThisInStatic: each class asks for its own kind.
    return kinds?.includes(this.kind) ?? false;
  }
}

/**
 * The database did not answer in time or cannot be reached. Nothing was saved, and nothing will be: a
 * transaction that was under way ends without a commit. Worth a retry.
 */
export class DatabaseUnavailable extends DatabaseFailure {
  static override readonly kind: string = "DatabaseUnavailable";

  constructor(cause: unknown, message = "The database cannot be reached at the moment.") {
    super(message, { cause });
  }
}

/** The answer to a commit did not come: the plan may have been saved, or not. */
export class OutcomeUnknown extends DatabaseUnavailable {
  static override readonly kind = "OutcomeUnknown";

  constructor(cause: unknown) {
    super(cause, "It is not known whether it was saved: the database did not answer.");
  }
}

/** Too little room on the disk to save. What is saved can still be read; saving goes on once there is room. */
export class DiskFull extends DatabaseUnavailable {
  static override readonly kind = "DiskFull";

  constructor(folder: string, freeBytes: number, neededBytes: number) {
    const [free, needed] = [freeBytes, neededBytes].map((bytes) => Math.floor(bytes / 1e6));
    const message = `The disk that holds ${folder} is full: ${free} MB are free, ${needed} are needed.`;
    super(message, message);
  }
}

/** The embedded database ended by itself or was ended; it opens anew with the next call. */
export class DatabaseLost extends DatabaseFailure {
  static override readonly kind = "DatabaseLost";

  constructor(reason: string) {
    super(`The embedded database ended: ${reason}`);
  }
}

/** The migrations and the database do not fit together; only a person can decide what to do. */
export class MigrationError extends DatabaseFailure {
  static override readonly kind = "MigrationError";
}

/** A text that PostgreSQL cannot hold as it is (a NUL character or half a surrogate pair). */
export class UnstorableText extends DatabaseFailure {
  static override readonly kind = "UnstorableText";

  constructor(readonly field: string) {
    super(`${field}: holds a character that cannot be stored (NUL or half of a surrogate pair).`);
  }
}

/** There is no such plan for whoever asks: none of that id, not any more, or not with that key. */
export class NoSuchPlan extends DatabaseFailure {
  static override readonly kind = "NoSuchPlan";

  constructor() {
    super("There is no such plan");
  }
}

/** The plan has a newer version than the one that a change was made from. */
export class VersionConflict extends DatabaseFailure {
  static override readonly kind = "VersionConflict";

  constructor(readonly latestVersion: number) {
    super(`The plan has version ${latestVersion} by now.`);
  }
}

/** An Idempotency-Key that came before, with another plan. */
export class IdempotencyMismatch extends DatabaseFailure {
  static override readonly kind = "IdempotencyMismatch";
}

/** More of something than a plan may have. */
export class TooMany extends DatabaseFailure {
  static override readonly kind = "TooMany";
}
