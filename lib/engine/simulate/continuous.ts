import { Endings } from "./endings";
import { type Requests, type Server, type Trace, traceOf } from "./server";
import { decodeTime, laterPromptTime, promptTime } from "./step-times";

/**
 * Runs a scheduler that admits a request whenever there is room (Yu and others 2022, "Orca"), with prompts cut into
 * chunks that ride on decode steps. Steps without prompts between two events (an answer ends, a request comes, the
 * memory is full) are taken as one, since they differ only by contexts that grow by a token each. Of pipeline stages,
 * which run as many steps at a time, a round of all of them is one step here.
 */
export function runContinuous(server: Server, requests: Requests): Trace {
  const run = new Run(server, requests);
  while (run.round());
  return run.trace;
}

class Run {
  readonly trace: Trace;
  private time = 0;
  private steps = 0;
  /** Requests that will come at a known time, that have come, and that have been admitted at least once. */
  private known: number;
  private come = 0;
  private admitted = 0;
  /** Those that lost their place, the next to be admitted last. */
  private readonly returned: number[] = [];
  /** The request whose prompt is under way, how much of it is done, and those whose prompt ends in this step. */
  private current = -1;
  private done = 0;
  private readonly finishing: Int32Array;
  /** Sequences with a place in memory; those that decode, and their tokens of context. */
  private running = 0;
  private decoding = 0;
  private context = 0;
  /** Bytes of cache that are taken. */
  private used = 0;
  private readonly endings: Endings;
  /** Of each request: prompt tokens to process, context, decode steps left; bytes it holds; its place among admissions; its arrival by the clock of its answer; the step it joined. */
  private readonly prompt: Float64Array;
  private readonly size: Float64Array;
  private readonly left: Float64Array;
  private readonly held: Float64Array;
  private readonly order: Float64Array;
  private readonly began: Float64Array;
  private readonly joined: Float64Array;
  private admissions = 0;
  /** Seconds that the prompts of a step need beyond it, to leave the last pipeline stage. */
  private late = 0;

  constructor(
    private readonly server: Server,
    private readonly requests: Requests,
  ) {
    const { arrival, input, steps, cached, closed } = requests;
    const count = arrival.length;
    this.trace = traceOf(requests);
    this.known = closed ? Math.min(count, closed.users) : count;
    const room = Math.min(count, Math.ceil(server.most) + 1);
    this.endings = new Endings(room);
    this.finishing = new Int32Array(room);
    this.held = new Float64Array(count);
    this.order = new Float64Array(count);
    this.began = new Float64Array(count);
    this.joined = new Float64Array(count);
    this.size = Float64Array.from(input);
    const apart = server.scheduling === "apart";
    this.prompt = input.map((tokens) => (apart ? 0 : Math.max(1, tokens * (1 - cached))));
    this.left = Float64Array.from(steps);
  }

  /** One step, or as many as are alike; false when nothing is left to do. */
  round(): boolean {
    this.arrive();
    if (this.running === 0 && this.admitted === this.come && this.returned.length === 0) {
      if (this.come >= this.known) return false;
      this.time = this.requests.arrival[this.come] as number;
      this.arrive();
    }
    let rows = 0;
    let pairs = 0;
    let finished = 0;
    let last = 0;
    const most = this.server.chunk * this.server.stages;
    while ((rows < most || this.server.scheduling === "apart") && (this.current >= 0 || this.admit())) {
      const id = this.current;
      const prompt = this.prompt[id] as number;
      const take = Math.min(most - rows, prompt - this.done);
      last = take;
      pairs += take * ((this.size[id] as number) - prompt + this.done + take / 2);
      rows += take;
      this.done += take;
      if (this.done < prompt) break;
      this.finishing[finished++] = id;
      this.current = -1;
    }
    if (rows > 0) this.mixedStep(rows, pairs, last);
    for (let i = 0; i < finished; i++) this.begin(this.finishing[i] as number);
    if (rows === 0 && this.decoding > 0) this.decodeSteps();
    return true;
  }

  private arrive(): void {
    const { arrival } = this.requests;
    while (this.come < this.known && (arrival[this.come] as number) <= this.time) this.come++;
  }

  /** Admits the next request if there is room for it, or if nothing else runs. */
  private admit(): boolean {
    const { most, cache } = this.server;
    const { input, output, arrival } = this.requests;
    const back = this.returned.length > 0;
    if (!back && this.admitted >= this.come) return false;
    const id = back ? (this.returned[this.returned.length - 1] as number) : this.admitted;
    const whole = (input[id] as number) + (output[id] as number);
    const tokens = { nothing: this.size[id] as number, answer: whole, longest: cache.longest }[cache.reserve];
    const bytes = cache.perSequence + cache.perToken * tokens;
    if (this.running > 0 && (this.running + 1 > most || this.used + bytes > cache.budget)) return false;
    if (back) this.returned.pop();
    else {
      this.trace.queue[id] = Math.max(0, this.time - (arrival[id] as number));
      this.admitted++;
    }
    this.order[id] = this.admissions++;
    this.running++;
    this.held[id] = bytes;
    this.used += bytes;
    this.current = id;
    this.done = 0;
    return true;
  }

