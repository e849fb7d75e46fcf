import type { ComplaintEventType } from '../../complaint/events.js';
import type { TrackId } from '../../complaint/tracks.js';
import { attributeNames, type Clock, type Matching, type SlaPolicy } from '../../sla/policy/policy.js';
import { levelLabels } from '../labels/people.js';
import type { Bilingual, Labels } from '../language.js';
import { capitalised } from '../plain-text.js';

/** What each way of a request is called, several at a time. */
export const requestNames: Labels<TrackId> = {
  fault: { es: 'reportes de falla', en: 'fault reports' },
  'technical-complaint': {
    es: 'quejas por fallas o deficiencias del servicio o del equipo',
    en: 'complaints about failures or deficiencies of service or equipment',
  },
  'other-complaint': { es: 'quejas por cualquier otro motivo', en: 'complaints about anything else' },
  clarification: { es: 'aclaraciones', en: 'clarifications' },
  inquiry: { es: 'consultas o dudas', en: 'inquiries or doubts' },
  suggestion: { es: 'sugerencias', en: 'suggestions' },
  cancellation: { es: 'cancelaciones', en: 'cancellations' },
  procedure: { es: 'otros trámites', en: 'other procedures' },
};

/** Under which condition a longer term holds once something has happened. */
export const onceWords: { readonly [T in ComplaintEventType]?: Bilingual } = {
  VisitScheduled: { es: 'si hace falta una visita', en: 'where it takes a visit' },
  Reconnected: { es: 'si hace falta trabajo en el lugar', en: 'where it takes work on the spot' },
};

/** What a request is more closely about, where a term depends on it. */
export const subkindWords: Readonly<Record<string, Bilingual>> = {
  'add-on': { es: 'servicios adicionales', en: 'additional services' },
};

interface Opening {
  readonly name: string;
  readonly requests: string;
  readonly folio: string;
}

interface Words {
  readonly title: string;
  readonly list: (items: readonly string[]) => string;
  readonly either: (items: readonly string[]) => string;
  readonly exceptHolidays: string;
  readonly opening: (facts: Opening) => readonly string[];
  readonly escalation: (policy: SlaPolicy) => readonly string[];
  readonly headings: Readonly<
    Record<
      | 'channels'
      | 'steps'
      | 'rules'
      | 'areas'
      | 'terms'
      | 'userTerms'
      | 'escalation'
      | 'businessDays'
      | 'nextInstance',
      string
    >
  >;
  readonly forAll: string;
  readonly areas: string;
  readonly way: (requests: string) => string;
  readonly attended: (hours: string) => string;
  readonly since: (what: string) => string;
  readonly appliesTo: (requests: string) => string;
  readonly pauses: (reasons: string) => string;
  readonly nextInstance: (name: string) => string;
  readonly version: (version: number) => string;
}

/** A Spanish name with its article and the preposition *a*: `al área competente`, `a la dirección`. */
export const toThe = (name: string): string => {
  const [first = ''] = name.split(' ');
  const feminine = /(?:a|ón|dad)$/iu.test(first) && !/^área$/iu.test(first);
  return `${feminine ? 'a la' : 'al'} ${name}`;
};

/** True where no request can fit: a condition that allows no value at all. */
export const fitsNothing = (matching: Matching = {}): boolean =>
  attributeNames.some((attribute) => matching[attribute]?.length === 0);

/** True of a clock that runs, and for some request. */
export const runsForSome = ({ inactive, only }: Clock): boolean =>
  inactive === undefined && !fitsNothing(only);

const joined =
  (and: string, vowels?: { readonly before: RegExp; readonly and: string }) =>
  (items: readonly string[]): string => {
    const last = items.at(-1) ?? '';
    const word = vowels?.before.test(last) === true ? vowels.and : and;
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
  };

const namesOf = ({ escalation, clocks }: SlaPolicy, language: 'es' | 'en'): readonly string[] =>
  clocks
    .filter((clock) => runsForSome(clock) && escalation.clocks.includes(clock.id))
    .map(({ name }) => name[language]);

