/**
 * A small seeded generator of pseudo-random numbers (sfc32, Chris Doty-Humphrey's "small fast counting" generator of
 * PractRand; its shifts and constants are so by definition), so that a simulation gives the same answer wherever and whenever it runs.
 */
export class Random {
  private a: number;
  private b = 0x9e3779b9;
  private c = 0x243f6a88;
  private counter = 1;

  /** Any whole number is a seed; different seeds give streams that have nothing in common. */
  constructor(seed: number) {
    this.a = seed | 0;
    for (let round = 0; round < WARM_UP; round++) this.uniform();
  }

  /** Evenly between 0 and 1, both excluded. */
  uniform(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 2 ** 32;
  }

  /** From the standard normal distribution (Box and Muller 1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** From a gamma distribution with that shape and mean 1 (Marsaglia and Tsang 2000). */
  gamma(shape: number): number {
    if (shape === 1) return -Math.log(this.uniform());
    if (shape < 1) return ((this.gamma(shape + 1) * (shape + 1)) / shape) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v))
        return (d * v) / shape;
    }
  }
}

/** By judgement: rounds after which nothing of the seed's shape is left. */
const WARM_UP = 12;
