import { randomUUID } from 'node:crypto';
import { BACKWARDS, END, type EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { kebab } from '#foundation/commands';
import { atOnce, type HttpClient } from './client.js';
import { Lives } from './generate.js';
import { type PlannedStep } from './lives.js';
import { Dice, rounded, say } from './numbers.js';

const connections = 64;
/** Until the engine has compiled what a command passes through: an hour of a township's work, in some seconds. */
const warmUpMs = 10_000;
const rounds = 4;
const commandsMs = 4_000;
const appendsMs = 2_000;

interface Recorded {
  readonly caseId: string;
  readonly revision: number;
  readonly position: number;
}

/** A case that is led to its end over HTTP, one step at a time, by whoever the step asks for; then the next case. */
export class CaseWorker {
  private caseId: string | undefined;
  private steps: PlannedStep[] = [];

  constructor(
    private readonly http: HttpClient,
    private readonly sessions: ReadonlyMap<string, string>,
    private readonly lives: Lives,
  ) {}

  /** Sends the next step. @returns its answer, and the session of who may look at the case */
  async step(): Promise<Recorded & { readonly token: string }> {
    if (this.steps.length === 0) {
      this.steps = [...this.lives.next().steps];
      this.caseId = undefined;
    }
    const { command, body, by } = this.steps.shift()!;
    const token = this.sessions.get(by.code)!;
    const at = this.caseId === undefined ? '' : `/${this.caseId}`;
    const answer = await this.http.expect<Recorded>('POST', `/api/v1/demolition${at}/commands/${kebab(command)}`, {
      token,
      body,
      headers: { 'idempotency-key': randomUUID() },
    });
    this.caseId = answer.caseId;
    return { ...answer, token };
  }
}

/** Lives whose papers and places no generated case uses. */
export const livesOverHttp = (run: number): Lives => new Lives(new Dice(run), 10_000, 10_000_000 * run);

export interface CommandFigures {
  readonly ratio: number;
  readonly perSecond: number;
  readonly rawAppendsPerSecond: number;
}

/**
 * Commands a second over 64 connections, and raw appends a second by 64 writers on the same node, in turns: whatever
 * else the machine is busy with slows both.
 */
export async function measureCommands(
  http: HttpClient,
  client: EventStoreDBClient,
  sessions: ReadonlyMap<string, string>,
): Promise<CommandFigures> {
  const lives = livesOverHttp(1);
  const workers = Array.from({ length: connections }, () => new CaseWorker(http, sessions, lives));
  const commands = (ms: number): Promise<number> => counted(ms, async (index) => void (await workers[index]!.step()));
  await commands(warmUpMs);
  const appends = await rawAppends(client);
  await appends(warmUpMs / 4);
  let commandsPerSecond = 0;
  let appendsPerSecond = 0;
  for (let round = 1; round <= rounds; round++) {
    const ours = await commands(commandsMs);
    const raw = await appends(appendsMs);
    say(`commands ${ours.toFixed(0)}/s, raw appends ${raw.toFixed(0)}/s`);
    commandsPerSecond += ours / rounds;
    appendsPerSecond += raw / rounds;
  }
  return {
    ratio: rounded(commandsPerSecond / appendsPerSecond, 3),
    perSecond: rounded(commandsPerSecond, 0),
    rawAppendsPerSecond: rounded(appendsPerSecond, 0),
  };
}

/** How often a second `work` is done by 64 who do nothing else, over that many milliseconds. */
async function counted(ms: number, work: (index: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  let done = 0;
  await atOnce(connections, async (index) => {
    while (performance.now() - began < ms) {
      await work(index);
      done += 1;
    }
  });
  return (done / (performance.now() - began)) * 1_000;
}

/**
 * Single appends with expected revisions to streams of their own, with the very contents of events that commands have
 * just recorded. Streams are given up after a dozen events, as cases are.
 */
async function rawAppends(client: EventStoreDBClient): Promise<(ms: number) => Promise<number>> {
  const contents: { type: string; data: Record<string, unknown>; metadata: Record<string, unknown> }[] = [];
  for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1_000 }))
    if (event?.isJson && event.streamId.startsWith('demolition-'))
      contents.push({
        type: event.type,
        data: event.data as Record<string, unknown>,
        metadata: event.metadata as Record<string, unknown>,
      });
  let turn = 0;
  const writers = Array.from({ length: connections }, () => ({ stream: '', revision: -1 }));
  return (ms) =>
    counted(ms, async (index) => {
      const writer = writers[index]!;
      if (writer.revision >= 11 || writer.stream === '')
        Object.assign(writer, { stream: `load-${randomUUID()}`, revision: -1 });
      await client.appendToStream(
        writer.stream,
        jsonEvent({ id: randomUUID(), ...contents[turn++ % contents.length]! }),
        {
          expectedRevision: writer.revision < 0 ? NO_STREAM : BigInt(writer.revision),
        },
      );
      writer.revision += 1;
    });
}
