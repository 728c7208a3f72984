export { startBackends, type Backends, type BackendsWanted } from './backends.js';
