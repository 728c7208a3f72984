import { type CaseView, type EventShapes, type Recorded, type RelatedCase, type Text } from '#foundation/process';

// What crosses kinds of case. A step that decides something belongs to a person: it is never taken here, and where one is
// due it is shown as owed. What follows by itself is that two cases are known to belong together (decision 0013).

/** A case by its id, or by the number under which its kind registers cases. */
export type TargetCase =
  { readonly process: string; readonly caseId: string } | { readonly process: string; readonly number: string };

/** A step that follows by itself: taken on behalf of whoever took the causing one, in a role that the step allows. */
export interface FollowUp {
  readonly in: TargetCase;
  readonly command: string;
  /** Its fields but for `caseRef`, which is that of the case it is taken in. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Somebody was faster: the case has it already. */
  readonly isDone: (target: CaseView) => boolean;
}

/** Given these events of a kind of case, this command. Pure: asked again at any time, it says the same. */
export interface Crossing {
  /** Part of the request id of what follows: never changed once used. */
  readonly name: string;
  readonly label: Text;
  readonly from: string;
  readonly on: readonly string[];
  /** @param cause the event as it counts today, corrections applied */
  readonly given: (cause: Recorded<object>, kase: CaseView) => FollowUp | undefined;
}

/** A step that a person is to take, with what is known of its fields. */
export interface Owed {
  readonly process: string;
  readonly command: string;
  /** The case in which it is to be taken; absent for a step that opens one. */
  readonly caseId?: string;
  /** Never all fields: what nobody has recorded is not made up. */
  readonly known: Readonly<Record<string, unknown>>;
  /** Only where the matter asks for it, which the case cannot tell. */
  readonly ifNeeded?: true;
}

/** Other cases as they stand now, for those that `looksAt` named. */
export interface Elsewhere {
  case(ref: RelatedCase): CaseView | undefined;
  /** Cases of a kind that belong to this one. */
  children(process: string): readonly CaseView[];
}

/** Given a case as it stands, and those it looks at, what somebody owes in it or because of it. */
export interface Owing {
  readonly name: string;
  readonly of: string;
  readonly looksAt?: (kase: CaseView) => readonly RelatedCase[];
  readonly children?: string;
  readonly owed: (kase: CaseView, elsewhere: Elsewhere) => readonly Owed[];
}

/** A crossing written over the commands whose fields its events carry. */
export const crossing = <Events extends EventShapes, On extends keyof Events & string>(spec: {
  readonly name: string;
  readonly label: readonly [zh: string, en: string];
  readonly from: string;
  readonly on: readonly On[];
  readonly given: (cause: Recorded<Events[On]>, kase: CaseView<Events>) => FollowUp | undefined;
}): Crossing => {
  const { label, given, ...rest } = spec;
  // Variance: a cause of these types is only ever handed in with its own fields, by the coordinator.
  return { ...rest, label: { zh: label[0], en: label[1] }, given: given as unknown as Crossing['given'] };
};

export const owing = <Events extends EventShapes>(spec: {
  readonly name: string;
  readonly of: string;
  readonly looksAt?: (kase: CaseView<Events>) => readonly RelatedCase[];
  readonly children?: string;
  readonly owed: (kase: CaseView<Events>, elsewhere: Elsewhere) => readonly Owed[];
}): Owing => spec as unknown as Owing;

/** The cases that a case's own links name, of these kinds of link. */
export function linkedTo(kase: CaseView, ...kinds: readonly string[]): readonly string[] {
  const links = kase.state.events.filter(
    ({ type, data }) => type === 'CasesLinked' && kinds.includes(String(data.linkKind)),
  );
  return [...new Set(links.map(({ data }) => String(data.otherCaseRef)))];
}

/** The link of a case with another, which follows by itself and decides nothing. */
export const link = (target: TargetCase, otherCaseRef: string, linkKind: string, among = [linkKind]): FollowUp => ({
  in: target,
  command: 'LinkCases',
  data: { otherCaseRef, linkKind },
  isDone: (kase) => linkedTo(kase, ...among).includes(otherCaseRef),
});
