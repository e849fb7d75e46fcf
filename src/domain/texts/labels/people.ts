import type { Capacity, RevocationReason } from '../../complaint/parties/messages.js';
import type { EscalationLevel, EscalationTrigger, Role, RoutingPurpose } from '../../complaint/vocabulary.js';
import type { Bilingual, Labels } from '../language.js';

/** What people read for each role. */
export const roleLabels: Labels<Role> = {
  user: { es: 'usuario', en: 'user' },
  'customer-service': { es: 'Servicio al Cliente', en: 'customer service' },
  'technical-lead': { es: 'responsable técnico', en: 'technical lead' },
  'competent-area': { es: 'área competente', en: 'competent area' },
  'ruling-officer': { es: 'encargado de resolver', en: 'ruling officer' },
  billing: { es: 'Facturación', en: 'billing' },
  legal: { es: 'Jurídico', en: 'legal' },
  'privacy-officer': { es: 'encargado de datos personales', en: 'privacy officer' },
  authority: { es: 'autoridad', en: 'authority' },
  auditor: { es: 'auditor', en: 'auditor' },
  system: { es: 'sistema', en: 'system' },
};

/** What people read for what an area is asked for. */
export const routingPurposeLabels: Labels<RoutingPurpose> = {
  clarification: { es: 'aclaración', en: 'clarification' },
  conciliation: { es: 'conciliación', en: 'conciliation' },
  repair: { es: 'reparaciones', en: 'repairs' },
};

/** What people read for each level of escalation. */
export const levelLabels: Readonly<Record<EscalationLevel, Bilingual>> = {
  0: { es: 'atención inicial', en: 'front line' },
  1: { es: 'supervisión', en: 'supervisor' },
  2: { es: 'área competente', en: 'competent area' },
  3: { es: 'dirección', en: 'management' },
  4: { es: 'autoridad', en: 'authority' },
};

/** What people read for why a complaint went up. */
export const triggerLabels: Labels<EscalationTrigger> = {
  user: { es: 'a petición del usuario', en: 'at the wish of the user' },
  deadlock: { es: 'por inconformidad con la resolución', en: 'because the ruling was not accepted' },
  time: { es: 'por el tiempo transcurrido', en: 'because of the time elapsed' },
  authority: { es: 'por aviso de una autoridad', en: 'because an authority asked' },
  repeat: { es: 'por falla repetida', en: 'because the fault came again' },
  'vulnerable-user': { es: 'por la situación del usuario', en: "because of the user's situation" },
};

/** What people read for the capacity in which a representative acts. */
export const capacityLabels: Labels<Capacity> = {
  'parent-or-guardian': { es: 'madre, padre o tutor', en: 'parent or guardian' },
  'attorney-in-fact': { es: 'apoderado', en: 'attorney-in-fact' },
  heir: { es: 'heredero o albacea', en: 'heir or executor' },
  'company-representative': { es: 'representante legal de la empresa', en: "the company's representative" },
  'consumer-organisation': { es: 'organización de consumidores', en: 'consumer organisation' },
  relative: { es: 'familiar', en: 'relative' },
  other: { es: 'otro carácter', en: 'another capacity' },
};

/** What people read for why a representation ended. */
export const revocationLabels: Labels<RevocationReason> = {
  revoked: { es: 'la parte lo revocó', en: 'the party revoked it' },
  renounced: { es: 'el representante renunció', en: 'the representative renounced it' },
  ended: { es: 'terminó el carácter con que actuaba', en: 'the capacity ended' },
  'not-proven': { es: 'no se acreditó', en: 'it was not proven' },
};
