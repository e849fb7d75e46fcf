import type { RefusalTable } from '../kernel/refusal.js';
import { fillIn, type RejectionText } from '../kernel/rejection-text.js';
import type { Rejection } from '../kernel/decision.js';
import { filingRejections } from './filing/rejections.js';
import { triageRejections } from './triage/rejections.js';
import { followUpRejections } from './follow-up/rejections.js';
import { visitRejections } from './visit/rejections.js';
import { diagnosisRejections } from './diagnosis/rejections.js';
import { repairRejections } from './repair/rejections.js';
import { rulingRejections } from './ruling/rejections.js';
import { compensationRejections } from './compensation/rejections.js';
import { noticeRejections } from './notice/rejections.js';
import { serviceRejections } from './service/rejections.js';
import { escalationRejections } from './escalation/rejections.js';
import { authorityRejections } from './authority/rejections.js';
import { deadlinesRejections } from './deadlines/rejections.js';
import { endingRejections } from './ending/rejections.js';

/** Refusals that any command may meet, before its own rules are asked. */
const general = {
  'not-filed': {
    kind: 'not-found',
    es: 'No hay ninguna solicitud registrada con ese identificador.',
    en: 'No request is filed under that id.',
  },
  'role-not-allowed': {
    kind: 'forbidden',
    es: 'El papel «{role}» no puede hacer esto; pueden: {allowed}.',
    en: 'The role "{role}" may not do this; these may: {allowed}.',
  },
  'occurred-in-future': {
    kind: 'rule',
    es: 'El hecho está fechado en {occurredAt}, después de la hora actual {now}.',
    en: 'The fact is dated {occurredAt}, after the clock, {now}.',
  },
  'complaint-ended': {
    kind: 'rule',
    es: 'La solicitud {folio} ya terminó ({ending}); sólo se admite lo que cabe después del final, o reabrirla.',
    en: 'Request {folio} has ended ({ending}); only what belongs after the end is taken, or reopening it.',
  },
  'no-new-fact': {
    kind: 'rule',
    es: 'Esto no aporta ningún hecho nuevo a la solicitud {folio}.',
    en: 'This brings no new fact to request {folio}.',
  },
  'not-on-this-track': {
    kind: 'rule',
    es: 'Una solicitud de tipo «{track}» no lleva este paso.',
    en: 'A request on the track "{track}" has no such step.',
  },
} as const satisfies RefusalTable;

/** Every refusal of the complaint, with what it says to a person. The codes are stable: hosts may rely on them. */
export const rejections = {
  ...general,
  ...filingRejections,
  ...triageRejections,
  ...followUpRejections,
  ...visitRejections,
  ...diagnosisRejections,
  ...repairRejections,
  ...rulingRejections,
  ...compensationRejections,
  ...noticeRejections,
  ...serviceRejections,
  ...escalationRejections,
  ...authorityRejections,
  ...deadlinesRejections,
  ...endingRejections,
} as const;

/** Every reason for which a command on a complaint is refused; hosts may rely on the codes. */
export type RejectionCode = keyof typeof rejections;

/** What a refusal says, in both languages, with its details filled in. */
export const rejectionText = ({ code, details }: Rejection<RejectionCode>): RejectionText => {
  const { es, en } = rejections[code];
  return { es: fillIn(es, details), en: fillIn(en, details) };
};
