import { resolve } from 'node:path';
import { bundleSource, replay, type ReplayQuestion, type ReplaySource } from '../../../jobs/replay/index.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault, unreadable } from '../faults.js';
import { momentOption, textOf, type AskedMoment } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import type { Given } from '../program/subcommand.js';
import { missingFolio } from '../reading/missing-folio.js';
import type { Session } from '../session/session.js';
import { withAuditedStore } from './open-audit.js';
import { noteTrust, tellFault, trustOf } from './run-verify.js';

/** Throws `argument-missing`, `options-exclusive`. */
const askedOf = (options: Options): ReplayQuestion['of'] => {
  const folio = textOf(options, 'folio');
  const asked: ReplayQuestion['of'][] = [
    ...(folio === undefined ? [] : [{ folio }]),
    ...(options['queue'] === true ? (['queue'] as const) : []),
    ...(options['sla'] === true ? (['sla'] as const) : []),
  ];
  const [of, ...others] = asked;
  if (of === undefined) throw fault('argument-missing', { name: '--folio | --queue | --sla' });
  if (others.length > 0) throw fault('options-exclusive', { names: '--folio, --queue, --sla' });
  return of;
};

/** A question as it was typed: its times are meant by the provider's clocks. */
interface Asked {
  readonly of: ReplayQuestion['of'];
  readonly at: AskedMoment;
  readonly knownAt: AskedMoment | undefined;
}

const answer = async (
  session: Session,
  source: ReplaySource,
  { of, at, knownAt }: Asked,
): Promise<ExitStatus> => {
  const { zone } = source.provider;
  const replayed = await replay(source, {
    of,
    at: await at(zone),
    ...(knownAt !== undefined && { knownAt: await knownAt(zone) }),
  });
  if (replayed === undefined)
    throw await missingFolio(typeof of === 'object' ? of.folio : '', source.provider);
  await session.out.write(`${replayed}\n`);
  return done;
};

const fromBundle = async (
  session: Session,
  file: string,
  options: Options,
  question: Asked,
): Promise<ExitStatus> => {
  const trust = await trustOf(session, options);
  const found = await bundleSource(resolve(session.cwd, file), question.of, { trust }).catch(
    (error: unknown) => {
      throw unreadable(file, error);
    },
  );
  if (found.kind === 'faulty') return tellFault(session, found.fault);
  if (found.kind === 'partial') throw fault('bundle-partial', { file });
  await noteTrust(session, found.verified);
  return answer(session, found.source, question);
};

export const runReplay = (session: Session, { options }: Given): Promise<ExitStatus> => {
  const of = askedOf(options);
  const [at, knownAt] = [momentOption(options, 'at'), momentOption(options, 'knownAt')];
  if (at === undefined) throw fault('argument-missing', { name: '--at' });
  const question: Asked = { of, at, knownAt };
  const file = textOf(options, 'bundle');
  if (file !== undefined) return fromBundle(session, file, options, question);
  return withAuditedStore(session, (audited) => answer(session, audited, question));
};
