import { type Actor, type Process, type Step } from '#foundation/process';

/** What travels with a command through the bus besides its fields: who, where, under which request id. */
export interface CommandEnvelope {
  readonly process: Process;
  readonly step: Step;
  readonly caseId?: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly requestId: string;
  readonly requestHash: string;
  readonly expectedRevision?: number;
  readonly lateEntryReason?: string;
  readonly legalTextVersion?: string;
}

const envelopes = new WeakMap<object, CommandEnvelope>();

/** The command of a step, ready for the command bus. Its fields are those of the body; the rules read them there. */
export function enveloped(envelope: CommandEnvelope): object {
  const command = new envelope.step.command();
  for (const field of envelope.step.fields)
    if (Object.hasOwn(envelope.body, field.name))
      (command as Record<string, unknown>)[field.name] = envelope.body[field.name];
  envelopes.set(command, envelope);
  return command;
}

/** @throws when the command did not come through `enveloped`: a fault of the program, not of the caller */
export function envelopeOf(command: object): CommandEnvelope {
  const envelope = envelopes.get(command);
  if (!envelope) throw new Error(`${command.constructor.name} was sent without its envelope`);
  return envelope;
}
