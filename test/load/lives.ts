import { addDays, defaultCalendar, type LocalDate } from '#foundation/calendar';
import { type Code, type LegalBasis, type Role } from '#foundation/process';
import { demolition } from '#cases/demolition';
import { type Dice } from './numbers.js';
import { gridCodes, staffOf, township } from './township.js';
import { type StaffMember } from '#foundation/settings';

/** One step of a life as it will be asked for: the command, its fields, and who sends it. */
export interface PlannedStep {
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly by: StaffMember;
}

type Basis = Code<typeof LegalBasis>;

/** How demolition cases end, and how often: most owners pull down themselves, one in ten is forced to. */
const endings = [
  ...Array<Ending>(11).fill('pulledDown'),
  ...Array<Ending>(2).fill('compulsory'),
  ...Array<Ending>(2).fill('lawful'),
  ...Array<Ending>(2).fill('regularised'),
  ...Array<Ending>(3).fill('transferred'),
];
type Ending = 'pulledDown' | 'compulsory' | 'lawful' | 'regularised' | 'transferred';

const workingDay = (date: LocalDate): LocalDate =>
  defaultCalendar.isRestDay(date) ? defaultCalendar.nextWorkingDay(date) : date;

/** A legal life of a case from the report to the look-back, 3 to 16 steps. `serial` is its number in the run. */
export class Life {
  readonly steps: PlannedStep[] = [];
  private readonly gridCode: string;
  private readonly officers: readonly StaffMember[];
  private readonly coordinator: StaffMember;
  private readonly head: StaffMember;
  private readonly areaDm2: number;
  private readonly basis: Basis;
  private readonly building: boolean;
  private readonly kind: string;
  private readonly stock: string;
  private day: LocalDate;

  constructor(
    private readonly serial: number,
    private readonly dice: Dice,
    foundOn: LocalDate,
  ) {
    const ending = dice.pick(endings);
    this.day = foundOn;
    this.gridCode = dice.pick(gridCodes);
    const first = dice.between(0, 5);
    const officers = staffOf('ENFORCEMENT_OFFICER');
    this.officers = [officers[first]!, officers[(first + 1 + dice.between(0, 4)) % 6]!];
    const village = township.villageOf(this.gridCode)!;
    this.coordinator = staffOf('VILLAGE_COORDINATOR').find((one) => one.villages.includes(village))!;
    this.head = dice.pick(staffOf('APPROVING_HEAD'));
    this.areaDm2 = dice.between(1_200, 40_000);
    this.basis = ending === 'transferred' ? 'LAL77' : 'CPL65';
    this.building = ending !== 'compulsory' && dice.chance(0.3);
    this.kind = dice.pick(['HOUSE', 'HOUSE', 'SHED', 'SHED', 'SHED', 'PAVILION', 'OTHER']);
    this.stock = this.building || dice.chance(0.4) ? 'NEW' : 'EXISTING';
    this.find();
    this.survey();
    this[ending]();
  }

  private add(command: string, by: StaffMember | Role, body: Readonly<Record<string, unknown>>): void {
    this.steps.push({ command, by: typeof by === 'string' ? this.dice.pick(staffOf(by)) : by, body });
  }

  private later(low: number, high = low): LocalDate {
    return (this.day = addDays(this.day, this.dice.between(low, high)));
  }

  /** Numbers of papers are used once in the whole township. */
  private number(paper: string): string {
    return `${paper}〔${this.day.slice(0, 4)}〕${this.serial}-${this.steps.length}`;
  }

  private document(name: string): string {
    return `${name}-${this.serial}-${this.steps.length}`;
  }

  private find(): void {
    const patrol = staffOf('GRID_MEMBER').find((one) => one.grids.includes(this.gridCode))!;
    this.add('RegisterIllegalBuilding', patrol, {
      foundOn: this.day,
      leadSource: this.dice.pick(['GRID_PATROL', 'GRID_PATROL', 'JOINT_PATROL', 'SURVEY']),
      gridCode: this.gridCode,
      location: `${township.villageOf(this.gridCode)}${this.dice.between(1, 40)}组${this.dice.pick(['水塘', '晒谷场', '村道', '祠堂', '小学'])}${this.dice.pick(['北侧', '南侧', '东侧', '西侧'])}地块${this.serial}`,
      partyRef: `PTY-${this.serial}`,
    });
  }

  private survey(): void {
    this.add('SurveySite', this.officers[0]!, {
      surveyedOn: this.later(0, 3),
      officerRefs: this.officers.map((one) => one.code),
      structureKind: this.kind,
      stockClass: this.stock,
      constructionStatus: this.building ? 'UNDER_CONSTRUCTION' : 'FINISHED',
      ...(this.building ? {} : { startedOn: this.stock === 'NEW' ? '2022-03-15' : '2018-05-20' }),
      floorAreaDm2: this.areaDm2,
      footprintDm2: this.areaDm2,
      storeys: 1,
      landUse: this.basis === 'LAL77' ? 'ARABLE' : 'HOMESTEAD',
      planningArea: 'VILLAGE',
      occupiedAsHome: this.kind === 'HOUSE',
      legalBasis: this.basis,
      authority: this.basis === 'LAL77' ? 'NATURAL_RESOURCES_DEPT' : 'TOWNSHIP_GOVERNMENT',
    });
  }

