import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, type JSONEventData, type JSONEventType, jsonEvent } from '@eventstore/db-client';
import { transformFileSync } from '@swc/core';
import { type EventNode, type EventNodeOptions, startEventNode } from '#foundation/event-node';

const ROOT = new URL('../../..', import.meta.url).pathname;

/** The generated protocol, for what the client itself never sends. */
export const generated = createRequire(import.meta.url);

export type Recorded = JSONEventType<string, { n: number; text?: string }>;

/** An event whose number tells it apart. */
export const event = (
  n: number,
  options: { type?: string; id?: string; text?: string } = {},
): JSONEventData<Recorded> =>
  jsonEvent<Recorded>({ type: options.type ?? 'Counted', id: options.id, data: { n, text: options.text } });

export const events = (count: number, from = 0): JSONEventData<Recorded>[] =>
  Array.from({ length: count }, (_, index) => event(from + index));

/** Everything a read yields. */
export async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** The numbers of the events a read yields, in order. */
export async function numbers(stream: AsyncIterable<{ event?: { data: unknown } }>): Promise<number[]> {
  return (await all(stream)).map((resolved) => (resolved.event?.data as { n: number }).n);
}

/** The error a call ends with; fails when it ends well. */
export async function failure(call: Promise<unknown> | AsyncIterable<unknown>): Promise<unknown> {
  try {
    await (Symbol.asyncIterator in call ? all(call) : call);
  } catch (error) {
    return error;
  }
  throw new Error('The call was expected to fail');
}

/** A node in this process on a file of its own, and clients for it. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'event-node-'));
  readonly file = join(this.folder, 'log.db');
  readonly #clients: EventStoreDBClient[] = [];
  readonly #processes: ChildProcess[] = [];
  node: EventNode | undefined;

  async start(options: Partial<EventNodeOptions> = {}): Promise<EventStoreDBClient> {
    this.node = await startEventNode({ file: this.file, ...options });
    return this.client(this.node.url);
  }

  client(url: string): EventStoreDBClient {
    const client = EventStoreDBClient.connectionString(url);
    this.#clients.push(client);
    return client;
  }

  /** The node as a process of its own, the way it is run. */
  async startProcess(port = 0): Promise<{ process: ChildProcess; url: string; port: number; kill(): Promise<void> }> {
    const child = spawn(
      process.execPath,
      ['--max-semi-space-size=8', join(compile(), 'main.js'), '--file', this.file, '--port', String(port)],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '--no-warnings' } },
    );
    this.#processes.push(child);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const ready = JSON.parse(line.toString()) as { url: string; port: number };
    const kill = async (): Promise<void> => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    };
    return { process: child, ...ready, kill };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#clients.splice(0).map((client) => client.dispose()));
    await this.node?.close();
    this.node = undefined;
  }

  async tearDown(): Promise<void> {
    await this.stop();
    for (const child of this.#processes)
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
    if (compiled) rmSync(compiled, { recursive: true, force: true });
    compiled = undefined;
  }
}

let compiled: string | undefined;

/**
 * Compiles the node, and nothing else, for a process of its own; answers the folder. These tests then need no build of
 * the whole house. The folder is inside node_modules so that the packages are found from it.
 */
function compile(): string {
  if (compiled) return compiled;
  const source = join(ROOT, 'libs/foundation/event-node/src');
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const target = mkdtempSync(join(cache, 'event-node-'));
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }');
  for (const name of readdirSync(source)) {
    if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
    const { code } = transformFileSync(join(source, name), {
      jsc: { target: 'es2024', parser: { syntax: 'typescript' }, transform: { useDefineForClassFields: false } },
      module: { type: 'es6' },
    });
    writeFileSync(join(target, name.replace(/\.ts$/u, '.js')), code);
  }
  return (compiled = target);
}
