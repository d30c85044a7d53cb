import { DatabaseUnavailable } from "./errors";
import { isOutage } from "./outage";

/** How long in ms nothing may come of the database, while somebody waits, before it is asked whether it is there. */
const QUIET_MS = 500;
/** How often that is looked at, in ms. */
const LOOK_MS = 100;
/** The pause in ms between two probes of a database that is away. */
export const PAUSE_MS = 250;

interface Waiter {
  readonly since: number;
  patient(): boolean;
  refuse(reason: DatabaseUnavailable): void;
}

/**
 * Keeps callers from waiting for a database that is away. Only a probe decides that: a connection of its own that asks
 * for nothing. A statement that fails or takes long – behind a locked row, a full pool, a slow disk – says nothing of
 * the kind, and is merely a reason to probe. Once a probe has failed and nothing has been answered since it began, who
 * waits is refused, and so is everybody else at once, until one of the probes that follow each other succeeds.
 */
export class CircuitBreaker {
  /** Since when the database is away, ms. */
  private away: number | undefined;
  private probing = false;
  private ended = false;
  /** When something was last answered, ms, and how often it was. */
  private heardAt = 0;
  private answers = 0;
  private readonly waiting = new Set<Waiter>();
  private watch: NodeJS.Timeout | undefined;

  /**
   * @param probe fails when the database is away
   * @param back called when it is there again
   */
  constructor(
    private readonly probe: () => Promise<void>,
    private readonly back: () => void,
  ) {}

  /** Whether the database is known to be away. */
  get isOpen(): boolean {
    return this.away !== undefined;
  }

  /**
   * Does work that asks the database, or refuses it at once.
   * @param patient whether this caller goes on waiting where the database turns out to be away meanwhile: one whose
   * commit is out would rather have its answer
   * @throws DatabaseUnavailable while the database is away; what the work throws
   */
  async through<T>(work: () => Promise<T>, patient = () => false): Promise<T> {
    if (this.isOpen) throw refusal();
    let waiter: Waiter | undefined;
    const refused = new Promise<never>((_, refuse) => {
      waiter = { since: Date.now(), patient, refuse };
      this.waiting.add(waiter);
    });
    this.watch ??= setInterval(() => this.look(), LOOK_MS).unref();
    try {
      const done = await Promise.race([work(), refused]);
      this.heard();
      return done;
    } catch (error) {
      if (isOutage(error)) this.suspect();
      throw error;
    } finally {
      if (waiter) this.waiting.delete(waiter);
      if (this.waiting.size === 0) this.rest();
    }
  }

  /** Asks nothing any more. */
  end(): void {
    this.ended = true;
    this.rest();
  }

  private heard(): void {
    this.heardAt = Date.now();
    this.answers++;
  }

  private rest(): void {
    clearInterval(this.watch);
    this.watch = undefined;
  }

  /** Who waits longest is the first of all who wait. */
  private look(): void {
    const [first] = this.waiting;
    if (first && Date.now() - first.since >= QUIET_MS) this.suspect();
  }

  private async suspect(): Promise<void> {
    if (this.probing || this.isOpen || this.ended || Date.now() - this.heardAt < QUIET_MS) return;
    this.probing = true;
    const { answers } = this;
    try {
      await this.probe();
      this.heard();
    } catch (error) {
      if (this.answers === answers && !this.ended) this.open(error);
    } finally {
      this.probing = false;
    }
  }

  private open(reason: unknown): void {
    this.away = Date.now();
    const why = reason instanceof Error ? reason.message : String(reason);
    console.error(`database: it is away (${why}); everything that needs it is refused until it answers`);
    for (const waiter of this.waiting) if (!waiter.patient()) waiter.refuse(refusal());
    this.askLater();
  }

  private askLater(): void {
    setTimeout(() => this.askAgain(), PAUSE_MS).unref();
  }

  private async askAgain(): Promise<void> {
    if (this.ended) return;
    try {
      await this.probe();
    } catch {
      return this.askLater();
    }
    const seconds = ((Date.now() - (this.away ?? 0)) / 1000).toFixed(1);
    console.error(`database: it answers again, after ${seconds} s`);
    this.away = undefined;
    this.heard();
    this.back();
  }
}

const refusal = () => new DatabaseUnavailable("it is known to be away");
