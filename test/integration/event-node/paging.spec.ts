import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { Bench, event } from './harness.js';

const EVENTS = 1_000_000;

/** Resident memory of a process, in MiB. */
const rssMb = (pid: number): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024;

/** Fills the file of a stopped node: 20,000 streams of 50 events. */
function fill(file: string): void {
  const log = new DatabaseSync(file);
  log.exec('PRAGMA synchronous = OFF; BEGIN');
  const stream = log.prepare('INSERT INTO stream (id, name) VALUES (?, ?)');
  const insert = log.prepare("INSERT INTO event VALUES (?, ?, ?, ?, 'StepTaken', 1, 1700000000000, ?, ?)");
  const metadata = Buffer.from(JSON.stringify({ chain: { previous: 'a'.repeat(64), hash: 'b'.repeat(64) } }));
  for (let id = 1; id <= EVENTS / 50; id++) stream.run(id, `case-${id}`);
  for (let position = 1; position <= EVENTS; position++) {
    const id = createHash('md5').update(String(position)).digest();
    const streamId = 1 + ((position - 1) % (EVENTS / 50));
    insert.run(position, streamId, Math.floor((position - 1) / (EVENTS / 50)), id, Buffer.from(`{"n":${position}}`), metadata);
  }
  log.exec('COMMIT');
  log.close();
}

describe('a reader of a million events', () => {
  const bench = new Bench();
  afterAll(() => bench.tearDown());

  it('gets each once, in order, and the memory of the node stays flat; a reader that stalls costs none', async () => {
    await bench.start();
    await bench.stop();
    fill(bench.file);
    const node = await bench.startProcess();
    const pid = node.process.pid as number;
    const client = bench.client(node.url);

    let count = 0;
    const samples: number[] = [];
    for await (const { commitPosition } of client.readAll()) {
      count += 1;
      if (commitPosition !== BigInt(count)) throw new Error(`position ${commitPosition} after ${count - 1} events`);
      if (count % 100_000 === 0) samples.push(rssMb(pid));
    }
    expect(count).toBe(EVENTS);
    expect(Math.max(...samples)).toBeLessThan(300);
    // Warm after the first tenth; from there nothing may pile up.
    expect(Math.max(...samples) - (samples[0] as number)).toBeLessThan(60);

    const stalled = client.readAll();
    await new Promise((resolve) => stalled.once('data', resolve));
    stalled.pause();
    const before = rssMb(pid);
    await client.appendToStream('case-1', event(1));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(rssMb(pid) - before).toBeLessThan(30);
    await stalled.cancel();
    await client.dispose();
    await node.kill();
  }, 240_000);
});
