import type { NoticeProfile, Provenance, ProviderProfile } from '../../../domain/provider/profile.js';
import { aroundTheClock } from '../../../domain/sla/week.js';

const note = {
  es: 'El registro importado no dice nada de esto; el perfil es neutro.',
  en: 'The imported log says nothing of this; the profile is neutral.',
};

const decided = (...fields: readonly string[]): readonly Provenance[] =>
  fields.map((field) => ({ at: `/${field}`, from: 'decision', note }));

const notices: readonly NoticeProfile[] = [
  {
    notice: 'folio',
    by: 'customer-service',
    to: 'user',
    contents: [{ content: 'folio', wording: { es: 'folio', en: 'folio' } }],
  },
  {
    notice: 'visit',
    by: 'customer-service',
    to: 'user',
    contents: [{ content: 'visit', wording: { es: 'visita', en: 'visit' } }],
  },
  {
    notice: 'final',
    by: 'customer-service',
    to: 'subscriber',
    contents: [
      { content: 'causes', wording: { es: 'causas', en: 'causes' } },
      { content: 'ruling', wording: { es: 'procedencia', en: 'ruling' } },
      { content: 'restoration', wording: { es: 'restablecimiento', en: 'restoration' } },
    ],
  },
];

/**
 * A provider of whom nothing is known but its log: one means of contact that is always open, one area, no limit to
 * reopening. It belongs to a mapping, and to none of the two providers.
 */
export const neutralProfile = (id: string, name: string, prefix: string, zone: string): ProviderProfile => ({
  id,
  name,
  zone,
  language: 'es',
  folio: { prefix, label: { es: 'folio', en: 'folio' }, alsoCalled: [] },
  roles: {
    'customer-service': [{ es: 'mesa de ayuda', en: 'help desk' }],
    'technical-lead': [{ es: 'responsable técnico', en: 'technical lead' }],
    'competent-area': [{ es: 'área competente', en: 'competent area' }],
  },
  channels: [
    {
      channel: 'other',
      label: { es: 'registro importado', en: 'imported log' },
      contactPoints: [{ kind: 'web', value: 'www.example.com' }],
      hours: aroundTheClock,
      holidayPolicy: 'open',
    },
  ],
  areas: [{ id: 'help-desk', label: { es: 'Mesa de ayuda', en: 'Help desk' }, purposes: ['repair'] }],
  routedKinds: [],
  codeOfPractice: { id: `${id}-log`, version: '1' },
  notices,
  businessCalendar: {
    id: `${id}-always`,
    version: 1,
    zone,
    week: aroundTheClock,
    holidays: [],
    overrides: {},
    until: '2060-12-31',
    provenance: [],
  },
  policy: {
    id: `${id}-imported`,
    version: 1,
    reopeningDays: null,
    bonusPercent: 20,
    forceMajeureHours: 24,
    nextInstance: 'PROFECO',
    contract: {
      repairHours: 24,
      physicalRepair: { hours: 48, municipalities: [] },
      reconnection: { hours: 48, physicalHours: 72 },
      from: {
        basis: 'design',
        source: 'The log tells no contract: the strictest terms',
        lookedAt: '2026-11-27',
      },
    },
  },
  provenance: decided(
    'zone',
    'language',
    'folio',
    'roles',
    'channels',
    'areas',
    'notices',
    'policy',
    'businessCalendar',
  ),
});
