import { demolition } from '#cases/demolition';
import { housePermit } from '#cases/permit';
import { asked, cast, type ExampleStep, type Given, given } from '#foundation/given';
import { type CaseState, type Origin } from '#foundation/process';
import { ownStaffOf } from './own-cases.js';

const received: ExampleStep = {
  command: 'ReceiveHouseApplication',
  by: 'coordinator',
  body: {
    ...{ receivedOn: '2022-03-01', householdRef: 'HH-0001', applicationKind: 'REBUILD', landUse: 'HOMESTEAD' },
    ...{ plotAreaDm2: 12_000, buildingAreaDm2: 24_000, storeys: 2, existingPlots: 1, oldHouseRemovalPromised: true },
  },
};
const met: ExampleStep = {
  command: 'RecordGroupMeeting',
  by: 'secondCoordinator',
  body: { heldOn: '2022-03-03', presentCount: 40, agreedCount: 30, recordRef: '纸质:会议-1' },
};
const assigned: ExampleStep = {
  command: 'AssignHandler',
  by: 'head',
  body: { handlerRole: 'PERMIT_CLERK', staffRef: cast.permitClerk.code, fromOn: '2022-03-02' },
};
const found: ExampleStep = {
  command: 'RegisterIllegalBuilding',
  by: 'coordinator',
  body: { foundOn: '2022-03-01', leadSource: 'GRID_PATROL', gridCode: 'WG-01-01', location: '东岭村1组' },
};

const { coordinator, secondCoordinator, head, permitClerk } = cast;
const own = ({ state }: Given): readonly string[] => ownStaffOf(state).toSorted();
const codes = (...staff: readonly { readonly code: string }[]): string[] => staff.map(({ code }) => code).toSorted();
/** The same history, told by something else than the people at their screens. */
const toldBy = (origin: Origin, state: CaseState): CaseState => ({
  ...state,
  events: state.events.map((event) => ({ ...event, metadata: { ...event.metadata, origin } })),
});

describe('a case in no grid cell', () => {
  it('is the own case of everybody who took a step in it, and of its handlers', () => {
    expect(own(given(housePermit))).toEqual([]);
    expect(own(given(housePermit, received))).toEqual(codes(coordinator));
    expect(own(given(housePermit, received, met))).toEqual(codes(coordinator, secondCoordinator));
    expect(own(given(housePermit, received, assigned))).toEqual(codes(coordinator, head, permitClerk));
  });

  it('is nobody’s by what a ledger tells or another case causes, but for those who are assigned', () => {
    const { state } = given(housePermit, asked('permitClerk', received), met, assigned);
    for (const origin of [
      { kind: 'ledger', file: '建房.csv', row: 2 },
      { kind: 'coordination', causedBy: 'an event' },
      { kind: 'clock' },
    ] as const)
      expect([origin.kind, ownStaffOf(toldBy(origin, state))]).toEqual([origin.kind, [permitClerk.code]]);
  });
});

it('a case in a grid cell is seen by its cell alone', () => {
  expect(ownStaffOf(given(demolition, found).state)).toEqual([]);
});
