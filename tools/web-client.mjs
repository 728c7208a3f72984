// Makes the types of the page's api client from the api's own description, without a server: the page is checked
// against the routes as they are. Command routes are left out; the page builds those requests from the catalogue.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'dist/web-client');
const file = join(folder, 'openapi.json');
mkdirSync(folder, { recursive: true });
const described = spawnSync(process.execPath, [join(root, 'dist/apps/api/src/describe.js'), file], {
  stdio: 'inherit',
});
if (described.status !== 0) process.exit(described.status ?? 1);
const description = JSON.parse(readFileSync(file, 'utf8'));
for (const path of Object.keys(description.paths)) if (path.includes('/commands/')) delete description.paths[path];
writeFileSync(join(folder, 'schema.d.ts'), astToString(await openapiTS(description)));
