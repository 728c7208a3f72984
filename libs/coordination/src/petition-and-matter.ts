import { petition, type RecordDisposition } from '#cases/petition';
import { crossing, link, linkedTo, owing } from './crossing.js';

// A petition is linked to the matter it complains about, and the link lies in the petition alone: whoever handles the
// matter may be who is complained of (processes.md 0.8.3, R-ALL-14).

type PetitionEvents = { DispositionRecorded: RecordDisposition };

export const dispositionToMatter = crossing<PetitionEvents, 'DispositionRecorded'>({
  name: 'disposition-to-matter',
  label: ['信访联所涉案件', 'Petition joined with the matter complained about'],
  from: petition.name,
  on: ['DispositionRecorded'],
  given: ({ data }, { caseId }) =>
    data.relatedCaseRef === undefined
      ? undefined
      : link({ process: petition.name, caseId }, data.relatedCaseRef, 'COMPLAINED_MATTER'),
});

const ended: Readonly<Record<string, readonly string[]>> = {
  enforcement: ['EN_CLOSED', 'EN_DISMISSED'],
  demolition: ['DM_CLOSED', 'DM_DISMISSED'],
  waterRemediation: ['WR_CLOSED'],
  relocationHousehold: ['HH_CLOSED', 'HH_REMOVED'],
  hazard: ['HZ_CLEARED'],
  housePermit: ['HP_CLOSED'],
};

/** A promise about a matter can be confirmed once the matter has ended. */
export const petitionOwes = owing<PetitionEvents>({
  name: 'petition-owes',
  of: petition.name,
  looksAt: (kase) =>
    kase.status === 'PT_FULFILLING'
      ? linkedTo(kase, 'COMPLAINED_MATTER').flatMap((ref) => Object.keys(ended).map((process) => ({ process, ref })))
      : [],
  owed: (kase, elsewhere) => {
    if (kase.status !== 'PT_FULFILLING') return [];
    const over = linkedTo(kase, 'COMPLAINED_MATTER').some((ref) =>
      Object.entries(ended).some(([process, states]) =>
        states.includes(elsewhere.case({ process, ref })?.status ?? 'NONE'),
      ),
    );
    return over ? [{ process: petition.name, command: 'ConfirmFulfilment', caseId: kase.caseId, known: {} }] : [];
  },
});
