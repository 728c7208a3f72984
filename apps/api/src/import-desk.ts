import { type Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { type Logger, fileLimitBytes, malformed, Problem } from '#foundation/http';
import { ImportRuns } from '#foundation/imports';
import { createQueue, type JobQueue, JobsUnavailable } from '#foundation/jobs';
import { type Backends } from './backends.js';

/** Where imports are handed in: the file goes to PostgreSQL, and Redis is told that there is work. */
export class ImportDesk {
  readonly runs: ImportRuns;
  private readonly queue: JobQueue<'imports'>;

  constructor({ readSide }: Backends, redisUrl: string, logger: Logger) {
    this.runs = new ImportRuns(readSide.pool);
    this.queue = createQueue('imports', redisUrl, {
      onTrouble: (error) => logger.debug({ error: error.message }, 'the queue of imports'),
    });
  }

  async open(): Promise<void> {
    await this.runs.prepare();
  }

  /** Takes a file in. @throws Refusal R-ALL-06 when the id stands for another file */
  async take(run: Parameters<ImportRuns['add']>[0]): Promise<void> {
    await this.runs.add(run);
    try {
      await this.queue.add(run.id, { importId: run.id, dryRun: run.dryRun });
    } catch (error) {
      // The file is safe, and the worker looks for runs without a job by itself.
      if (!(error instanceof JobsUnavailable)) throw error;
    }
  }

  close(): Promise<void> {
    return this.queue.close();
  }
}

/** Lets forms hand in files; what is not a file of the form is refused by whoever reads the request. */
export async function acceptForms(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart as unknown as Parameters<NestFastifyApplication['register']>[0], {
    limits: { files: 1, fileSize: fileLimitBytes, fields: 0 },
    throwFileSizeLimit: true,
  });
}

interface FormFile {
  readonly filename: string;
  readonly file: Readable;
  toBuffer(): Promise<Buffer>;
}

type FormRequest = FastifyRequest & {
  isMultipart?(): boolean;
  file?(): Promise<FormFile | undefined>;
};

/**
 * The file of a request, sent as it is (`text/csv`) or by a form.
 * @throws Problem 400 without a readable file, 413 when it is too large
 */
export async function fileOf(request: FastifyRequest): Promise<{ bytes: Buffer; name?: string }> {
  if (Buffer.isBuffer(request.body)) return { bytes: request.body };
  const form = request as FormRequest;
  if (!form.isMultipart?.()) throw new Problem(415, 'UNSUPPORTED_MEDIA_TYPE');
  try {
    const part = await form.file?.();
    if (!part) throw malformed('the form holds no file');
    return { bytes: await part.toBuffer(), name: part.filename };
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { statusCode } = error as { statusCode?: unknown };
    if (statusCode === 413) throw new Problem(413, 'TOO_LARGE');
    throw malformed('the form cannot be read');
  }
}
