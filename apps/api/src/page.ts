import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';

/** Where the build puts the page, seen from the built api. */
const builtPage = join(import.meta.dirname, '../../../web');

/** Addresses of the page itself: each is answered with its one document, which then shows what the address names. */
const addresses = ['/', '/cases', '/cases/*', '/figures', '/figures/*', '/imports', '/imports/*', '/follow-ups'];

/**
 * Serves the page with the api that it talks to. The names of its files change with their content, so they are kept
 * for good; the document that names them is asked for anew each time. Without a built page (in tests that run the api
 * from its source) nothing is served.
 */
export async function servePage(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(join(builtPage, 'index.html'))) return;
  const document = join(builtPage, 'index.html');
  await app.register(fastifyStatic as unknown as Parameters<NestFastifyApplication['register']>[0], {
    root: join(builtPage, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    index: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  for (const address of addresses)
    fastify.get(address, async (_request, reply) =>
      reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(await readFile(document)),
    );
}
