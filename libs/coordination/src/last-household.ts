import { relocationHousehold, relocationProject } from '#cases/relocation';
import { owing } from './crossing.js';

// When the last household of a project is done the project moves on: the cleared land is handed over (processes.md C.3).
// How much land that is, and on what day, is measured and stated by an officer: nothing follows by itself.

const done = ['HH_CLOSED', 'HH_REMOVED'];

export const projectOwes = owing({
  name: 'project-owes',
  of: relocationProject.name,
  children: relocationHousehold.name,
  owed: (kase, elsewhere) => {
    if (kase.status !== 'PJ_EXPROPRIATED') return [];
    const households = elsewhere.children(relocationHousehold.name);
    const cleared = households.length > 0 && households.every(({ status }) => done.includes(status));
    return cleared
      ? [{ process: relocationProject.name, command: 'HandOverLand', caseId: kase.caseId, known: {} }]
      : [];
  },
});
