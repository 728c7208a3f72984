import { type CaseEvent } from '#foundation/process';
import { type PermitCase } from './permit.case.js';

/** D-PER-03 · working days on the board of each publicity; a norm of the product. */
export const publicityMinDays = 5;
/** D-PER-05 · working days of the township's decision, and of its one extension (ALL art. 42). */
export const decisionDays = 20;
export const extensionMaxDays = 10;

interface Started {
  readonly data: Readonly<Record<string, unknown>>;
}

/** The terms of processes.md F.2 and deadlines.csv: what starts them, how long they run, what meets them. */
export const permitDeadlines = {
  'D-PER-01': {
    label: ['一户一宅面积限制', 'One household, one plot; area within the provincial limit; not on basic farmland'],
    starts: ['HouseApplicationReceived'],
    ends: ['PermitApproved'],
    length: '-',
    unit: 'none',
    owner: 'PERMIT_CLERK',
    basis: 'LAL art. 62',
    effect: 'REFUSE',
  },
  'D-PER-02': {
    label: ['村民讨论与公示', 'Discussed by the villagers, made public, then approved by the township'],
    starts: ['HouseApplicationReceived'],
    ends: ['GroupMeetingPassed', 'ApplicationPublicised'],
    length: '-',
    unit: 'none',
    owner: 'VILLAGE_COORDINATOR',
    basis: 'LAR art. 34',
    effect: 'REFUSE',
  },
  'D-PER-03': {
    label: ['公示期限', 'Each publicity'],
    starts: ['ApplicationPublicised', 'ApprovalPublicised'],
    ends: ['VillageReviewPassed', 'SettingOutAttended'],
    length: 'min 5d',
    unit: 'working',
    owner: 'VILLAGE_COORDINATOR',
    basis: 'county rules',
    effect: 'REFUSE',
  },
  'D-PER-04': {
    label: ['一次性告知期限', 'One notice of missing papers'],
    starts: ['ApplicationSubmittedToTown'],
    ends: ['MaterialsReturned', 'SiteReviewAttended'],
    length: '5d',
    unit: 'working',
    owner: 'PERMIT_CLERK',
    basis: 'ALL art. 32',
    effect: 'LAPSE',
  },
  'D-PER-05': {
    label: ['审批期限', 'Township decision'],
    starts: ['ApplicationSubmittedToTown', 'PermitReopened'],
    ends: ['PermitApproved', 'PermitRefused', 'MaterialsReturned'],
    length: '20d; +10d once',
    unit: 'working|working',
    owner: 'APPROVING_HEAD',
    basis: 'ALL art. 42',
    effect: 'MISSED_EVENT',
    dueOn: ({ revision }: CaseEvent, kase: PermitCase) =>
      kase.all('PermitTermExtended').findLast((extended) => extended.revision > revision)?.data.newDueOn,
    movedBy: ['PermitTermExtended'],
  },
  'D-PER-06': {
    label: ['发证期限', 'Permit handed out after approval'],
    starts: ['PermitApproved'],
    ends: ['PermitHandedOut'],
    length: '10d',
    unit: 'working',
    owner: 'PERMIT_CLERK',
    basis: 'ALL art. 44',
    effect: 'MISSED_EVENT',
  },
  'D-PER-07': {
    label: ['三到场', 'Three attendances: at review, before building starts, at completion'],
    starts: ['PermitApproved'],
    ends: ['SiteReviewAttended', 'SettingOutAttended', 'CompletionCheckAttended'],
    length: '-',
    unit: 'none',
    owner: 'JOINT_REVIEWER',
    basis: '2019 notice of the agriculture and natural-resources ministries on homestead approval',
    effect: 'REFUSE',
  },
  'D-PER-08': {
    label: ['农用地转用', 'Farmland used: conversion approval first'],
    starts: ['SiteReviewAttended'],
    ends: ['JointReviewConcluded'],
    length: '-',
    unit: 'none',
    owner: 'JOINT_REVIEWER',
    basis: 'LAL arts. 44, 62',
    effect: 'REFUSE',
    applies: ({ data }: Started) => data.landUse === 'ARABLE' || data.landUse === 'FOREST',
  },
  'D-PER-09': {
    label: ['乡村建设规划许可', 'Rural planning permit before land approval for new land'],
    starts: ['JointReviewConcluded'],
    ends: ['PermitApproved'],
    length: '-',
    unit: 'none',
    owner: 'APPROVING_HEAD',
    basis: 'CPL art. 41',
    effect: 'REFUSE',
  },
  'D-PER-10': {
    label: ['放样期限', "Setting out after the builder's request"],
    starts: ['SettingOutRequested'],
    ends: ['SettingOutAttended'],
    length: '5d',
    unit: 'working',
    owner: 'JOINT_REVIEWER',
    basis: 'local',
    effect: 'FLAG',
  },
} as const;
