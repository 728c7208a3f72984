export { ensureInstalled, type Wanted } from './installed.js';
export { spawnLaunch, type Launch } from './launch.js';
export { freePort, isPortFree } from './ports.js';
export {
  createCluster,
  ensureDatabase,
  postgresLaunch,
  postgresPackage,
  postgresReady,
  postgresUrl,
  runSql,
  type PostgresServer,
} from './postgres.js';
export { endProcess, identityOf, isRunning, startOf, type ProcessIdentity } from './processes.js';
export { ensureRedisInstalled, redisLaunch, redisReady, redisUrl, type RedisServer } from './redis.js';
export { readRunFile, removeRunFile, runFilePath, writeRunFile, type RunFile } from './run-file.js';
export { createOnce } from './tables.js';
