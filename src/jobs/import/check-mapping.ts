import { schemaErrors, type SchemaError } from '../../application/provider/schema-errors.js';
import { loadProfile } from '../../application/provider/load-profile.js';
import { faultOfSchemaError } from '../../application/provider/schema-faults.js';
import { mappingFault } from '../../application/errors/log-faults.js';
import type { Language } from '../../domain/complaint/vocabulary.js';
import { uncapitalised } from '../../domain/texts/plain-text.js';
import type { Mapping } from './mapping.js';
import { faultsOfMapping, type MappingFault } from './mapping-sense.js';
import { mappingSchema } from './mapping-schema.js';

export type { MappingFault } from './mapping-sense.js';

const mostFaults = 20;
const deepest = 40;

const deeperThan = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => deeperThan(item, levels - 1));
};

/** A sentence as a part of another one. */
const insideASentence = (sentence: string): string => uncapitalised(sentence).replace(/\.$/u, '');

/** What the schema finds, in the words for profiles where they have some for it. */
const faultOf = (error: SchemaError): MappingFault => {
  const fault = isOfOneField.has(error.keyword) ? faultOfSchemaError(error) : undefined;
  if (fault !== undefined)
    return { at: fault.path, es: insideASentence(fault.es), en: insideASentence(fault.en) };
  const { instancePath: at, message, params } = error;
  const detail = Object.values(params).find((value) => typeof value === 'string');
  const named = typeof detail === 'string' && !message.includes(detail) ? `: ${detail}` : '';
  return { at, es: 'no tiene ninguna de las formas admitidas', en: `${message}${named}` };
};

const isOfOneField: ReadonlySet<string> = new Set(['required', 'additionalProperties', 'type', 'enum']);

const thrown = (faults: readonly MappingFault[]) => {
  const told = (language: Language) =>
    faults.slice(0, mostFaults).map(({ at, ...texts }) => `${at === '' ? '/' : at} ${texts[language]}`);
  return mappingFault({ es: told('es'), en: told('en') });
};

/** A mapping as its file holds it: its provider is a profile's file (see `loadProfile`). */
type MappingDocument = Omit<Mapping, 'provider'> & { readonly provider: unknown };

/** Of a value in which the schema finds nothing. */
const isDocument = (value: unknown): value is MappingDocument => typeof value === 'object' && value !== null;

const withProfile = (document: MappingDocument): Mapping => {
  const loaded = loadProfile(document.provider);
  if (loaded.ok) return { ...document, provider: loaded.profile };
  throw thrown(loaded.faults.map(({ path, es, en }) => ({ at: `/provider${path}`, es, en })));
};

/** A mapping from whatever a file held. Throws `mapping-invalid`, with each fault and where it is. */
export const checkedMapping = (value: unknown): Mapping => {
  if (deeperThan(value, deepest))
    throw thrown([
      { at: '', es: `anida más de ${deepest} niveles`, en: `nests more than ${deepest} levels` },
    ]);
  const found = schemaErrors(mappingSchema, value);
  if (found.length > 0 || !isDocument(value)) throw thrown(found.map(faultOf));
  const mapping = withProfile(value);
  const faults = faultsOfMapping(mapping);
  if (faults.length > 0) throw thrown(faults);
  return mapping;
};
