import { reject, type Refused } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';
import type { ComplaintContext } from './context.js';
import type { RefusalTable } from '../kernel/refusal.js';
import type { FiledComplaint } from './state.js';
import { arcoRefusals } from './arco.js';
import { namedWordsRefusals } from './named-words.js';
import { olderCauseRefusals } from './older-cause.js';
import { deliveryRefusals } from './notice/deliveries.js';
import { carryOutRefusals } from './to-carry-out.js';
import { isTechnical } from './tracks.js';
import type { Defect, RulingOutcome, Subject } from './vocabulary.js';

/** Refusals that more than one stage gives, or that any command may meet before its own rules are asked. */
export const sharedRefusals = {
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
  'not-your-request': {
    kind: 'forbidden',
    es: 'La solicitud no es de {actor}: en ella sólo actúan las partes, el suscriptor o quien la reportó, y quien acreditó representarlas.',
    en: 'The request is not that of {actor}: its parties act on it, the subscriber or the reporter, and who is accredited for them.',
  },
  'not-in-charge': {
    kind: 'forbidden',
    es: 'De la solicitud se ocupa quien la tiene a su cargo, no {actor} ({role}).',
    en: 'The request is attended to by those in charge of it, not by {actor} ({role}).',
  },
  'not-the-users-word': {
    kind: 'forbidden',
    es: 'Esto sólo lo dice el usuario de {folio}: indique qué parte lo dijo y por qué medio.',
    en: 'Only the user of {folio} says this: name the party who said it, and the channel.',
  },
  'only-the-provider-says': {
    kind: 'forbidden',
    es: 'Esto de {folio} lo dice el proveedor: que midió el servicio, o que buscó al usuario. El usuario dice por sí mismo que el servicio volvió, o que él llamó.',
    en: 'This of {folio} is for the provider to say: that it measured the service, or reached out to the user. The user says that the service is back, or that they called.',
  },
  'said-by-no-party': {
    kind: 'forbidden',
    es: 'Quien habló ({party}) no es parte de {folio}: lo son el suscriptor, quien la reportó y quien acreditó representarlos.',
    en: 'Who spoke ({party}) is no party of {folio}: those are the subscriber, the reporter and who is accredited for them.',
  },
  'occurred-in-future': {
    kind: 'rule',
    es: 'El hecho está fechado el {occurredAt}, después de la hora actual, {now}.',
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
  'already-filed': {
    kind: 'conflict',
    es: 'La solicitud ya está registrada con el folio {folio}.',
    en: 'The request is already filed under folio {folio}.',
  },
  'defect-needs-technical-subject': {
    kind: 'rule',
    es: 'Una falla o deficiencia se refiere al servicio o al equipo, no a «{subject}».',
    en: 'A failure or deficiency is one of the service or the equipment, not of "{subject}".',
  },
  'not-routed': {
    kind: 'rule',
    es: 'La solicitud {folio} aún no se ha turnado al área competente.',
    en: 'Request {folio} has not been routed to the competent area yet.',
  },
  'area-not-for-this': {
    kind: 'rule',
    es: 'El área «{area}» no atiende esto en {folio}; pueden hacerlo: {may}.',
    en: 'The area "{area}" does not attend to this in {folio}; these do: {may}.',
  },
  'cause-not-verified': {
    kind: 'rule',
    es: 'Las causas de {folio} aún no se han verificado.',
    en: 'The causes of {folio} have not been verified yet.',
  },
  'already-repaired': {
    kind: 'rule',
    es: 'La falla de {folio} ya se corrigió.',
    en: 'The fault of {folio} has already been repaired.',
  },
  'not-repaired': {
    kind: 'rule',
    es: 'La falla de {folio} aún no se ha corregido.',
    en: 'The fault of {folio} has not been repaired yet.',
  },
  'already-ruled': {
    kind: 'rule',
    es: 'Ya se resolvió la procedencia de {folio} ({ruling}); otra resolución exige escalarla o reabrirla.',
    en: 'Request {folio} has already been ruled on ({ruling}); another ruling needs an escalation or a reopening.',
  },
  'separation-of-duties': {
    kind: 'forbidden',
    es: 'Quien repara no resuelve, ni resuelve la inconformidad quien ya resolvió: {actor} no puede hacer ambas cosas en {folio}.',
    en: 'Whoever repairs does not rule, and whoever ruled does not rule the appeal: {actor} may not do both in {folio}.',
  },
  'proceeding-open': {
    kind: 'rule',
    es: 'La solicitud {folio} no puede terminarse mientras la conoce una autoridad.',
    en: 'Request {folio} may not be ended while it is before an authority.',
  },
  ...carryOutRefusals,
  ...deliveryRefusals,
  ...arcoRefusals,
  ...namedWordsRefusals,
  ...olderCauseRefusals,
  'authority-ruled-for-the-user': {
    kind: 'rule',
    es: 'Una autoridad resolvió {folio} a favor del usuario: ya no puede declararse improcedente.',
    en: 'An authority resolved {folio} for the user: it can no longer be dismissed.',
  },
  'told-in-favour': {
    kind: 'rule',
    es: 'Lo que ya se comunicó al usuario a su favor en {folio} no se corrige ni se resuelve en su contra.',
    en: 'What the user of {folio} was told in their favour is neither corrected nor ruled against them.',
  },
  'proceeding-resolved': {
    kind: 'rule',
    es: 'El expediente {reference} ya se resolvió.',
    en: 'File {reference} has been resolved.',
  },
  'visit-arranged': {
    kind: 'rule',
    es: 'El usuario de {folio} espera la visita {visit}: regístrela o cancélela antes de terminar.',
    en: 'The user of {folio} expects visit {visit}: record or cancel it before ending.',
  },
  'nobody-to-reach': {
    kind: 'rule',
    es: 'El reporte {folio} es anónimo: no hay a quién preguntar ni a quién avisar; se concluye con lo que se encontró.',
    en: 'Report {folio} is anonymous: there is no one to ask or to notify; it is concluded with what was found.',
  },
  'report-of-no-subscriber': {
    kind: 'rule',
    es: 'El reporte {folio} no es solicitud de ningún suscriptor: no se resuelve, contesta ni compensa; se concluye con lo que se encontró.',
    en: "Report {folio} is no subscriber's request: it is not ruled on, answered or compensated, but concluded with what was found.",
  },
  'folio-not-told': {
    kind: 'rule',
    es: 'El usuario aún no conoce su folio {folio}: debe dársele antes de terminar.',
    en: 'The user has not been told folio {folio} yet: it must be told before the end.',
  },
  'user-not-told': {
    kind: 'rule',
    es: 'Al usuario de {folio} aún no se le comunica todo lo que resultó: compensación, acuerdo o cumplimiento de una resolución.',
    en: 'The user of {folio} has not been told all that came of it: a compensation, an agreement, a resolution that was carried out.',
  },
  'appeal-not-answered': {
    kind: 'rule',
    es: 'El usuario de {folio} no aceptó lo que se le contestó: debe contestársele de nuevo antes de terminar.',
    en: 'The user of {folio} did not accept the answer: they are to be answered once more before it ends.',
  },
  'penalty-not-ruled': {
    kind: 'rule',
    es: 'No puede terminarse {folio} sin resolver la inconformidad del usuario con lo que cobró la cancelación.',
    en: 'Request {folio} may not end before it is ruled on what the user does not accept of the cancellation.',
  },
  'appeal-not-ruled': {
    kind: 'rule',
    es: 'La solicitud {folio} debe resolverse de nuevo antes de avisar al usuario o de terminarla.',
    en: 'Request {folio} has to be ruled on again before the user is notified or it ends.',
  },
  'ruling-not-told': {
    kind: 'rule',
    es: 'Al usuario de {folio} aún no se le comunica lo que se resolvió: avísele antes de terminarla.',
    en: 'The user of {folio} has not been told the ruling yet: notify them before it ends.',
  },
  'compensation-not-granted': {
    kind: 'rule',
    es: 'No puede terminarse {folio} sin otorgar al usuario la compensación que le corresponde, sin razonar que no se le debe o sin que el propio usuario renuncie a ella.',
    en: 'Request {folio} may not end before the compensation due to the user is granted, said with reasons not to be due, or waived by the user.',
  },
  'undue-charge-not-refunded': {
    kind: 'rule',
    es: 'No puede terminarse {folio} sin devolver al usuario el cargo indebido con su bonificación, sin razonar que no lo hubo o sin que el propio usuario renuncie a ello.',
    en: 'Request {folio} may not end before the undue charge is refunded with its bonus, said with reasons to be none, or waived by the user.',
  },
  'other-currency': {
    kind: 'rule',
    es: 'Los importes de una solicitud van en una sola moneda: los de ésta van en {known}, no en {currency}.',
    en: 'The amounts of a request are in one currency: those of this one are in {known}, not in {currency}.',
  },
  'no-final-word': {
    kind: 'rule',
    es: 'El usuario aún no recibe la respuesta final de {folio}.',
    en: 'The user has not had the final word on {folio} yet.',
  },
  'cause-missing': {
    kind: 'rule',
    es: 'La verificación de {folio} debe nombrar al menos una causa.',
    en: 'The verification of {folio} must name at least one cause.',
  },
  'restored-before-affected': {
    kind: 'rule',
    es: 'El servicio no pudo restablecerse ({restoredAt}) antes de verse afectado ({affectedFrom}).',
    en: 'The service cannot have been restored ({restoredAt}) before it was affected ({affectedFrom}).',
  },
  'no-time-affected': {
    kind: 'rule',
    es: 'El servicio no puede haber vuelto en el mismo instante en que se vio afectado ({affectedFrom}): corrija uno de los dos o, si no se afectó, no diga desde cuándo y razone que nada se debe.',
    en: 'The service cannot have been back at the very instant at which it was affected ({affectedFrom}): correct one of the two or, where it was not affected, leave out from when and say with reasons that nothing is due.',
  },
  'reasons-missing': {
    kind: 'rule',
    es: 'La resolución de {folio} debe expresar sus razones.',
    en: 'The ruling on {folio} must give its reasons.',
  },
  'next-instance-missing': {
    kind: 'rule',
    es: 'Una resolución de improcedencia debe indicar la instancia a la que puede acudir el usuario ({folio}).',
    en: 'A dismissal must name where the user may go next ({folio}).',
  },
  'less-than-assessed': {
    kind: 'rule',
    es: 'No puede otorgarse menos de lo calculado: {refund} más {bonus} {currency}.',
    en: 'No less than assessed may be granted: {refund} plus {bonus} {currency}.',
  },
  'bonus-too-small': {
    kind: 'rule',
    es: 'La bonificación no puede ser menor al {bonusPercent} % de lo devuelto.',
    en: 'The bonus may not be less than {bonusPercent} % of the refund.',
  },
  'duplicate-of-itself': {
    kind: 'rule',
    es: 'La solicitud {folio} no puede ser duplicado de sí misma.',
    en: 'Request {folio} cannot be a duplicate of itself.',
  },
  'other-not-open': {
    kind: 'rule',
    es: 'La solicitud {other} no está abierta: sólo se termina como duplicada a favor de una que sigue en trámite.',
    en: 'Request {other} is not open: one ends as a duplicate only in favour of another that goes on.',
  },
  'duplicate-of-anothers': {
    kind: 'rule',
    es: 'Las solicitudes {folio} y {other} son de usuarios distintos: ninguna es duplicado de la otra.',
    en: 'Requests {folio} and {other} are of different users: neither is a duplicate of the other.',
  },
  'goes-on-elsewhere': {
    kind: 'rule',
    es: 'La solicitud {folio} terminó como duplicada: todo sigue en la {goesOn}; regístrelo ahí.',
    en: 'Request {folio} ended as a duplicate: everything goes on in {goesOn}; record it there.',
  },
  'nothing-granted': {
    kind: 'rule',
    es: 'En {folio} no hay ninguna compensación otorgada por acreditar.',
    en: 'There is no granted compensation to credit in {folio}.',
  },
} as const satisfies RefusalTable;

/** Code of a refusal that more than one stage gives. */
export type SharedCode = keyof typeof sharedRefusals;

/** No fact lies after the clock, whichever field of a command it stands in (I-19). */
export const afterTheClock = (at: Instant | undefined, { now }: ComplaintContext) =>
  at !== undefined && at > now ? reject('occurred-in-future', { occurredAt: at, now }) : null;

/**
 * No service is back before it failed, whichever of the two is told later, nor at the very instant: a time of nothing would
 * let nothing be due without a reason (I-16).
 */
export const restoredBeforeAffected = (
  restoredAt: Instant | undefined,
  affectedFrom: Instant | undefined,
) => {
  if (restoredAt === undefined || affectedFrom === undefined || restoredAt > affectedFrom) return null;
  return restoredAt === affectedFrom
    ? reject('no-time-affected', { affectedFrom })
    : reject('restored-before-affected', { restoredAt, affectedFrom });
};

/** Once the user has the final word, the work behind it stands until the complaint is reopened. */
export const afterTheFinalWord = ({ facets, folio }: FiledComplaint) =>
  facets.final === 'none' ? null : reject('final-word-sent', { folio });

/** What was ruled on stands: only an escalation or a reopening opens it again (I-08). */
export const alreadyRuled = ({ facets: { ruling, rulingAgain }, folio }: FiledComplaint) =>
  ruling !== 'none' && !rulingAgain ? reject('already-ruled', { folio, ruling }) : null;

/** What an authority resolved for the user is never dismissed again. */
export const againstTheAuthority = (outcome: RulingOutcome, { folio, resolvedForUser }: FiledComplaint) =>
  resolvedForUser && outcome === 'dismissed' ? reject('authority-ruled-for-the-user', { folio }) : null;

/** What the user was told in their favour stands: neither a correction nor another ruling takes it back. */
export const takenBack = ({ folio }: FiledComplaint) => reject('told-in-favour', { folio });

/** What an authority resolved for the user is not dismissed, nor, in that cycle, what the user was told to be upheld. */
export const dismissedAgainst = (outcome: RulingOutcome, complaint: FiledComplaint) =>
  againstTheAuthority(outcome, complaint) ??
  (outcome === 'dismissed' && complaint.facets.toldRuling === 'upheld' ? takenBack(complaint) : null);

/** Only what is technical fails or is deficient (O-01). */
export const defectElsewhere = ({
  subject,
  defect,
}: {
  readonly subject: Subject;
  readonly defect?: Defect;
}) =>
  defect !== undefined && !isTechnical(subject)
    ? reject('defect-needs-technical-subject', { subject })
    : null;

/** The first refusal of a list, or `null`. */
export const firstOf = <Code extends string>(
  ...refusals: readonly (Refused<Code> | null)[]
): Refused<Code> | null => refusals.find((refusal) => refusal !== null) ?? null;
