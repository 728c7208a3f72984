import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { Controller, Get, Header, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { describeProduct } from './catalogue.js';
import { CatalogueView } from './catalogue.views.js';
import { processes } from './processes.js';

const compressors = { br: promisify<Buffer, Buffer>(brotliCompress), gzip: promisify<Buffer, Buffer>(gzip) };

/** The product's description of itself: the same from start to end of a process, so it is packed once. */
@ApiTags('catalogue')
@Controller('api/v1/catalogue')
export class CatalogueController {
  private readonly json = Buffer.from(JSON.stringify(describeProduct([...processes.values()])));
  private readonly etag = `"${createHash('sha256').update(this.json).digest('base64url').slice(0, 22)}"`;
  private readonly packed = new Map<string, Promise<Buffer>>();

  @Get()
  @Header('cache-control', 'private, no-cache')
  @Header('vary', 'accept-encoding')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({ summary: '案件种类、步骤、代码表与指标 / Kinds of case, steps, code lists and figures' })
  @ApiOkResponse({ type: CatalogueView })
  async show(
    @Headers('if-none-match') known: string | undefined,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    void reply.header('etag', this.etag);
    if (known === this.etag) {
      void reply.status(304);
      return undefined;
    }
    const encoding = (['br', 'gzip'] as const).find((each) => accepted?.includes(each));
    if (!encoding) return this.json;
    void reply.header('content-encoding', encoding);
    if (!this.packed.has(encoding)) this.packed.set(encoding, compressors[encoding](this.json));
    return this.packed.get(encoding);
  }
}
