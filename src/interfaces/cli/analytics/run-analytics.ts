import { resolve } from 'node:path';
import { inline } from '../../../domain/texts/plain-text.js';
import {
  analyticsFormats,
  exportAnalytics,
  type AnalyticsExport,
  type AnalyticsFormat,
} from '../../../jobs/analytics/index.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { momentOption, textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import type { Given } from '../program/subcommand.js';
import { printJson, say, type Session } from '../session/session.js';
import { checkInterrupt } from '../session/check-interrupt.js';
import { withQuejas } from '../session/with-quejas.js';
import { progressOn } from '../terminal/progress.js';

const isFormat = (word: string): word is AnalyticsFormat => analyticsFormats.some((each) => each === word);

/** The formats asked for. Throws `choice-invalid`. */
const formatsOf = (options: Options): readonly AnalyticsFormat[] | undefined =>
  textOf(options, 'format')
    ?.split(',')
    .map((word) => {
      if (isFormat(word)) return word;
      throw fault('choice-invalid', { name: '--format', value: word, allowed: [...analyticsFormats] });
    });

const tell = async (session: Session, { dir, files }: AnalyticsExport): Promise<void> => {
  if (session.json) return printJson(session, { dir, files });
  const lines = files.map(({ name, rows, sha256 }) => `${name}\t${String(rows)}\t${sha256}\n`);
  await session.out.write(`${inline(dir)}\n${lines.join('')}`);
};

export const runAnalytics = (session: Session, { operand = '', options }: Given): Promise<ExitStatus> => {
  const formats = formatsOf(options);
  const salt = textOf(options, 'salt');
  if (salt === '') throw fault('option-value-missing', { name: '--salt' });
  const asked = (['from', 'to', 'at', 'knownAt'] as const).map((name) => momentOption(options, name));
  return withQuejas(
    session,
    'read',
    async (quejas) => {
      const { zone } = quejas.provider;
      const [from, to, at, knownAt] = await Promise.all(asked.map(async (moment) => moment?.(zone)));
      const progress = await progressOn(session, say(session, { es: 'Hechos', en: 'Events' }));
      const written = await exportAnalytics(quejas, resolve(session.cwd, operand), {
        ...{ folios: options['folios'] === true, signal: session.signal },
        ...(formats !== undefined && { formats }),
        ...(salt !== undefined && { salt }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        ...(at !== undefined && { at }),
        ...(knownAt !== undefined && { knownAt }),
        onProgress: (events) => progress.advance(events),
      })
        .catch((error: unknown) => {
          checkInterrupt(session);
          throw error;
        })
        .finally(progress.end);
      await tell(session, written);
      return done;
    },
    { readsRows: false },
  );
};
