import { shanghaiDate } from '#foundation/calendar';
import { type Answer, type Township } from '../support/township.js';
import { eachText } from './shift.js';
import { type IdOf, type WalkStep } from './explore.js';
import { type Companion, type Kind, kinds } from './kinds.js';
import { lifeOf, outsideOf } from './plan.js';

const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** Under these, besides official numbers, no two cases may be the same. */
const names = ['missionId', 'hazardId', 'projectId', 'householdCaseId', 'tipId', 'visitId', 'partyRef', 'location'];

/** Texts of the examples that another case would use up. */
function usedUp(): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { process, examples } of kinds) {
    for (const { command, body } of examples) {
      const step = process.stepOfCommand.get(command)!;
      const values = typeof body === 'function' ? {} : body;
      for (const field of [...step.numbers, ...step.sharedNumbers, ...names])
        if (typeof values[field] === 'string') texts.add(values[field]);
    }
  }
  return texts;
}

const numbers = usedUp();

/** One case as its people tell it over HTTP, under numbers of its own. */
export class Teller {
  caseId: string | undefined;
  /** Types of the recorded events, in order. */
  readonly recorded: string[] = [];
  private readonly eventIds = new Map<string, string>();

  /**
   * @param serial makes the numbers of this case its own
   * @param refs what the examples name of other cases → what these are called here
   */
  constructor(
    private readonly township: Township,
    private readonly process: string,
    private readonly serial: string,
    private readonly refs: ReadonlyMap<string, string>,
  ) {}

  /** Asks for a step; what is recorded must be. */
  async take(step: WalkStep): Promise<Answer> {
    const answer = await this.ask(step);
    if (answer.status !== 201)
      throw new Error(
        `${this.process} ${this.recorded.join(' ')}: ${step.command} was refused with ${JSON.stringify(answer.body)}`,
      );
    return answer;
  }

  async ask({ command, by, body }: Pick<WalkStep, 'command' | 'by' | 'body'>, caseId = this.caseId): Promise<Answer> {
    const at = caseId === undefined ? '' : `/${caseId}`;
    const answer = await this.township.as(by, `/api/v1/${this.process}${at}/commands/${kebab(command)}`, {
      method: 'POST',
      body: eachText(body(this.idOf), (text) => this.named(text)),
    });
    if (answer.status === 201) {
      this.caseId = String(answer.body.caseId);
      this.recorded.push(String(answer.body.event));
      this.eventIds.set(String(answer.body.event), String(answer.body.eventId));
    }
    return answer;
  }

  private readonly idOf: IdOf = (type) => this.eventIds.get(type) ?? '01890a5d-ac96-774b-bcce-000000000000';

  private named(text: string): string {
    const known = this.refs.get(text);
    if (known !== undefined) return known;
    const used = numbers.has(text) || (text.endsWith('改') && numbers.has(text.slice(0, -1)));
    return used ? `${text}之${this.serial}` : text;
  }
}

/** What a companion is called here. */
export const nameOf = ({ ref, isCaseId }: Companion, caseId: string, serial: string): string =>
  isCaseId ? caseId : `${ref}之${serial}`;

/** Makes the cases that others look into. @returns what they are called here, beside what was known before */
export async function companionsOf(
  township: Township,
  kind: Kind,
  companions: readonly Companion[],
  serial: string,
  refs: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const known = new Map(refs);
  for (const companion of companions) {
    const teller = new Teller(township, companion.process.name, serial, known);
    for (const step of lifeOf(companion, outsideOf(kind, shanghaiDate(new Date()))).path) await teller.take(step);
    known.set(companion.ref, nameOf(companion, teller.caseId!, serial));
  }
  return known;
}
