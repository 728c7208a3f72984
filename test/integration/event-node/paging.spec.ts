import { execFileSync } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { Bench, event } from './harness.js';

const EVENTS = 1_000_000;

/** Resident memory of a process, in MiB. */
const rssMb = (pid: number): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024;

/** Fills the file of a stopped node: 20,000 streams of 50 events of some 300 bytes. */
function fill(file: string): void {
  const log = new DatabaseSync(file);
  log.exec(`
    PRAGMA synchronous = OFF;
    BEGIN;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${EVENTS / 50})
      INSERT INTO stream SELECT i, 'case-' || i FROM n;
    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${EVENTS - 1})
      INSERT INTO event SELECT i + 1, 1 + i / 50, i % 50, randomblob(16), 'StepTaken', 1, 1700000000000,
        CAST('{"n":' || i || '}' AS BLOB), CAST('{"chain":"' || hex(randomblob(64)) || '"}' AS BLOB) FROM n;
    COMMIT`);
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
    // The events are 300 MB and more: a node that kept what it sent, or read ahead of its reader, would show.
    expect(Math.max(...samples)).toBeLessThan(200);
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
  }, 600_000);
});
