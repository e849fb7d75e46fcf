import { inputRejections } from './input-rejections.js';
import { codedError, type ErrorWithCode } from '../errors/coded-error.js';
import { rejections as complaintRejections } from '../../domain/complaint/rejections.js';
import { folioRejections } from '../../domain/folio/folio-rejections.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { DetailsOf, RefusalTable } from '../../domain/kernel/refusal.js';
import { namesIn, type RejectionText } from '../../domain/kernel/rejection-text.js';
import { toldRefusal, type RefusedBy } from '../../domain/texts/refusals/told-refusal.js';
import type { Fault } from './dto/fault.js';

/** Refusals that come before any rule of the domain is asked. */
export const applicationRefusals = {
  'actor-invalid': {
    kind: 'invalid',
    es: 'No se dice bien quién lo pide: un seudónimo (letras, cifras y . _ : @ -; nunca un nombre, teléfono o correo), un papel de la lista, y si está comprobado quién es, sólo con verdadero o falso.',
    en: 'Who asks is not well said: a pseudonym (letters, digits and . _ : @ -; never a name, phone or e-mail address), a role of the list, and verified as true or false alone.',
  },
  'folio-unknown': {
    kind: 'not-found',
    es: 'No hay ninguna solicitud con el folio {folio}. Revise el folio y el proveedor.',
    en: 'There is no request with folio {folio}. Check the folio and the provider.',
  },
  'revision-conflict': {
    kind: 'conflict',
    es: 'La solicitud ya va en la revisión {actual}, no en la {expected}. Vuelva a leerla antes de decidir.',
    en: 'The request is at revision {actual} by now, not at {expected}. Read it again before deciding.',
  },
  'command-id-reused': {
    kind: 'conflict',
    es: 'El identificador {commandId} ya es de otra instrucción. Dé a cada instrucción uno propio; sólo el reintento de la misma lo repite.',
    en: 'The id {commandId} belongs to another command already. Give each command its own; only the same command sent again repeats it.',
  },
  'clock-behind': {
    kind: 'unavailable',
    es: 'No se registró nada: según el reloj de este equipo es el {now}, y lo último de la solicitud se registró el {recordedAt}. Revise el reloj; si es el correcto, el de entonces no lo era: repita con «--clock-is-right».',
    en: 'Nothing was recorded: by the clock of this machine it is {now}, and the last event of the request was recorded at {recordedAt}. Check the clock; if it is right, the one back then was not: repeat with --clock-is-right (a host opens with clockIsRight).',
  },
  'clock-ahead': {
    kind: 'unavailable',
    es: 'No se registró nada: según el reloj de este equipo es el {now}, más de diez años después de lo último que se registró ({recordedAt}). Revise el reloj; si es el correcto, repita con «--clock-is-right».',
    en: 'Nothing was recorded: by the clock of this machine it is {now}, more than ten years after the last event recorded ({recordedAt}). Check the clock; if it is right, repeat with --clock-is-right (a host opens with clockIsRight).',
  },
  'too-busy': {
    kind: 'conflict',
    es: 'Demasiados cambios a la vez en la misma solicitud; intente de nuevo con el mismo identificador.',
    en: 'Too many changes to one request at once; try again with the same command id.',
  },
} as const satisfies RefusalTable;

/** Every refusal that a command may meet, with its kind and its texts. The codes are stable: hosts rely on them. */
export const refusals = {
  ...complaintRejections,
  ...folioRejections,
  ...inputRejections,
  ...applicationRefusals,
} as const satisfies RefusalTable;

/** Refusals that every command may meet, besides those of its own rules. */
export const refusalsOfEvery = [
  'actor-invalid',
  'input-invalid',
  'role-not-allowed',
  'not-your-request',
  'not-in-charge',
  'occurred-in-future',
  'before-receipt',
  'before-what-it-rests-on',
  'not-filed',
  'complaint-ended',
  'goes-on-elsewhere',
  'report-of-no-subscriber',
  'nobody-to-reach',
  'folio-unknown',
  'folio-malformed',
  'folio-check-failed',
  'folio-other-provider',
  'revision-conflict',
  'command-id-reused',
  'too-busy',
  'clock-behind',
  'clock-ahead',
] as const satisfies readonly (keyof typeof refusals)[];

/** The code of a refusal that a command may meet. */
export type RefusalCode = keyof typeof refusals;

/** Details of `input-invalid`, whose text has no room for them. */
export type InputFaults = {
  /** Everything that is wrong with the input, each fault with its path. */
  readonly faults: readonly [Fault, ...Fault[]];
};

/** The details of a refusal by its code: those that its texts are filled in with. */
export type RefusalDetails<Code extends RefusalCode> = Code extends 'input-invalid'
  ? InputFaults
  : DetailsOf<(typeof refusals)[Code]>;

/**
 * A command that was not accepted: nothing was stored. One type for each code, so that a `switch` over `code` is
 * checked, and knows the details.
 */
export type Refusal<Code extends RefusalCode = RefusalCode> = {
  readonly [Each in Code]: {
    readonly ok: false;
    /** Which rule or check refused it; stable. */
    readonly code: Each;
    /** What the caller can do about it: the exit status of the command line and the status of HTTP follow from it. */
    readonly kind: (typeof refusals)[Each]['kind'];
    /** What the message is filled in with; JSON-safe, no personal values. */
    readonly details: RefusalDetails<Each>;
    /** What it says to a person, in both languages. */
    readonly message: RejectionText;
  };
}[Code];

/** True for a code that a command may be refused with. */
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);

/**
 * What a refusal says to a person, in both languages: words are told by what they are called, times in the zone of the
 * provider, areas by their names. Where no provider is given, times are universal.
 */
export const refusalText = (code: RefusalCode, details: JsonObject, by?: RefusedBy): RejectionText =>
  toldRefusal(refusals[code], details, by);

/** The same refusal in the words of the provider that gives it. */
export const refusedBy = (refusal: Refusal, by: RefusedBy): Refusal => ({
  ...refusal,
  message: refusalText(refusal.code, refusal.details, by),
});

/** A detail that a rule left out is null: a host that reads it finds no gap, and the text shows its name. */
const completed = (code: RefusalCode, details: JsonObject): JsonObject => ({
  ...Object.fromEntries(namesIn(refusals[code].es).map((name) => [name, null])),
  ...details,
});

const isRefusal = (told: {
  readonly ok: false;
  readonly code: string;
  readonly details: JsonObject;
}): told is Refusal =>
  isRefusalCode(told.code) &&
  namesIn(refusals[told.code].es).every((name) => Object.hasOwn(told.details, name));

/** A refusal as callers get it. Throws where no refusal has that code: a fault of ours. */
export const refused = (code: string, details: JsonObject = {}): Refusal => {
  if (isRefusalCode(code)) {
    const told = {
      ok: false as const,
      code,
      kind: refusals[code].kind,
      details: completed(code, details),
      message: refusalText(code, details),
    };
    if (isRefusal(told)) return told;
  }
  throw new Error(`no refusal has the code ${code}`);
};

/** Thrown by queries, which give no results with a code: anything that is not a well-formed actor sees nothing. */
export const actorInvalid = (): ErrorWithCode<'actor-invalid'> =>
  codedError('actor-invalid', refusalText('actor-invalid', {}));
