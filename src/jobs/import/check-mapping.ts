import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { loadProfile } from '../../application/provider/load-profile.js';
import { logFault } from '../../application/errors/log-faults.js';
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

const faultOf = ({ instancePath, message = 'is not valid', params }: ErrorObject): MappingFault => {
  const detail: unknown = Object.values(params).find((value) => typeof value === 'string');
  const named = typeof detail === 'string' && !message.includes(detail) ? `: ${detail}` : '';
  return { at: instancePath, message: `${message}${named}` };
};

const thrown = (faults: readonly MappingFault[]) =>
  logFault('mapping-invalid', {
    faults: faults.slice(0, mostFaults).map(({ at, message }) => `${at === '' ? '/' : at} ${message}`),
  });

/** A mapping as its file holds it: its provider is a profile's file (see `loadProfile`). */
type MappingDocument = Omit<Mapping, 'provider'> & { readonly provider: unknown };

const withProfile = (document: MappingDocument): Mapping => {
  const loaded = loadProfile(document.provider);
  if (loaded.ok) return { ...document, provider: loaded.profile };
  throw thrown(loaded.faults.map(({ path, en }) => ({ at: `/provider${path}`, message: en })));
};

/** A mapping from whatever a file held. Throws `mapping-invalid`, with each fault and where it is. */
export const checkedMapping = (value: unknown): Mapping => {
  if (deeperThan(value, deepest)) throw thrown([{ at: '', message: `nests more than ${deepest} levels` }]);
  const validate = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    strictRequired: false,
  }).compile<MappingDocument>(mappingSchema);
  if (!validate(value)) throw thrown((validate.errors ?? []).map(faultOf));
  const mapping = withProfile(value);
  const faults = faultsOfMapping(mapping);
  if (faults.length > 0) throw thrown(faults);
  return mapping;
};
