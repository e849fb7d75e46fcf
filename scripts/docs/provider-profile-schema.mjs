// The JSON Schema of a provider's profile, as a file for editors and other people's validators.
import { format, resolveConfig } from 'prettier';
import { providerProfileSchema } from '../../dist/esm/application/provider/schema.js';

const path = 'docs/reference/provider-profile.schema.json';

export const outputs = async () => [
  {
    path,
    text: await format(JSON.stringify(providerProfileSchema), {
      ...(await resolveConfig(path)),
      filepath: path,
    }),
  },
];
