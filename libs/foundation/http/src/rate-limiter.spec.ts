import { RateLimiter } from './rate-limiter.js';

describe('the brake on callers', () => {
  it('lets a burst pass, then the agreed pace, each caller for itself', () => {
    const limiter = new RateLimiter(2, 3);
    expect([1, 2, 3].map(() => limiter.take('a', 0))).toEqual([0, 0, 0]);
    expect(limiter.take('a', 0)).toBe(1);
    expect(limiter.take('b', 0)).toBe(0);
    // Half a second at two a second is one more request.
    expect(limiter.take('a', 500)).toBe(0);
    expect(limiter.take('a', 500)).toBe(1);
  });

  it('forgets the caller that was away longest', () => {
    const limiter = new RateLimiter(1, 1, 2);
    limiter.take('a', 0);
    limiter.take('b', 0);
    limiter.take('a', 0);
    limiter.take('c', 0);
    expect(limiter.take('b', 0)).toBe(0);
    expect(limiter.take('c', 0)).toBeGreaterThan(0);
  });
});
