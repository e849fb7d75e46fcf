import { emenetProvenance } from './emenet-provenance.js';
import { areasByPurpose, mexicanBusinessDays, mexicanPolicy, profecoContacts } from './mexican-defaults.js';
import type { ProviderProfile } from './profile.js';
import { aroundTheClock } from '../sla/week.js';

const weekdayHours = ['09:00-18:00'];

/** Emenet, as its procedure has it. */
export const emenet: ProviderProfile = {
  id: 'emenet',
  name: 'Emenet',
  zone: 'America/Mexico_City',
  language: 'es',
  folio: { prefix: 'EM', label: { es: 'número de folio', en: 'folio number' }, alsoCalled: [] },
  roles: {
    'customer-service': [
      { es: 'Centro de Atención al Usuario', en: 'User Care Centre' },
      { es: 'Área de Servicio al Cliente', en: 'Customer Service Area' },
    ],
    'technical-lead': [{ es: 'responsable técnico', en: 'technical lead' }],
    'competent-area': [{ es: 'área competente', en: 'competent area' }],
  },
  channels: [
    {
      channel: 'phone',
      label: { es: 'Centro de Atención al Usuario', en: 'User Care Centre' },
      how: { es: 'por teléfono', en: 'by phone' },
      contactPoints: [
        { kind: 'phone', value: '427 211 0580' },
        { kind: 'phone', value: '800 944 6123' },
      ],
      hours: aroundTheClock,
      holidayPolicy: 'open',
    },
    {
      channel: 'email',
      label: { es: 'Correo electrónico', en: 'E-mail' },
      contactPoints: [{ kind: 'email', value: 'clientes@emenet.mx' }],
      hours: aroundTheClock,
      holidayPolicy: 'open',
    },
    {
      channel: 'web',
      label: { es: 'Sitio web oficial', en: 'Official web site' },
      how: { es: 'por el formulario de contacto', en: 'by the contact form' },
      contactPoints: [{ kind: 'web', value: 'www.emenet.mx' }],
      hours: aroundTheClock,
      holidayPolicy: 'open',
    },
    {
      channel: 'in-person',
      label: { es: 'Atención presencial', en: 'In person' },
      how: { es: 'en nuestras oficinas', en: 'at our offices' },
      contactPoints: [
        {
          kind: 'office',
          value:
            'Andador Carlos Hank González 304, Colonia Santiago Tianguistenco, Municipio de Tianguistenco, C.P. 52600, Estado de México',
        },
      ],
      hours: {
        mon: weekdayHours,
        tue: weekdayHours,
        wed: weekdayHours,
        thu: weekdayHours,
        fri: weekdayHours,
        sat: ['09:00-15:00'],
      },
      holidayPolicy: 'unspecified',
    },
  ],
  areas: areasByPurpose,
  routedKinds: ['complaint', 'clarification'],
  nextInstanceContacts: profecoContacts,
  codeOfPractice: { id: 'emenet-procedure', version: '1' },
  notices: [
    {
      notice: 'folio',
      by: 'customer-service',
      to: 'user',
      contents: [
        {
          content: 'folio',
          wording: { es: 'número de folio para su seguimiento', en: 'folio number for follow-up' },
        },
      ],
    },
    {
      notice: 'visit',
      by: 'customer-service',
      to: 'user',
      contents: [
        {
          content: 'visit',
          wording: { es: 'intervención técnica en el domicilio', en: 'technical intervention at the home' },
        },
      ],
    },
    {
      notice: 'final',
      by: 'customer-service',
      to: 'user',
      contents: [
        { content: 'causes', wording: { es: 'las causas de la falla', en: 'the causes of the failure' } },
        {
          content: 'ruling',
          wording: {
            es: 'la procedencia o improcedencia del reporte',
            en: 'whether the report is upheld or dismissed',
          },
        },
        {
          content: 'restoration',
          wording: {
            es: 'la confirmación de que el servicio ha sido restablecido correctamente',
            en: 'the confirmation that the service has been correctly restored',
          },
        },
      ],
    },
  ],
  businessCalendar: mexicanBusinessDays('emenet', 'America/Mexico_City', '09:00-18:00'),
  policy: { id: 'emenet', version: 1, ...mexicanPolicy },
  provenance: emenetProvenance,
};
