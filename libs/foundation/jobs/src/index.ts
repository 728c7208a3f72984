export { createQueue, type JobQueue, type QueueOptions } from './queue.js';
export { HopelessJob, JobsUnavailable, type JobView, type QueueName, type Queues } from './queues.js';
export { createWorker, type JobWorker, type RunningJob, type WorkerOptions } from './worker.js';
