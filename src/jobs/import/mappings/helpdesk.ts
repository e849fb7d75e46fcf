import type { ActivityRule, GroupUse, Mapping, Step } from '../mapping.js';
import { neutralProfile } from './neutral-profile.js';
import { byLead, byResource, commonGroups } from './steps.js';

/** The log is anonymised: which of its four levels is the gravest is not known, and this order is our choice. */
const severity = {
  of: '{event:seriousness_2}',
  table: { 'Value 1': 'normal', 'Value 2': 'low', 'Value 3': 'critical', 'Value 4': 'high' },
  otherwise: 'normal',
};

const file: Omit<Step, 'rule' | 'by' | 'as'> = {
  when: [{ not: 'filed' }],
  command: 'file',
  input: {
    kind: 'fault',
    subject: 'service',
    channel: 'other',
    receivedAt: '{at}',
    subscriber: { ref: '{subscriber}' },
    severity,
    service: '{slug:event:product}',
    externalReferences: [{ system: 'helpdesk', id: '{case}' }],
    description: 'Importado del registro «helpdesk»: {case}.',
  },
};

const verifyCause = (rule: string, cause: string, step: Partial<Step>): Step => ({
  rule,
  command: 'verifyCause',
  ...byLead,
  input: { causes: [cause], faultFound: true, attribution: 'none' },
  ...step,
});

const groups = {
  ...commonGroups,
  file: [{ rule: 'file', ...file, ...byResource }],
  /** A case that begins in the middle was filed before the log began to say so. */
  'file-unsaid': [{ rule: 'file', ...file, by: 'desk', as: 'customer-service', filled: true }],
  working: [{ use: 'file-unsaid' }, { use: 'again' }, { use: 'going-on' }],
  'software-anomaly': [verifyCause('software-anomaly', 'software-anomaly', {})],
  /** What “resolved” stands for: cause, correction, report, confirmation and ruling, each where it is missing. */
  resolution: [
    { use: 'going-on' },
    { use: 'in-charge' },
    {
      rule: 'complete-visit',
      when: ['visit-notified'],
      command: 'completeVisit',
      by: 'technician',
      as: 'technical-lead',
      input: { visit: '{visit}', startedAt: '{at}', endedAt: '{at}' },
      filled: true,
    },
    verifyCause('upgrade-needed', 'upgrade-needed', {
      when: [{ not: 'cause-verified' }, { seen: 'Require upgrade' }],
    }),
    verifyCause('cause-not-recorded', 'not-recorded', { when: [{ not: 'cause-verified' }], filled: true }),
    {
      rule: 'repair',
      when: [{ not: 'repaired' }],
      command: 'repair',
      ...byLead,
      input: { action: 'resolved', atHome: false, restoredAt: '{at}' },
    },
    {
      rule: 'report',
      when: [{ not: 'reported' }],
      command: 'reportRepair',
      ...byLead,
      input: { outcome: 'repaired' },
      filled: true,
    },
    {
      rule: 'confirm-restoration',
      when: [{ not: 'restored' }],
      command: 'confirmRestoration',
      by: 'owner',
      as: 'customer-service',
      input: { by: 'measurement', confirmedAt: '{at}' },
      filled: true,
    },
    {
      rule: 'rule',
      when: [{ not: 'ruled' }],
      command: 'rule',
      by: 'ruling',
      as: 'ruling-officer',
      input: { outcome: 'upheld', basis: 'helpdesk-log', reasons: 'Importado: atendido con «{activity}».' },
      filled: true,
    },
  ],
} as const satisfies Readonly<Record<string, readonly (Step | GroupUse)[]>>;

const note = [{ use: 'note' }] as const;

/** A word that changes nothing in the life of a complaint, and is kept as a note of its file. */
const noted = (activity: string): ActivityRule => ({ activity, steps: [{ use: 'file-unsaid' }, ...note] });

