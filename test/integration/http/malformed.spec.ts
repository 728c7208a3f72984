import fc from 'fast-check';
import { type CastMember } from '#foundation/given';
import * as ex from '../../support/examples.js';
import { type Description, malformedRequests } from '../../support/malformed.js';
import { Township } from '../../support/township.js';

// Whatever is sent: no 5xx, and nothing in the log.

const requests = 10_000;
const atOnce = 20;

let township: Township;
let caseId: string;
let description: Description;

beforeAll(async () => {
  township = await Township.open();
  const story = township.story();
  await story.take(ex.found);
  caseId = story.caseId!;
  description = (await township.send('/openapi.json', undefined, {})).body as unknown as Description;
}, 180_000);
afterAll(() => township?.close());

describe('malformed requests', () => {
  it('describes the routes that are to be tried', () => {
    expect(Object.keys(description.paths).length).toBeGreaterThan(40);
  });

  it(`never shake the service, ${requests} of them`, async () => {
    const people: readonly CastMember[] = ['officer', 'head', 'reviewer'];
    const tokens = [
      township.onebox.run.operatorToken,
      ...(await Promise.all(people.map((who) => township.tokenOf(who)))),
    ];
    const head = await township.head();
    const each = fc.tuple(malformedRequests(description, caseId), fc.constantFrom(...tokens));
    await fc.assert(
      fc.asyncProperty(fc.array(each, { minLength: atOnce, maxLength: atOnce, size: 'max' }), async (batch) => {
        const answers = await Promise.all(
          batch.map(async ([{ broken, method, path, headers, body }, token]) => {
            const answer = await fetch(`${township.onebox.baseUrl}${path}`, {
              // One that is answered by a stream without an end was not refused.
              signal: AbortSignal.timeout(60_000),
              method,
              headers: { authorization: `Bearer ${token}`, ...headers },
              ...(body === undefined ? {} : { body }),
            });
            await answer.arrayBuffer();
            return { status: answer.status, broken, method, path };
          }),
        );
        expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
        expect(answers.filter(({ status, method }) => method !== 'GET' && status < 400)).toEqual([]);
      }),
      { numRuns: requests / atOnce, endOnFailure: true },
    );
    expect(await township.head()).toBe(head);
    expect((await township.send('/health/ready', undefined, {})).status).toBe(200);
  }, 600_000);
});
