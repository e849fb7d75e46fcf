import type { SchemaError } from './schema-errors.js';
import { profileFault, wrongForm, type ProfileFault } from './fault.js';
import { formOf } from './forms.js';

const pointer = (path: string, name: unknown): string =>
  `${path}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const list = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(', ') : String(value);

/** What the schema finds wrong, in our words; nothing where another error says it already. */
export const faultOfSchemaError = ({
  keyword,
  instancePath: path,
  params,
}: SchemaError): ProfileFault | undefined => {
  switch (keyword) {
    case 'required':
      return profileFault(pointer(path, params['missingProperty']), 'field-missing');
    case 'additionalProperties':
      return profileFault(pointer(path, params['additionalProperty']), 'field-unknown');
    case 'type':
      return profileFault(path, 'wrong-type', { expected: list(params['type']) });
    case 'enum':
      return profileFault(path, 'not-one-of', { allowed: list(params['allowedValues']) });
    case 'pattern':
      return wrongForm(path, formOf(params['pattern']));
    case 'if':
      return undefined;
    case 'uniqueItems':
      return profileFault(pointer(path, params['i']), 'listed-twice', { value: list(params['j']) });
    default:
      return profileFault(path, 'out-of-limits', { limit: `${keyword} ${list(params['limit'])}` });
  }
};
