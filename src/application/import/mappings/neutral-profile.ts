import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { aroundTheClock } from '../../../domain/provider/week.js';

const decided = {
  from: 'decision',
  note: {
    es: 'El registro importado no dice nada de esto; el perfil es neutro.',
    en: 'The imported log says nothing of this; the profile is neutral.',
  },
} as const;

/**
 * A provider of whom nothing is known but its log: one means of contact that is always open, no area, no limit to
 * reopening, nothing that pauses or pays. It belongs to a mapping, and to none of the two providers.
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
      contactPoints: [],
      hours: aroundTheClock,
      holidayPolicy: 'open',
    },
  ],
  areas: [],
  routedKinds: [],
  codeOfPractice: { id: `${id}-log`, version: '1' },
  notices: [],
  policy: {
    id: `${id}-imported`,
    version: 1,
    calendars: [],
    reopeningDays: null,
    bonusPercent: 20,
    forceMajeureHours: 24,
    nextInstance: 'PROFECO',
  },
  provenance: [{ at: '', ...decided }],
});
