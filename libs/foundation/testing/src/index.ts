export { startBackends, type Backends, type BackendsWanted } from './backends.js';
export { startOnebox, type Onebox, type OneboxWanted } from './onebox.js';
export { mayGoFirst } from './precedence.js';
