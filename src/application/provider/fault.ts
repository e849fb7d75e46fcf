import type { JsonObject } from '../../domain/kernel/json.js';
import { fillIn, fillInBoth, type RejectionTexts } from '../../domain/kernel/rejection-text.js';
import type { Bilingual } from '../../domain/texts/language.js';
import { calendarFaultText, type CalendarFault } from '../../domain/sla/calendar-faults.js';
import { hoursFaultText, type HoursFault, type HoursFaultCode } from '../../domain/provider/hours-faults.js';

/** What each fault of a profile says; `{name}` stands for a detail. */
export const profileFaultTexts = {
  'field-missing': { es: 'Falta este dato.', en: 'This field is missing.' },
  'field-unknown': { es: 'Este dato no se conoce.', en: 'This field is unknown.' },
  'wrong-type': { es: 'Debe ser de tipo {expected}.', en: 'It must be of type {expected}.' },
  'not-one-of': { es: 'Debe ser uno de: {allowed}.', en: 'It must be one of: {allowed}.' },
  'wrong-form': { es: 'Debe ser {form}.', en: 'It must be {form}.' },
  'out-of-limits': {
    es: 'Está fuera del límite: {limit}.',
    en: 'It is out of its limit: {limit}.',
  },
  'listed-twice': { es: '«{value}» está dos veces.', en: '"{value}" is there twice.' },
  'zone-unknown': {
    es: '«{zone}» no sirve de zona horaria: se espera UTC o una zona IANA con su región, como America/Mexico_City.',
    en: '"{zone}" does not do for a time zone: UTC or an IANA zone with its region is expected, like America/Mexico_City.',
  },
  'contact-invalid': {
    es: '«{value}» no es un dato de contacto de tipo {kind}.',
    en: '"{value}" is no contact of the kind {kind}.',
  },
  'notice-missing': {
    es: 'Falta decir quién da el aviso «{notice}» y qué contiene.',
    en: 'It is not said who gives the notice "{notice}" and what it contains.',
  },
  'notice-incomplete': {
    es: 'Al aviso «{notice}» le falta: {missing}.',
    en: 'The notice "{notice}" lacks: {missing}.',
  },
  'notice-by-other-role': {
    es: 'El aviso final lo da customer-service, no {role}.',
    en: 'The final notice is given by customer-service, not by {role}.',
  },
  'calendar-invalid': {
    es: 'El calendario no sirve: {reason}',
    en: 'The calendar will not do: {reason}',
  },
  'points-nowhere': {
    es: '«{pointer}» no existe en este perfil.',
    en: '"{pointer}" is not in this profile.',
  },
} as const satisfies RejectionTexts;

/** What can be wrong with a profile, as a stable code. */
export type ProfileFaultCode = keyof typeof profileFaultTexts | HoursFaultCode;

/** One thing that is wrong with a profile. */
export interface ProfileFault {
  /** JSON Pointer to the field; empty for the whole. */
  readonly path: string;
  /** Stable code to tell faults apart by. */
  readonly code: ProfileFaultCode;
  /** What it says in Spanish, details filled in. */
  readonly es: string;
  /** What it says in English, details filled in. */
  readonly en: string;
}

export const profileFault = (
  path: string,
  code: keyof typeof profileFaultTexts,
  details: JsonObject = {},
): ProfileFault => ({
  path,
  code,
  ...fillInBoth(profileFaultTexts[code], details),
});

/** A text that is not written in its form: what it should be stands in words, in each language its own. */
export const wrongForm = (path: string, form: Bilingual): ProfileFault => ({
  path,
  code: 'wrong-form',
  es: fillIn(profileFaultTexts['wrong-form'].es, { form: form.es }),
  en: fillIn(profileFaultTexts['wrong-form'].en, { form: form.en }),
});

/** What is wrong with the calendar of a profile, in each language its own words. */
export const calendarProfileFault = (path: string, fault: CalendarFault): ProfileFault => {
  const { es, en } = calendarFaultText(fault);
  return {
    path: `${path}${fault.path}`,
    code: 'calendar-invalid',
    es: fillIn(profileFaultTexts['calendar-invalid'].es, { reason: es }),
    en: fillIn(profileFaultTexts['calendar-invalid'].en, { reason: en }),
  };
};

export const hoursProfileFault = (path: string, fault: HoursFault): ProfileFault => ({
  path,
  code: fault.code,
  ...hoursFaultText(fault),
});
