import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { done, type ExitStatus } from '../exit-status.js';
import { fault, unreadable } from '../faults.js';
import { choiceOption, numberOption, textOf } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import { printJson, say, type Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { progressOn } from '../terminal/progress.js';
import { untilInterrupted } from './until-interrupted.js';

const mustBeReadable = async (file: string, path: string): Promise<void> => {
  const found = await access(path, constants.R_OK)
    .then(() => stat(path))
    .catch((error: unknown) => {
      throw unreadable(file, error);
    });
  // A log is read twice, which a pipe cannot be.
  if (!found.isFile())
    throw fault('input-unreadable', { file, reason: found.isDirectory() ? 'EISDIR' : 'no-plain-file' });
};

export const runImportLog = async (
  session: Session,
  { operand = '', options }: Given,
): Promise<ExitStatus> => {
  const path = resolve(session.cwd, operand);
  const limit = numberOption(options, 'limit', [0, 1_000_000_000]);
  const order = choiceOption(options, 'order', ['file', 'time']) ?? 'file';
  const concurrency = numberOption(options, 'concurrency', [1, 1024]);
  await mustBeReadable(operand, path);
  const [{ importLog: send }, { surveyLog }, { xesFile }, { chosenMapping }] = await Promise.all([
    import('../../../jobs/import/import-log.js'),
    import('../../../jobs/import/survey-log.js'),
    import('../../../infrastructure/xes/index.js'),
    import('./choose-mapping.js'),
  ]);
  const log = xesFile(path);
  const survey = await surveyLog({ cases: () => untilInterrupted(session, log.cases()) });
  const mapping = await chosenMapping(textOf(options, 'mapping'), survey, session.cwd);
  const total = Math.min(survey.cases, limit ?? survey.cases);
  const progress = await progressOn(session, say(session, { es: 'Casos', en: 'Cases' }));
  const result = await withQuejas(
    session,
    'create',
    (quejas) =>
      send({
        quejas,
        mapping,
        order,
        cases: untilInterrupted(session, log.cases()),
        ...(limit === undefined ? {} : { limit }),
        ...(concurrency === undefined ? {} : { concurrency }),
        onProgress: ({ cases }) => progress.advance(cases, total),
      }),
    { provider: mapping.provider },
  ).finally(progress.end);
  if (session.json) await printJson(session, result);
  else {
    const { importText } = await import('./import-table.js');
    await session.out.write(importText(session, result, mapping.provider.zone));
  }
  return done;
};
