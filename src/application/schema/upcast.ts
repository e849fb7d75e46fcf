import { reject, type Rejection } from '../../domain/kernel/decision.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { RejectionTexts } from '../../domain/kernel/rejection-text.js';
import { schemaOf } from './catalogue.js';
import type { EventSchema } from '../stages/event-schema.js';

/** Why an event cannot be read. The codes are stable. */
export const upcastRejections = {
  'event-type-unknown': {
    es: 'El catálogo no tiene ningún hecho de tipo «{type}»: lo escribió una versión más nueva u otro programa.',
    en: 'The catalogue has no event of type "{type}": a newer release or another program wrote it.',
  },
  'event-version-newer': {
    es: 'El hecho «{type}» es de la versión {version}; este programa conoce hasta la {known}. Actualícelo.',
    en: 'The event "{type}" is of version {version}; this program knows up to {known}. Upgrade it.',
  },
  'event-version-invalid': {
    es: 'El hecho «{type}» dice ser de la versión {version}, que nunca existió.',
    en: 'The event "{type}" claims to be of version {version}, which never was.',
  },
} as const satisfies RejectionTexts;

export type UpcastRejectionCode = keyof typeof upcastRejections;

export type Upcast =
  | { readonly ok: true; readonly version: number; readonly data: JsonObject }
  | ({ readonly ok: false } & Rejection<UpcastRejectionCode>);

/** `upcast` over any catalogue. */
export const upcastBy =
  (schemaFor: (type: string) => EventSchema | undefined) =>
  (type: string, version: number, data: JsonObject): Upcast => {
    const schema = schemaFor(type);
    if (schema === undefined) return reject('event-type-unknown', { type });
    const { version: known, upcasters } = schema;
    if (version === known) return { ok: true, version, data };
    if (version > known) return reject('event-version-newer', { type, version, known });
    if (!(version >= 1)) return reject('event-version-invalid', { type, version });
    let current = data;
    for (let from = version; from < known; from += 1) {
      const upcaster = Object.hasOwn(upcasters, from) ? upcasters[from] : undefined;
      if (upcaster === undefined) return reject('event-version-invalid', { type, version });
      current = upcaster(current);
    }
    return { ok: true, version: known, data: current };
  };

/**
 * The data of a stored event as today's code reads it, whatever version wrote it. An event that this version does not know, or
 * of a newer version, is an outcome with a code: to guess would be to tell another story.
 */
export const upcast = upcastBy(schemaOf);
