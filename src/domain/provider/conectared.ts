import { conectaredProvenance } from './conectared-provenance.js';
import { areasByPurpose, mexicanBusinessDays, mexicanPolicy, profecoContacts } from './mexican-defaults.js';
import type { ProviderProfile } from './profile.js';
import { aroundTheClock } from '../sla/week.js';

const weekdayHours = ['09:00-21:00'];
const weekendHours = ['09:00-17:00'];

/** Conectared, as its procedure for consultations, doubts, clarifications and complaints has it. */
export const conectared: ProviderProfile = {
  id: 'conectared',
  name: 'Conectared',
  zone: 'America/Mexico_City',
  language: 'es',
  folio: {
    prefix: 'CR',
    label: { es: 'número de seguimiento', en: 'tracking number' },
    alsoCalled: [{ es: 'folio', en: 'folio' }],
  },
  roles: {
    'customer-service': [
      { es: 'Centro de Atención al Usuario', en: 'User Care Centre' },
      { es: 'Área de Servicio al Cliente', en: 'Customer Service Area' },
      { es: 'Centro de Servicio al Cliente', en: 'Customer Service Centre' },
    ],
    'technical-lead': [{ es: 'responsable técnico', en: 'technical lead' }],
    'competent-area': [{ es: 'área correspondiente', en: 'corresponding area' }],
  },
  channels: [
    {
      channel: 'phone',
      label: { es: 'Centro de Atención al Usuario', en: 'User Care Centre' },
      how: { es: 'por teléfono', en: 'by phone' },
      contactPoints: [{ kind: 'phone', value: '229 3410730' }],
      hours: {
        mon: weekdayHours,
        tue: weekdayHours,
        wed: weekdayHours,
        thu: weekdayHours,
        fri: weekdayHours,
        sat: weekendHours,
        sun: weekendHours,
      },
      holidayPolicy: 'unspecified',
    },
    {
      channel: 'email',
      label: { es: 'Correo electrónico', en: 'E-mail' },
      contactPoints: [{ kind: 'email', value: 'atencionclientes@conectared.com.mx' }],
      hours: aroundTheClock,
      holidayPolicy: 'open',
    },
    {
      channel: 'web',
      label: { es: 'Página Web', en: 'Web page' },
      how: { es: 'por mensaje', en: 'by message' },
      contactPoints: [{ kind: 'web', value: 'www.conectared.com.mx' }],
      hours: aroundTheClock,
      holidayPolicy: 'open',
    },
  ],
  areas: areasByPurpose,
  routedKinds: ['complaint'],
  nextInstanceContacts: profecoContacts,
  codeOfPractice: { id: 'conectared-code', version: '1' },
  notices: [
    {
      notice: 'folio',
      by: 'customer-service',
      to: 'user',
      contents: [
        {
          content: 'folio',
          wording: { es: 'folio para la atención y seguimiento', en: 'folio for attention and follow-up' },
        },
      ],
    },
    {
      notice: 'visit',
      by: 'customer-service',
      to: 'user',
      contents: [{ content: 'visit', wording: { es: 'visita al domicilio', en: 'visit to the home' } }],
    },
    {
      notice: 'final',
      by: 'customer-service',
      to: 'subscriber',
      contents: [
        { content: 'causes', wording: { es: 'las razones de la falla', en: 'the reasons for the failure' } },
        {
          content: 'ruling',
          wording: { es: 'la procedencia o no de su reporte', en: 'whether the report is upheld or not' },
        },
        {
          content: 'restoration',
          wording: {
            es: 'la ratificación de que la falla reportada se corrigió',
            en: 'the confirmation that the failure reported was corrected',
          },
        },
      ],
    },
  ],
  businessCalendar: mexicanBusinessDays('conectared', 'America/Mexico_City', '09:00-21:00'),
  policy: { id: 'conectared', version: 1, ...mexicanPolicy },
  provenance: conectaredProvenance,
};