const es: Words = {
  title: 'Procedimiento de atención de quejas',
  list: joined('y', { before: /^h?i(?!e)/iu, and: 'e' }),
  either: joined('o', { before: /^h?o/iu, and: 'u' }),
  exceptHolidays: 'excepto días festivos',
  opening: ({ name, requests, folio }) => [
    `${name} recibe de forma gratuita: ${requests}.`,
    'El usuario elige con libertad cualquiera de los medios de contacto, para cualquier asunto. Nada se rechaza por el medio ni por la hora en que llega.',
    `Todo asunto queda registrado para su control y seguimiento, llegue por donde llegue: con su ${folio}, el usuario puede preguntar cómo va por el medio que prefiera.`,
  ],
  escalation: (policy) => [
    `Conforme se consume el plazo sin que se cumpla, el asunto sube de nivel sin que el usuario lo pida: ${es.list(
      policy.escalation.levels.map(
        ({ percent, level }) => `al ${percent} % pasa ${toThe(levelLabels[level].es)}`,
      ),
    )}. Así ocurre con estos plazos: ${es.list(namesOf(policy, 'es'))}.`,
  ],
  headings: {
    channels: 'Medios de contacto',
    steps: 'Pasos',
    rules: 'Visitas, reapertura y falta de respuesta',
    areas: 'Áreas que atienden lo que se turna',
    terms: 'Plazos',
    userTerms: 'Plazos del usuario',
    escalation: 'Si nos tardamos',
    businessDays: 'Días hábiles',
    nextInstance: 'Si no está de acuerdo',
  },
  forAll: 'todos los asuntos',
  areas:
    'El área que recibe el asunto procede según los mecanismos y plazos de las autoridades y del contrato.',
  way: (requests) => capitalised(`${requests}:`),
  attended: (hours) => `Atención: ${hours}.`,
  since: (what) => `Se cuenta desde que ${what}.`,
  appliesTo: (requests) => `Vale para: ${requests}.`,
  pauses: (reasons) => `No corre durante: ${reasons}.`,
  nextInstance: (name) =>
    `El usuario puede acudir a ${name} dentro del plazo que marca la ley, aunque su asunto no haya terminado aquí.`,
  version: (version) => `Generado a partir de las reglas con que se atiende, versión ${version}.`,
};

const en: Words = {
  title: 'Complaint procedure',
  list: joined('and'),
  either: joined('or'),
  exceptHolidays: 'except holidays',
  opening: ({ name, requests, folio }) => [
    `${name} takes in, free of charge: ${requests}.`,
    'The user chooses any of the means of contact, for any matter. Nothing is refused because of how or when it arrives.',
    `Every matter is registered for control and follow-up, however it came: with the ${folio} the user may ask how it stands by any of the means.`,
  ],
  escalation: (policy) => [
    `As a term runs out without being met, the matter goes up without being asked for: ${en.list(
      policy.escalation.levels.map(({ percent, level }) => `at ${percent} % to ${levelLabels[level].en}`),
    )}. So it is with these terms: ${en.list(namesOf(policy, 'en'))}.`,
  ],
  headings: {
    channels: 'Means of contact',
    steps: 'Steps',
    rules: 'Visits, reopening and lack of an answer',
    areas: 'Areas that attend what is routed',
    terms: 'Terms',
    userTerms: "The user's terms",
    escalation: 'If we are late',
    businessDays: 'Business days',
    nextInstance: 'If you do not agree',
  },
  forAll: 'all matters',
  areas:
    'The area that is given the matter proceeds by the mechanisms and terms of the authorities and the contract.',
  way: (requests) => capitalised(`${requests}:`),
  attended: (hours) => `Attended: ${hours}.`,
  since: (what) => `Counted from when ${what}.`,
  appliesTo: (requests) => `Holds for: ${requests}.`,
  pauses: (reasons) => `Does not run during: ${reasons}.`,
  nextInstance: (name) =>
    `The user may turn to ${name} within the term of the law, even while the matter is open here.`,
  version: (version) => `Generated from the rules that are run, version ${version}.`,
};

/** The sentences of the procedure, in both languages. */
export const words: Bilingual<Words> = { es, en };
