import type { ErrorObject } from 'ajv';
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
}: ErrorObject): ProfileFault | undefined => {
  const details: Readonly<Record<string, unknown>> = params;
  switch (keyword) {
    case 'required':
      return profileFault(pointer(path, details['missingProperty']), 'field-missing');
    case 'additionalProperties':
      return profileFault(pointer(path, details['additionalProperty']), 'field-unknown');
    case 'type':
      return profileFault(path, 'wrong-type', { expected: list(details['type']) });
    case 'enum':
      return profileFault(path, 'not-one-of', { allowed: list(details['allowedValues']) });
    case 'pattern':
      return wrongForm(path, formOf(details['pattern']));
    case 'if':
      return undefined;
    case 'uniqueItems':
      return profileFault(pointer(path, details['i']), 'listed-twice', { value: list(details['j']) });
    default:
      return profileFault(path, 'out-of-limits', { limit: `${keyword} ${list(details['limit'])}` });
  }
};
