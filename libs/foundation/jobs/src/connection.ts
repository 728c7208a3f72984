import { Redis, type RedisOptions } from 'ioredis';

/** How long a command may go unanswered before the caller is told that Redis is away, in milliseconds. */
const answerWithinMs = 2_000;
const longestPauseMs = 1_000;

/** Always tries again: a restarted Redis is found within a second. */
const persistent: RedisOptions = {
  retryStrategy: (times) => Math.min(longestPauseMs, 50 * 2 ** Math.min(times, 10)),
  // Redis answers LOADING or READONLY for a moment around a restart.
  reconnectOnError: (error) => /LOADING|READONLY/.test(error.message),
};

/** For those with somebody waiting for an answer: a command fails at once while Redis is away. */
export function producerConnection(redisUrl: string): Redis {
  return new Redis(redisUrl, {
    ...persistent,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: answerWithinMs,
  });
}

/** For those with nothing else to do: commands wait until Redis is back. */
export function workerConnection(redisUrl: string): Redis {
  return new Redis(redisUrl, { ...persistent, maxRetriesPerRequest: null });
}
