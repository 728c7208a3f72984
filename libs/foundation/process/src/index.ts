export { type NextAction, nextActions } from './actions.js';
export { accusedStaffOf, recusedStaff } from './actor-rules.js';
export { asRecorded, type CaseView, type EventShapes, type Recorded, viewOf } from './case-view.js';
export { type KnownSummary } from './case-summary.js';
export { catalogue, refusalsOf } from './catalogue.js';
export { type Claim, claimKey, heldClaims, normaliseNumber, registeredKind } from './claims.js';
export { type Code, type CodeList, defineCodes, openCodes } from './code-list.js';
export * from './common-codes.js';
export { type Actor, type DecisionContext } from './context.js';
export { decide, type Decision, prepare, type Prepared } from './decide.js';
export { vocabulary } from './define-process.js';
export { stateDiagram } from './diagram.js';
export {
  dateIn,
  type DueDate,
  dueDateOf,
  dueDatesOf,
  type KnownCalendar,
  lastDayOf,
  sameIn,
  type Term,
} from './due-dates.js';
export { type ChainLink, type EventMetadata, type NewEvent, type Origin, type RecordedEvent } from './envelope.js';
export { chainStart, correctedEventOf, emptyCase, evolve, fold, targetOf } from './evolve.js';
export {
  AreaField,
  BoolField,
  CodeField,
  DateField,
  DateTimeField,
  DocField,
  fieldsOf,
  type FieldSpec,
  type FieldType,
  maxItems,
  maxStringLength,
  maxTextLength,
  MoneyField,
  PersonCodesField,
  RefField,
  StaffField,
  StringField,
  type StructClass,
  StructField,
  TextField,
  type Unit,
  WholeField,
} from './fields.js';
export { type Guard, type RuleContext } from './guard.js';
export { defaultLimits, type LimitName, type Limits } from './limits.js';
export { dayLater, isMoment, localDayOf, localMinute } from './moment.js';
export {
  type CaseSummary,
  type CommandClass,
  type DeadlineEffect,
  type DeadlineSpec,
  type DerivedFacts,
  type Figure,
  type FigureAggregate,
  type KeyFilter,
  type ObligationSpec,
  type ProcedureStage,
  type Process,
  type RelatedCase,
  type StateSpec,
  type Step,
  type TermRule,
} from './process.js';
export { reachableEvents } from './reach.js';
export { replacedData } from './replacement.js';
export { httpStatusOf, type Obligation, Refusal, type RefusalCode, type RefusalKind, refusalTexts } from './refusal.js';
export { type Role, roles } from './roles.js';
export * from './shared-codes.js';
export { CorrectEntry } from './shared-commands.js';
export { correctionHasSecondPerson, otherReasonIsNamed } from './shared-guards.js';
export { sharedEvents, sharedSteps } from './shared-steps.js';
export { type CaseEvent, type CaseState, type Deadline, type Fact } from './state.js';
export { type Text } from './text.js';
export { type Township } from './township.js';
export { units, type UnitWords } from './units.js';
export { type FieldFault, shapeOf } from './validation.js';
export { courtApplicationWindow, lastRemedyDay, onWorkingDay } from './remedies.js';
