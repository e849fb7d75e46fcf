// The JSON Schemas of what a provider writes by hand (its profile, a mapping of an event log), as files for editors and
// other people's validators.
import { format, resolveConfig } from 'prettier';
import { providerProfileSchema } from '../../dist/esm/application/provider/schema.js';
import { mappingSchema } from '../../dist/esm/jobs/import/mapping-schema.js';

const schemas = {
  'docs/reference/provider-profile.schema.json': providerProfileSchema,
  'docs/reference/mapping.schema.json': mappingSchema,
};

const written = async ([path, schema]) => ({
  path,
  text: await format(JSON.stringify(schema), { ...(await resolveConfig(path)), filepath: path }),
});

export const outputs = () => Promise.all(Object.entries(schemas).map(written));
