import { resolve } from 'node:path';
import { checkedMapping } from '../../../jobs/import/check-mapping.js';
import { mappingFor, mappingNamed } from '../../../jobs/import/choose-mapping.js';
import type { Mapping } from '../../../jobs/import/mapping.js';
import { shippedMappings } from '../../../jobs/import/mappings/index.js';
import type { LogSurvey } from '../../../jobs/import/survey-log.js';
import { readJsonFile } from '../flags/read-json-file.js';

/**
 * The mapping asked for, by name or from a file; else the shipped one that covers the log. Throws `no-mapping`,
 * `mapping-unknown`, `mapping-invalid`, `input-…`.
 */
export const chosenMapping = async (
  asked: string | undefined,
  survey: LogSurvey,
  cwd: string,
): Promise<Mapping> => {
  if (asked === undefined) return mappingFor(survey, shippedMappings);
  return /[./\\]/.test(asked)
    ? checkedMapping(await readJsonFile(resolve(cwd, asked)))
    : mappingNamed(asked, shippedMappings);
};
