import { codedError, type CodedError } from './coded-error.js';
import type { ErrorCode } from './error-codes.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import { fillIn, fillInBoth, type RejectionText } from '../../domain/kernel/rejection-text.js';

/** What can be wrong with a log: faults of the input (exit status 2), and nothing has been changed by then. */
export const logFaultTexts = {
  'log-unreadable': {
    es: 'El registro no se puede leer ({reason}).',
    en: 'The log cannot be read ({reason}).',
  },
  'log-truncated': {
    es: 'El registro está incompleto: termina antes de su final.',
    en: 'The log is cut off: it ends before its end.',
  },
  'log-gzip-corrupt': {
    es: 'El registro comprimido está dañado: no se puede descomprimir.',
    en: 'The compressed log is damaged ({reason}).',
  },
  'log-gzip-bomb': {
    es: 'El registro crece más de {ratio} veces al descomprimirse; no se lee.',
    en: 'The log grows more than {ratio} times as it is unpacked; it is not read.',
  },
  'log-packed': {
    es: 'El registro viene empaquetado como {format}: descomprímalo, o comprímalo una sola vez con gzip.',
    en: 'The log comes packed as {format}: unpack it, or compress it once with gzip.',
  },
  'log-too-large': {
    es: 'El registro pasa de {limit} bytes sin comprimir.',
    en: 'The log has more than {limit} bytes unpacked.',
  },
  'log-encoding-unknown': {
    es: 'La codificación «{encoding}» del registro no se conoce; use UTF-8.',
    en: 'The encoding "{encoding}" of the log is not known; use UTF-8.',
  },
  'log-encoding-invalid': {
    es: 'El registro contiene bytes que no son {encoding}.',
    en: 'The log holds bytes that are not {encoding}.',
  },
  'log-not-xml': {
    es: 'El registro no es XML bien formado: vea la línea {line}, columna {column}.',
    en: 'The log is not well-formed XML ({reason}).',
  },
  'log-not-xes': {
    es: 'El archivo no es un registro XES: su elemento raíz es «{root}».',
    en: 'The file is no XES log: its root element is "{root}".',
  },
  'log-entities': {
    es: 'El registro declara un DOCTYPE; no se aceptan ni DOCTYPE ni entidades.',
    en: 'The log declares a DOCTYPE; neither DOCTYPE nor entities are taken.',
  },
  'log-token-too-large': {
    es: 'Un solo elemento del registro pasa de {limit} caracteres.',
    en: 'A single element of the log has more than {limit} characters.',
  },
  'log-too-deep': {
    es: 'El registro anida más de {limit} elementos.',
    en: 'The log nests more than {limit} elements.',
  },
  'log-case-too-large': {
    es: 'Un solo caso del registro pasa de {limit} caracteres.',
    en: 'A single case of the log has more than {limit} characters.',
  },
  'log-case-unnamed': {
    es: 'El caso número {case} del registro no tiene nombre (concept:name).',
    en: 'Case number {case} of the log has no name (concept:name).',
  },
  'log-case-repeated': {
    es: 'El registro tiene dos casos llamados «{case}».',
    en: 'The log holds two cases named "{case}".',
  },
  'log-attribute-repeated': {
    es: 'El caso número {case} del registro dice «{key}» dos veces, con valores distintos.',
    en: 'Case number {case} of the log tells "{key}" twice, with different values.',
  },
  'log-event-stray': {
    es: 'El registro tiene eventos fuera de todo caso.',
    en: 'The log holds events outside every case.',
  },
  'log-activity-missing': {
    es: 'El evento {event} del caso «{case}» no dice qué se hizo (concept:name).',
    en: 'Event {event} of case "{case}" does not say what was done (concept:name).',
  },
  'log-timestamp-missing': {
    es: 'El evento {event} del caso «{case}» no dice cuándo ocurrió (time:timestamp).',
    en: 'Event {event} of case "{case}" does not say when it happened (time:timestamp).',
  },
  'log-timestamp-invalid': {
    es: 'El evento {event} del caso «{case}» tiene la hora «{timestamp}»: se espera ISO 8601 con zona, de los años 1970 a 2200.',
    en: 'Event {event} of case "{case}" has the time "{timestamp}": ISO 8601 with an offset is expected, of the years 1970 to 2200.',
  },
  'log-empty': { es: 'El registro no contiene ningún caso.', en: 'The log holds no case.' },
  'no-mapping': {
    es: 'Ningún mapeo incluido cubre las actividades de este registro: {activities}. Indique uno con --mapping.',
    en: 'No mapping that comes with Quejas covers the activities of this log: {activities}. Name one with --mapping.',
  },
  'mapping-unknown': {
    es: 'No hay ningún mapeo «{mapping}»; los incluidos son: {known}.',
    en: 'There is no mapping "{mapping}"; these come with Quejas: {known}.',
  },
  'mapping-invalid': {
    es: 'El mapeo no es válido: {faults}.',
    en: 'The mapping is not valid: {faults}.',
  },
} as const satisfies Readonly<Partial<Record<ErrorCode, RejectionText>>>;

export type LogFaultCode = keyof typeof logFaultTexts;

/** Whether a log's faults have this code. */
export const isLogFaultCode = (code: string): code is LogFaultCode => Object.hasOwn(logFaultTexts, code);

const longest = 80;

/** What a log says is shown to people: never more than a line of it. */
const clipped = (details: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'faults' && name !== 'activities' && value.length > longest
        ? `${value.slice(0, longest)}…`
        : value,
    ]),
  );

/** A fault of a log or a mapping, to be thrown. */
export const logFault = (code: LogFaultCode, details: JsonObject = {}, cause?: unknown): CodedError => {
  const shown = clipped(details);
  return codedError(code, fillInBoth(logFaultTexts[code], shown), shown, cause);
};

/** Everything that is wrong with a mapping, in both languages, to be thrown; its details have the English words. */
export const mappingFault = (faults: {
  readonly es: readonly string[];
  readonly en: readonly string[];
}): CodedError => {
  const { es, en } = logFaultTexts['mapping-invalid'];
  const texts = { es: fillIn(es, { faults: faults.es }), en: fillIn(en, { faults: faults.en }) };
  return codedError('mapping-invalid', texts, { faults: faults.en });
};
