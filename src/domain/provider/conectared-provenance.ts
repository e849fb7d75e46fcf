import { commonDecisions, decided, stated } from './mexican-defaults.js';
import type { Provenance } from './profile.js';

/** Where each statement of the profile of Conectared comes from. */
export const conectaredProvenance: readonly Provenance[] = [
  ...commonDecisions,
  stated('/name', 'channels, 1st bullet', 'conectared'),
  stated('/folio/label', 'step 1', 'número de seguimiento'),
  stated(
    '/folio/alsoCalled',
    'paragraph after the steps',
    'se le asignará y dará a conocer al Usuario un folio',
  ),
  stated('/roles/customer-service/0', 'step 1', 'Centro de Atención al Usuario'),
  stated('/roles/customer-service/1', 'step 2', 'Área de Servicio al Cliente'),
  stated('/roles/customer-service/2', 'step 4', 'Centro de Servicio al Cliente'),
  stated('/roles/technical-lead', 'step 3', 'responsable técnico'),
  stated('/roles/competent-area', 'paragraph after the steps', 'área correspondiente'),
  stated('/channels/0', 'channels, 1st bullet', 'a través del número 229 3410730'),
  stated(
    '/channels/0/hours',
    'channels, 1st bullet',
    'Lunes a Viernes de 9:00 AM a 21:00 PM, Sábado y Domingo de 9:00 AM a 17:00 PM',
  ),
  decided('/channels/0/holidayPolicy', {
    es: 'El procedimiento no dice si hay atención telefónica en días festivos.',
    en: 'The procedure does not say whether the phone is attended on holidays.',
  }),
  stated('/channels/1', 'channels, 1st bullet', 'las 24 horas del día, los 365 días del año'),
  stated('/channels/2/how', 'channels, 2nd bullet', 'El envío de mensajes por medio de la Página Web'),
  stated('/channels/2', 'channels, 2nd bullet', 'Página Web www.conectared.com.mx'),
  stated('/routedKinds', 'paragraph after the steps', 'Las quejas serán turnadas al área correspondiente'),
  stated('/codeOfPractice/id', 'paragraph after the steps', 'de acuerdo con lo establecido en este código'),
  decided('/codeOfPractice/version', {
    es: 'El procedimiento no lleva número de versión.',
    en: 'The procedure bears no version number.',
  }),
  stated('/notices/0', 'paragraph after the steps', 'se le asignará y dará a conocer al Usuario un folio'),
  stated('/notices/0/by', 'step 1', 'levantará el reporte ante el Centro de Atención al Usuario'),
  stated('/notices/1', 'paragraph after the steps', 'que requiera visitar el domicilio del Usuario'),
  decided('/notices/1/by', {
    es: 'El procedimiento no dice quién avisa de la visita.',
    en: 'The procedure does not say who gives notice of the visit.',
  }),
  stated('/notices/2', 'step 4', 'notificará al suscriptor las razones de la falla'),
];