  private mixedStep(rows: number, pairs: number, last: number): void {
    const { times, stages, chunk } = this.server;
    const lane = this.decoding / stages;
    const pieces = Math.max(1, rows / chunk);
    const added = promptTime(times, lane, rows / pieces, pairs / pieces);
    // A prompt's last piece leaves the last stage after all of them; the next steps of others have begun meanwhile.
    const later = laterPromptTime(times, rows / pieces, pairs / pieces, last, chunk);
    this.late = (added + later) * (1 - 1 / stages);
    this.pass(decodeTime(times, lane, this.meanContext()) + (added * pieces) / stages, 1);
  }

  private meanContext(): number {
    return this.decoding > 0 ? this.context / this.decoding : 1;
  }

  /** Decode steps up to the next event. */
  private decodeSteps(): void {
    const { times, stages, gain, cache } = this.server;
    const lane = this.decoding / stages;
    const context = this.meanContext();
    let count = this.endings.next - this.steps;
    if (this.come < this.known && count > 1) {
      const until = (this.requests.arrival[this.come] as number) - this.time;
      count = Math.min(count, Math.max(1, Math.ceil(until / decodeTime(times, lane, context))));
    }
    if (cache.reserve === "nothing" && count > 1) {
      const growth = this.decoding * cache.perToken * gain.mean;
      count = Math.min(count, Math.max(1, Math.ceil((cache.budget - this.used) / growth)));
    }
    this.late = 0;
    this.pass(decodeTime(times, lane, context + ((count - 1) / 2) * gain.mean), count);
  }

  /** Lets so many steps of that length go by: every decoding sequence grows, and some end. */
  private pass(seconds: number, count: number): void {
    const { trace } = this;
    const { cache, gain } = this.server;
    const grown = this.decoding * count * gain.mean;
    this.time += seconds * count;
    this.steps += count;
    trace.busy += seconds * count;
    trace.decoding += this.decoding * seconds * count;
    this.context += grown;
    if (cache.reserve === "nothing") this.used += grown * cache.perToken;
    while (this.endings.next <= this.steps) this.finish();
    while (this.used > cache.budget && cache.reserve === "nothing" && this.decoding > 1) this.putBack();
  }

  /** The prompt is done: the first token is there, and the sequence decodes from the next step on. */
  private begin(id: number): void {
    const { requests, server, trace } = this;
    if (Number.isNaN(trace.first[id])) {
      const { request, stretch, depth, transfer, piece } = server.firstToken;
      const here = this.time + this.late - (requests.arrival[id] as number);
      const own = here - (trace.queue[id] as number);
      const step = decodeTime(server.times, this.decoding / server.stages, this.meanContext());
      const sent = transfer * (requests.input[id] as number);
      const made = here + request + (stretch - 1) * own + depth * step + sent;
      trace.first[id] = made + piece * step;
      this.began[id] = this.time - made;
      this.size[id] = (this.size[id] as number) + 1;
    }
    this.decoding++;
    this.context += this.size[id] as number;
    this.joined[id] = this.steps;
    this.endings.push(this.steps + (this.left[id] as number), id);
    if (this.left[id] === 0) this.finish();
  }

  /** The sequence whose answer ends next has it. */
  private finish(): void {
    const { requests, trace } = this;
    const id = this.endings.first;
    this.endings.pop();
    this.leave(id);
    trace.answer[id] = Math.max(trace.first[id] as number, this.time - (this.began[id] as number));
    trace.finished++;
    trace.span = this.time;
    const { closed, arrival } = requests;
    if (!closed || this.known >= arrival.length) return;
    const next = (arrival[id] as number) + (trace.answer[id] as number) + closed.think;
    arrival[this.known] = Math.max(next, arrival[this.known - 1] as number);
    this.known++;
  }

  /** Gives the sequence's place and its memory free, and notes how long it has become. */
  private leave(id: number): void {
    const { cache, gain } = this.server;
    const grown = (this.steps - (this.joined[id] as number)) * gain.mean;
    this.running--;
    this.decoding--;
    this.size[id] = (this.size[id] as number) + grown;
    this.context -= this.size[id] as number;
    this.used -= (this.held[id] as number) + (cache.reserve === "nothing" ? grown * cache.perToken : 0);
  }

  /** Takes the memory from the sequence that came last; its prompt and what it has written are processed anew. */
  private putBack(): void {
    const id = this.endings.last(this.order);
    this.left[id] = this.endings.remove(id) - this.steps;
    this.leave(id);
    this.prompt[id] = this.size[id] as number;
    this.returned.push(id);
    this.trace.preempted++;
  }
}