  private notice(): void {
    const [officer] = this.officers;
    if (this.building)
      this.add('ServeStopOrder', officer!, {
        servedOn: this.later(0, 1),
        orderNo: this.number('停'),
        serviceMethod: 'DIRECT',
      });
    this.add('ServeDemolitionPriorNotice', officer!, {
      servedOn: this.later(1, 3),
      noticeNo: this.number('告'),
      statementDueOn: addDays(this.day, 7),
      facts: '未取得乡村建设规划许可证，擅自建设，经现场勘验属实。',
      reasons: '该建设行为违反规划，尚无法采取改正措施消除影响。',
      legalBasis: this.basis,
      rightsStated: true,
    });
    const waived = this.dice.chance(0.6);
    this.add('HearDemolitionStatement', officer!, {
      heardOn: this.later(1, 5),
      waived,
      ...(waived ? {} : { adopted: 'NOT_ADOPTED' }),
      recordRef: this.document('笔录'),
    });
  }

  private order(): void {
    this.add('ServeDemolitionOrder', this.officers[0]!, {
      servedOn: this.later(1, 4),
      decidedOn: this.day,
      orderNo: this.number('限拆'),
      orderKind: 'DEMOLISH',
      selfDemolishBy: addDays(this.day, 15),
      authority: 'TOWNSHIP_GOVERNMENT',
      legalBasis: this.basis,
      remedyInfoGiven: true,
      legalReviewRef: this.document('法审'),
    });
  }

  private pulledDown(): void {
    this.notice();
    this.order();
    if (this.dice.chance(0.2))
      this.add('RecordPartialDemolition', this.officers[0]!, {
        demolishedOn: this.later(2, 5),
        mode: 'SELF',
        partAreaDm2: Math.ceil(this.areaDm2 / 3),
        photoRefs: [this.document('照片')],
      });
    const mode = this.dice.chance(0.25) ? 'ASSISTED' : 'SELF';
    this.add('RecordSelfDemolition', this.officers[0]!, {
      demolishedOn: this.later(3, 9),
      mode,
      ...(mode === 'ASSISTED' ? { consentDocRef: this.document('同意书') } : {}),
      photoRefs: [this.document('照片')],
    });
    this.verify(mode);
  }

  private compulsory(): void {
    const [officer] = this.officers;
    this.notice();
    this.order();
    this.add('ServeDemolitionDemand', officer!, {
      servedOn: this.later(16, 20),
      noticeNo: this.number('催'),
      performBy: addDays(this.day, 10),
    });
    this.add('AnnounceDemolition', this.head, {
      postedOn: this.later(11, 13),
      noticeNo: this.number('公'),
      selfDemolishBy: addDays(this.day, 10),
      photoRefs: [this.document('照片')],
    });
    // The party may sue for six months; before that nothing is pulled down by force.
    const decidedOn = this.later(180, 190);
    this.add('DecideDemolitionExecution', this.head, {
      decidedOn,
      decisionNo: this.number('强'),
      servedOn: decidedOn,
      executeOn: addDays(decidedOn, 10),
      legalReviewRef: this.document('法审'),
    });
    const demolishedOn = (this.day = workingDay(addDays(decidedOn, 3)));
    this.add('RecordCompulsoryDemolition', officer!, {
      demolishedOn,
      startedAt: `${demolishedOn}T09:30:00+08:00`,
      mode: 'COMPULSORY_ADMIN',
      belongingsListRef: this.document('清单'),
      witnessRefs: [`WIT-${this.serial}`],
      recordingRefs: [this.document('录像')],
      utilitiesIntact: true,
      urgent: false,
    });
    this.add('ReturnBelongings', officer!, {
      returnedOn: this.later(1, 2),
      outcome: 'COLLECTED',
      receiptRef: this.document('签收单'),
      allReturned: true,
    });
    this.verify('COMPULSORY_ADMIN', demolishedOn);
  }

  /** The counting step, the clearing, the closing and the look back. */
  private verify(mode: string, demolishedOn = this.day): void {
    this.add('VerifyDemolition', this.coordinator, {
      verifiedOn: this.later(0, 3),
      demolishedOn,
      structureKind: this.kind,
      stockClass: this.stock,
      mode,
      verifiedAreaDm2: this.areaDm2,
      beforePhotoRefs: [this.document('拆前')],
      afterPhotoRefs: [this.document('拆后')],
      verifierStaffRef: this.coordinator.code,
    });
    this.add('ClearDebris', this.officers[0]!, { clearedOn: this.later(1, 10), landRestored: this.dice.chance(0.5) });
    this.add('CloseDemolitionCase', this.head, {
      closedOn: this.later(1, 4),
      archiveNo: this.number('档'),
      lookBackDueOn: addDays(this.day, 30),
    });
    this.add('RecordDemolitionLookBack', this.coordinator, {
      checkedOn: this.later(20, 30),
      result: 'NO_REBOUND',
      photoRefs: [this.document('照片')],
    });
  }

  private lawful(): void {
    this.add('ConfirmBuildingLawful', this.officers[0]!, {
      decidedOn: this.later(2, 6),
      permitNo: this.number('乡建许'),
    });
  }

  private regularised(): void {
    this.notice();
    this.add('RegulariseBuilding', this.head, {
      regularisedOn: this.later(10, 30),
      checkRecordRef: this.document('核查'),
    });
    this.add('CloseDemolitionCase', this.head, { closedOn: this.later(1, 4), archiveNo: this.number('档') });
  }

  private transferred(): void {
    this.add('TransferDemolitionCase', this.head, {
      transferredOn: this.later(1, 3),
      toAuthority: 'NATURAL_RESOURCES_DEPT',
      receiptNo: this.number('移'),
    });
    this.add('RecordDemolitionTransferOutcome', this.officers[0]!, {
      outcomeOn: this.later(15, 40),
      outcomeCode: 'FILED',
      docRef: this.document('回告'),
    });
    this.add('CloseDemolitionCase', this.head, { closedOn: this.later(1, 4), archiveNo: this.number('档') });
  }
}

export const stepOf = (planned: PlannedStep) => demolition.stepOfCommand.get(planned.command)!;