const activities: readonly ActivityRule[] = [
  { activity: 'Insert ticket', steps: [{ use: 'file' }], otherwise: note },
  {
    activity: 'Assign seriousness',
    steps: [
      { use: 'file' },
      { use: 'again' },
      { rule: 'classify', when: ['filed-before'], command: 'classify', ...byResource, input: { severity } },
    ],
    otherwise: note,
  },
  {
    activity: 'Take in charge ticket',
    steps: [
      { use: 'working' },
      {
        rule: 'take-in-charge',
        command: 'assignTechnician',
        by: 'owner',
        as: 'customer-service',
        input: { technician: '{resource}', owner: '{owner}' },
      },
    ],
    otherwise: note,
  },
  {
    activity: 'Wait',
    steps: [
      { use: 'file-unsaid' },
      { use: 'again' },
      {
        rule: 'request-information',
        command: 'requestInformation',
        ...byResource,
        input: { question: 'Importado: en espera del usuario («{activity}»).' },
      },
    ],
  },
  {
    activity: 'Require upgrade',
    steps: [
      { use: 'working' },
      {
        rule: 'put-on-hold',
        command: 'putOnHold',
        ...byResource,
        input: { reason: 'supplier', explanation: 'Importado: requiere una versión nueva («{activity}»).' },
      },
    ],
  },
  {
    activity: 'Create SW anomaly',
    steps: [
      { use: 'working' },
      { use: 'in-charge' },
      { use: 'software-anomaly' },
      {
        rule: 'work-order',
        command: 'openWorkOrder',
        ...byLead,
        input: { workOrder: '{case}.{ordinal}' },
      },
    ],
  },
  {
    activity: 'Resolve SW anomaly',
    steps: [
      { use: 'working' },
      { use: 'in-charge' },
      { use: 'software-anomaly', when: [{ not: 'cause-verified' }], filled: true },
      {
        rule: 'repair-software',
        when: [{ not: 'repaired' }],
        command: 'repair',
        ...byLead,
        input: { action: 'software-corrected', atHome: false, restoredAt: '{at}' },
      },
    ],
    otherwise: note,
  },
  {
    activity: 'Schedule intervention',
    steps: [
      { use: 'working' },
      {
        rule: 'schedule-visit',
        command: 'scheduleVisit',
        ...byResource,
        input: { visitor: '{resource}', window: { from: '{at}', to: '{at+240}' }, purpose: 'inspection' },
      },
      {
        rule: 'notify-visit',
        command: 'notifyVisit',
        ...byResource,
        input: { visit: '{visit}', channel: 'other', notifiedAt: '{at}' },
        filled: true,
      },
    ],
  },
  {
    activity: 'Resolve ticket',
    steps: [{ use: 'file-unsaid' }, { use: 'resolution', when: [{ not: 'finished' }] }],
  },
  {
    activity: 'Closed',
    steps: [
      { use: 'file-unsaid' },
      { use: 'resolution', when: [{ not: 'finished' }], filled: true },
      {
        rule: 'notify-user',
        when: [{ not: 'ended' }, { not: 'final-word' }],
        command: 'notifyUser',
        ...byResource,
        input: { recipient: 'subscriber', sentAt: '{at}' },
      },
      { use: 'tell-folio' },
      { rule: 'close', when: [{ not: 'ended' }], command: 'close', ...byResource },
    ],
  },
  ...['VERIFIED', 'RESOLVED', 'INVALID', 'DUPLICATE'].map(noted),
];

/**
 * The ticketing log of an Italian software firm's help desk (Mendeley Data 10.17632/39bp3vv62t, CC BY 4.0), as faults
 * of a service. Its names are anonymised by its publishers.
 */
export const helpdesk: Mapping = {
  id: 'helpdesk',
  version: 1,
  title: { es: 'Mesa de ayuda de una empresa de software', en: 'Help desk of a software firm' },
  provider: neutralProfile('helpdesk', 'Mesa de ayuda (registro importado)', 'HD', 'Europe/Rome'),
  people: { subscriber: 'customer {event:customer}', pseudonyms: true },
  closing: ['Closed'],
  groups,
  activities,
};
