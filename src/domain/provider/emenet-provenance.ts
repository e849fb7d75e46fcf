import { commonDecisions, decided, stated } from './mexican-defaults.js';
import type { Provenance } from './profile.js';

/** Where each statement of the profile of Emenet comes from. */
export const emenetProvenance: readonly Provenance[] = [
  ...commonDecisions,
  stated('/name', 'channels, 2nd bullet', 'emenet'),
  stated('/folio/label', 'step 1', 'número de folio'),
  decided('/folio/alsoCalled', {
    es: 'El procedimiento no usa otra palabra.',
    en: 'The procedure has no other word for it.',
  }),
  stated('/roles/customer-service/0', 'channels, 1st bullet', 'Centro de Atención al Usuario'),
  stated('/roles/customer-service/1', 'step 2', 'Área de Servicio al Cliente'),
  stated('/roles/technical-lead', 'step 3', 'responsable técnico'),
  stated('/roles/competent-area', 'point 2 after the steps', 'área competente'),
  stated('/channels/0', 'channels, 1st bullet', 'Vía telefónica a los números 427 211 0580 y 800 944 6123'),
  stated('/channels/1', 'channels, 2nd bullet', 'clientes@emenet.mx, disponible las 24 horas del día'),
  stated('/channels/2', 'channels, 3rd bullet', 'formulario de contacto disponible en www.emenet.mx'),
  stated('/channels/3', 'channels, 4th bullet', 'Andador Carlos Hank González 304'),
  stated(
    '/channels/3/hours',
    'channels, 4th bullet',
    'lunes a viernes de 9:00 a 18:00 h, y sábados de 9:00 a 15:00 h',
  ),
  decided('/channels/3/holidayPolicy', {
    es: 'El procedimiento no dice si la oficina abre en días festivos.',
    en: 'The procedure does not say whether the office opens on holidays.',
  }),
  stated(
    '/routedKinds',
    'point 2 after the steps',
    'Las quejas o aclaraciones serán canalizadas al área competente',
  ),
  decided('/codeOfPractice', {
    es: 'El procedimiento no cita un código de prácticas ni lleva número de versión.',
    en: 'The procedure cites no code of practice and bears no version number.',
  }),
  stated('/notices/0', 'step 1', 'se le asignará un número de folio para su seguimiento'),
  decided('/notices/0/by', {
    es: 'El procedimiento no dice quién comunica el folio.',
    en: 'The procedure does not say who tells the folio.',
  }),
  stated(
    '/notices/1',
    'point 1 after the steps',
    'coordinará la intervención técnica correspondiente y el Usuario será notificado',
  ),
  decided('/notices/1/by', {
    es: 'El procedimiento no dice quién avisa de la visita.',
    en: 'The procedure does not say who gives notice of the visit.',
  }),
  stated('/notices/2', 'step 4', 'notificará al Usuario acerca de'),
];
