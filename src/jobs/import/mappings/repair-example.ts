import type { ActivityRule, GroupUse, Mapping, Step } from '../mapping.js';
import { neutralProfile } from './neutral-profile.js';
import { byLead, byResource, commonGroups } from './steps.js';

const desk = { by: 'desk', as: 'customer-service' } as const;

const groups = {
  ...commonGroups,
  file: [
    {
      rule: 'file',
      when: [{ not: 'filed' }],
      command: 'file',
      ...desk,
      input: {
        kind: 'fault',
        subject: 'equipment',
        channel: 'other',
        receivedAt: '{at}',
        subscriber: { ref: '{subscriber}' },
        externalReferences: [{ system: 'repair-example', id: '{case}' }],
        description: 'Importado del registro «repair-example»: {case}.',
      },
    },
  ],
  'file-unsaid': [{ use: 'file', filled: true }],
  'cause-unsaid': [
    { use: 'in-charge' },
    {
      rule: 'cause-not-recorded',
      when: [{ not: 'cause-verified' }],
      command: 'verifyCause',
      ...byLead,
      input: { causes: ['not-recorded'], faultFound: true, attribution: 'none' },
      filled: true,
    },
  ],
  /** An archived repair that no test passed: the user is offered to leave. */
  unrepaired: [
    {
      rule: 'report-impossible',
      when: [{ not: 'repair-impossible' }],
      command: 'reportRepair',
      by: 'technician',
      as: 'technical-lead',
      input: { outcome: 'repair-impossible' },
      filled: true,
    },
  ],
  ruling: [
    {
      rule: 'rule',
      when: [{ not: 'ruled' }],
      command: 'rule',
      by: 'ruling',
      as: 'ruling-officer',
      input: { outcome: 'upheld', basis: 'repair-log', reasons: 'Importado: archivado con «{activity}».' },
      filled: true,
    },
  ],
  notice: [
    {
      rule: 'notify-impossible',
      when: ['repair-impossible'],
      command: 'notifyUser',
      ...desk,
      input: {
        recipient: 'subscriber',
        sentAt: '{at}',
        restorationImpossible: {
          reason: 'Importado: ninguna prueba fue satisfactoria.',
          offer: 'cancellation',
        },
      },
      filled: true,
    },
    {
      rule: 'notify-user',
      when: [{ not: 'repair-impossible' }],
      command: 'notifyUser',
      ...desk,
      input: { recipient: 'subscriber', sentAt: '{at}' },
      filled: true,
    },
  ],
} as const satisfies Readonly<Record<string, readonly (Step | GroupUse)[]>>;

const note = [{ use: 'note' }] as const;

/** A repair begins with a work order for its technician, and ends with the correction and the report. */
const repairOf = (activity: string): readonly ActivityRule[] => [
  {
    activity,
    transition: 'start',
    steps: [
      { use: 'file-unsaid' },
      { use: 'in-charge' },
      { rule: 'work-order', command: 'openWorkOrder', ...byLead, input: { workOrder: '{case}.{ordinal}' } },
    ],
  },
  {
    activity,
    transition: 'complete',
    steps: [
      { use: 'file-unsaid' },
      { use: 'cause-unsaid' },
      {
        rule: 'repair',
        when: [{ not: 'repaired' }],
        command: 'repair',
        ...byLead,
        input: {
          action: {
            of: '{activity}',
            table: { 'Repair (Simple)': 'simple-repair' },
            otherwise: 'complex-repair',
          },
          atHome: false,
          restoredAt: '{at}',
        },
      },
      {
        rule: 'report',
        when: [{ not: 'reported' }],
        command: 'reportRepair',
        ...byLead,
        input: { outcome: 'repaired' },
      },
    ],
    otherwise: note,
  },
];

const activities: readonly ActivityRule[] = [
  { activity: 'Register', steps: [{ use: 'file' }], otherwise: note },
  {
    activity: 'Analyze Defect',
    transition: 'start',
    steps: [
      { use: 'file-unsaid' },
      {
        rule: 'assign',
        command: 'assignTechnician',
        ...desk,
        input: { technician: '{resource}', owner: '{owner}' },
      },
    ],
    otherwise: note,
  },
  {
    activity: 'Analyze Defect',
    transition: 'complete',
    steps: [
      { use: 'file-unsaid' },
      { use: 'in-charge' },
      {
        rule: 'verify-cause',
        command: 'verifyCause',
        ...byLead,
        input: { causes: ['defect-type-{event:defectType}'], faultFound: true, attribution: 'none' },
      },
    ],
    otherwise: note,
  },
  ...['Repair (Simple)', 'Repair (Complex)'].flatMap(repairOf),
  {
    activity: 'Test Repair',
    transition: 'start',
    steps: [
      {
        rule: 'ask-confirmation',
        when: ['ever-repaired', { not: 'restored' }, { not: 'restoration-asked' }],
        command: 'requestRestorationConfirmation',
        ...desk,
        input: { requestedAt: '{at}' },
      },
    ],
    otherwise: note,
  },
  {
    activity: 'Test Repair',
    transition: 'complete',
    steps: [
      {
        rule: 'confirm-restoration',
        when: [{ attribute: 'defectFixed', is: 'true' }, 'repaired', { not: 'restored' }],
        command: 'confirmRestoration',
        ...byResource,
        input: { by: 'measurement', confirmedAt: '{at}' },
      },
      {
        rule: 'dispute-restoration',
        when: [{ attribute: 'defectFixed', is: 'false' }, 'repaired'],
        command: 'disputeRestoration',
        ...byResource,
        input: { disputedAt: '{at}', explanation: 'Importado: la prueba no fue satisfactoria.' },
      },
    ],
    otherwise: note,
  },
  {
    activity: 'Inform User',
    steps: [
      { use: 'file-unsaid' },
      {
        rule: 'contact',
        command: 'recordContact',
        ...desk,
        input: { direction: 'to-user', channel: 'other', contactedAt: '{at}' },
      },
    ],
  },
  { activity: 'Restart Repair', steps: [{ use: 'file-unsaid' }, { use: 'again' }, ...note] },
  {
    activity: 'Archive Repair',
    steps: [
      { use: 'file-unsaid' },
      { use: 'unrepaired', when: [{ not: 'restored' }, { not: 'ended' }] },
      { use: 'ruling', when: [{ not: 'ended' }] },
      { use: 'notice', when: [{ not: 'ended' }, { not: 'final-word' }] },
      { use: 'tell-folio' },
      { rule: 'close', when: [{ not: 'ended' }], command: 'close', ...desk },
    ],
  },
];

/** Telephone repair, synthetic: the example log of ProM, published with pm4py as test data. The people in it are not real. */
export const repairExample: Mapping = {
  id: 'repair-example',
  version: 1,
  title: { es: 'Reparación de teléfonos (ejemplo)', en: 'Telephone repair (example)' },
  provider: neutralProfile(
    'repair-example',
    'Taller de teléfonos (registro importado)',
    'RE',
    'Europe/Amsterdam',
  ),
  people: { subscriber: 'owner of phone {case}', pseudonyms: true },
  closing: ['Archive Repair'],
  groups,
  activities,
};
