import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { done } from '../exit-status.js';
import { fault, unreadable } from '../faults.js';
import { flag } from '../flags/flag.js';
import { numberOption, textOf } from '../flags/option-values.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';
import { printJson, say } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { progressOn } from '../terminal/progress.js';
import { untilInterrupted } from './until-interrupted.js';

const mustBeReadable = async (file: string, path: string): Promise<void> => {
  const found = await access(path, constants.R_OK)
    .then(() => stat(path))
    .catch((error: unknown) => {
      throw unreadable(file, error);
    });
  if (!found.isFile()) throw fault('input-unreadable', { file, reason: 'EISDIR' });
};

export const importLog: Subcommand = {
  name: 'import-log',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Pasa un registro de eventos (XES) por los mismos comandos, con sus horas de entonces',
    en: 'Runs an event log (XES) through the same commands, with the times it gives',
  },
  operand: {
    name: { es: 'archivo', en: 'file' },
    required: true,
    about: { es: 'El registro: .xes o .xes.gz', en: 'The log: .xes or .xes.gz' },
  },
  flags: [
    flag(
      'mapping',
      'text',
      'Reglas: helpdesk, repair-example o un archivo JSON (si falta: las que cubren el registro)',
      'Rules: helpdesk, repair-example or a JSON file (default: those that cover the log)',
    ),
    flag('limit', 'integer', 'Sólo los primeros casos', 'Only the first cases'),
    flag(
      'concurrency',
      'integer',
      'Casos a la vez, de 1 a 1024 (si falta: 64)',
      'Cases at a time, 1 to 1024 (default: 64)',
    ),
    flag(
      'order',
      ['file', 'time'],
      'Orden de los eventos de un caso: el del archivo (si falta) o el de sus horas',
      'Order of the events of a case: that of the file (default) or that of their times',
    ),
  ],
  ifInterrupted: {
    es: 'Lo importado queda guardado; el mismo comando sigue con lo que falta y no repite nada.',
    en: 'What was imported is stored; the same command goes on with what is missing and repeats nothing.',
  },
  run: async (session, { operand = '', options }) => {
    const path = resolve(session.cwd, operand);
    const limit = numberOption(options, 'limit', [0, 1_000_000_000]);
    const order = textOf(options, 'order') === 'time' ? 'time' : 'file';
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
      await session.out.write(importText(session, result));
    }
    return done;
  },
};
