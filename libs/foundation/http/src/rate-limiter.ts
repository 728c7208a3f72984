interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Token buckets by caller: a brake against a program run wild, not a quota. Held in this process alone; memory is
 * bounded by forgetting the callers that were away longest.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly maxCallers = 10_000,
  ) {}

  /** Takes one request. Answers 0 when it may pass, else the whole seconds to wait. */
  take(caller: string, now = performance.now()): number {
    const bucket = this.buckets.get(caller) ?? { tokens: this.burst, at: now };
    // Insertion order is order of last use, which is what makes forgetting the first entry right.
    this.buckets.delete(caller);
    this.buckets.set(caller, bucket);
    if (this.buckets.size > this.maxCallers) {
      for (const oldest of this.buckets.keys()) {
        this.buckets.delete(oldest);
        break;
      }
    }
    bucket.tokens = Math.min(this.burst, bucket.tokens + ((now - bucket.at) / 1000) * this.perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / this.perSecond));
    bucket.tokens -= 1;
    return 0;
  }
}
