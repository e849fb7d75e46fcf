import type { ComplaintEventType } from '../../complaint/events.js';
import type { Labels } from '../language.js';

/** What happened, as a history says it. In the order in which a complaint is lived. */
export const eventLabels: Labels<ComplaintEventType> = {
  Filed: { es: 'Se recibió la solicitud', en: 'The request was received' },
  FolioAssigned: { es: 'Se le asignó su número', en: 'It was given its number' },
  FolioCommunicated: { es: 'Se dio a conocer el número al usuario', en: 'The user was told the number' },
  AcknowledgementSent: { es: 'Se envió acuse de recibo', en: 'An acknowledgement was sent' },
  NotAccepted: { es: 'No se admitió la solicitud', en: 'The request was not accepted' },
  CertificateIssued: { es: 'Se expidió una constancia', en: 'A certificate was issued' },

  ReportConcluded: { es: 'Se concluyó el reporte', en: 'The report was concluded' },
  PenaltyDisputed: {
    es: 'El usuario no aceptó lo que cobró la cancelación',
    en: 'The user did not accept what the cancellation charged',
  },
  PenaltyRuled: {
    es: 'Se resolvió sobre lo que cobró la cancelación',
    en: 'What the cancellation charged was ruled on',
  },
  RepresentativeAccredited: { es: 'Se acreditó un representante', en: 'A representative was accredited' },
  RepresentativeRevoked: { es: 'Terminó una representación', en: 'A representation ended' },
  Classified: { es: 'Se clasificó la solicitud', en: 'The request was classified' },
  Reclassified: { es: 'Cambió el tipo de solicitud', en: 'The kind of request was changed' },
  RoutedToArea: { es: 'Se turnó al área competente', en: 'It was routed to the competent area' },
  ReroutedToArea: { es: 'Se turnó a otra área', en: 'It was routed to another area' },
  LinkedTo: { es: 'Se relacionó con otra solicitud', en: 'It was linked to another request' },
  MassOutageLinked: { es: 'Se relacionó con una falla general', en: 'It was linked to a mass outage' },

  TechnicianAssigned: { es: 'Se asignó un responsable técnico', en: 'A technical lead was assigned' },
  CaseReassigned: { es: 'Cambió quien le da seguimiento', en: 'Another person follows it up' },
  CaseTaken: { es: 'Una persona tomó la solicitud', en: 'A person took the request' },
  CaseGivenBack: { es: 'Quien la tenía la devolvió', en: 'The person who had it gave it back' },
  ContactMade: { es: 'Hubo contacto con el usuario', en: 'There was contact with the user' },
  InformationRequested: { es: 'Se pidió información al usuario', en: 'Information was asked of the user' },
  InformationReceived: { es: 'Se recibió información del usuario', en: 'Information came from the user' },
  StatementReceived: { es: 'El usuario manifestó algo más', en: 'The user made a statement' },
  PutOnHold: { es: 'Se puso en espera', en: 'It was put on hold' },
  Resumed: { es: 'Se reanudó', en: 'It was resumed' },
  NoteAdded: { es: 'Se agregó una nota', en: 'A note was added' },
  EvidenceAttached: { es: 'Se agregó un archivo', en: 'A file was attached' },
  WorkOrderOpened: { es: 'Se abrió una orden de trabajo', en: 'A work order was opened' },

  VisitRequested: { es: 'Se pidió una visita', en: 'A visit was requested' },
  VisitScheduled: { es: 'Se programó una visita', en: 'A visit was scheduled' },
  VisitNotified: { es: 'Se avisó de la visita al usuario', en: 'The user was told of the visit' },
  VisitRescheduled: { es: 'Se cambió el horario de la visita', en: 'The visit was rescheduled' },
  VisitCompleted: { es: 'Se realizó la visita', en: 'The visit took place' },
  VisitFailed: { es: 'No se pudo realizar la visita', en: 'The visit failed' },
  VisitCancelled: { es: 'Se canceló la visita', en: 'The visit was cancelled' },

  CauseVerified: { es: 'Se verificaron las causas', en: 'The causes were verified' },
  Repaired: { es: 'Se corrigió la falla', en: 'The fault was corrected' },
  RepairReported: {
    es: 'El responsable técnico informó a Servicio al Cliente',
    en: 'The technical lead reported to customer service',
  },
  RestorationConfirmationRequested: {
    es: 'Se pidió al usuario confirmar el restablecimiento',
    en: 'The user was asked to confirm the restoration',
  },
  RestorationConfirmed: { es: 'Se confirmó el restablecimiento', en: 'The restoration was confirmed' },
  RestorationDisputed: {
    es: 'El usuario indicó que la falla sigue',
    en: 'The user said that the fault persists',
  },

  Ruled: { es: 'Se resolvió la solicitud', en: 'The request was ruled on' },
  AgreementCarriedOut: {
    es: 'Se cumplió lo acordado en la conciliación',
    en: 'What was agreed in the conciliation was carried out',
  },
  ConciliationRecorded: { es: 'Se llevó a cabo la conciliación', en: 'A conciliation was held' },
  CompensationAssessed: { es: 'Se calculó la compensación', en: 'The compensation was assessed' },
  CompensationGranted: { es: 'Se otorgó la compensación', en: 'The compensation was granted' },
  NothingDue: {
    es: 'Se razonó que nada se debe al usuario',
    en: 'Nothing was found to be due, with reasons',
  },
  CompensationCredited: { es: 'Se acreditó la compensación', en: 'The compensation was credited' },

  UserNotified: { es: 'Se notificó el resultado al usuario', en: 'The user was notified of the outcome' },
  NotificationDelivered: {
    es: 'Se comprobó la entrega de un aviso',
    en: 'The delivery of a notice was proven',
  },
  NotificationFailed: { es: 'No se pudo entregar un aviso', en: 'A notice could not be delivered' },
  AnswerProvided: { es: 'Se contestó al usuario', en: 'The user was answered' },
  CancellationExecuted: { es: 'Se ejecutó la cancelación', en: 'The cancellation was executed' },
  FurtherNoticeGiven: {
    es: 'Se comunicó al usuario lo que resultó',
    en: 'The user was told what came of it',
  },
  SatisfactionRated: { es: 'El usuario calificó la atención', en: 'The user rated the attention' },

  SuspensionCured: {
    es: 'Se resolvió la causa de la suspensión',
    en: 'The cause of the suspension was cured',
  },
  Reconnected: { es: 'Se reconectó el servicio', en: 'The service was reconnected' },

  ReopeningDeclined: { es: 'Se negó la reapertura', en: 'Reopening was declined' },
  Escalated: { es: 'La solicitud subió de nivel', en: 'The request was escalated' },
  AuthorityProceedingOpened: {
    es: 'Se abrió un expediente ante la autoridad',
    en: 'A file was opened before an authority',
  },
  AuthorityRequirementReceived: {
    es: 'Se recibió un requerimiento de la autoridad',
    en: 'An authority sent a requirement',
  },
  AuthorityRequirementAnswered: { es: 'Se respondió a la autoridad', en: 'The authority was answered' },
  AuthorityHearingSet: { es: 'Se fijó la fecha de la audiencia', en: 'The hearing was fixed' },
  AuthorityHearingHeld: { es: 'Se celebró la audiencia', en: 'The hearing took place' },
  AuthorityResolved: { es: 'La autoridad resolvió', en: 'The authority resolved' },
  ResolutionCarriedOut: {
    es: 'Se cumplió lo resuelto o acordado ante la autoridad',
    en: 'What was resolved or agreed before the authority was carried out',
  },
  LegalHoldPlaced: { es: 'Se ordenó conservar el expediente', en: 'A legal hold was placed' },
  LegalHoldLifted: { es: 'Se levantó la conservación del expediente', en: 'A legal hold was lifted' },
  ArcoRequested: {
    es: 'El usuario ejerció un derecho sobre sus datos',
    en: 'The user exercised a right over their data',
  },
  ArcoAnswered: {
    es: 'Se respondió lo que el usuario pidió sobre sus datos',
    en: 'What the user asked of their data was answered',
  },

  SlaWarned: { es: 'Se acerca el vencimiento de un plazo', en: 'A deadline is near' },
  SlaBreached: { es: 'Venció un plazo sin cumplirse', en: 'A deadline was missed' },
  StaffAlerted: { es: 'Se avisó al personal de un plazo', en: 'Staff was told of a deadline' },
  ClocksRecomputed: { es: 'Se calcularon de nuevo los plazos', en: 'The deadlines were computed anew' },

  Withdrawn: { es: 'El usuario desistió', en: 'The user withdrew the request' },
  Lapsed: {
    es: 'Concluyó por falta de seguimiento del usuario',
    en: 'It lapsed: the user did not follow up',
  },
  MarkedDuplicate: { es: 'Se marcó como duplicada', en: 'It was marked as a duplicate' },
  Closed: { es: 'Se cerró la solicitud', en: 'The request was closed' },
  Reopened: { es: 'Se reabrió la solicitud', en: 'The request was reopened' },

  RulingCorrected: { es: 'Se corrigió la resolución registrada', en: 'The recorded ruling was corrected' },
  CauseCorrected: { es: 'Se corrigieron las causas registradas', en: 'The recorded causes were corrected' },
  RestorationCorrected: {
    es: 'Se corrigió la hora del restablecimiento',
    en: 'The time of the restoration was corrected',
  },
  CompensationCorrected: {
    es: 'Se corrigió la compensación registrada',
    en: 'The recorded compensation was corrected',
  },
  CreditCorrected: { es: 'Se corrigió el abono registrado', en: 'The recorded credit was corrected' },
  CancellationCorrected: {
    es: 'Se corrigió la cancelación registrada',
    en: 'The recorded cancellation was corrected',
  },
  ResolutionCorrected: {
    es: 'Se corrigió lo registrado de una resolución de la autoridad',
    en: "What was recorded of an authority's resolution was corrected",
  },
  ConciliationCorrected: {
    es: 'Se corrigió lo registrado de una conciliación',
    en: 'What was recorded of a conciliation was corrected',
  },
  DeliveryCorrected: {
    es: 'Se corrigió lo registrado de una entrega',
    en: 'What was recorded of a delivery was corrected',
  },
  VisitCorrected: {
    es: 'Se corrigió lo registrado de una visita',
    en: 'What was recorded of a visit was corrected',
  },
  TechnicianCorrected: {
    es: 'Se corrigió el responsable técnico registrado',
    en: 'The recorded technical lead was corrected',
  },
  MassOutageCorrected: {
    es: 'Se corrigió la falla general con la que se relacionó',
    en: 'The mass outage that it was linked to was corrected',
  },
  DuplicateCorrected: {
    es: 'Se corrigió de cuál solicitud es duplicada',
    en: 'Which request it is a duplicate of was corrected',
  },
};
