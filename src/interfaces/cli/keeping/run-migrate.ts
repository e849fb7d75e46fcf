import type { CopiedStore, CopyStoreProgress } from '../../../jobs/migrate/copy-store.js';
import type { EventStore } from '../../../application/ports/event-store.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { textOf, textsOf } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import { note, printJson, say, type Session } from '../session/session.js';
import { checkInterrupt } from '../session/check-interrupt.js';
import { progressOn } from '../terminal/progress.js';
import { openSource, openTarget, sourcePrefixes, storeUrlOf, withOneClient } from './migrate-places.js';

const words = {
  copy: { es: 'Copia', en: 'Copy' },
  comparison: { es: 'Comparación', en: 'Comparison' },
  meanwhile: {
    es: 'Mientras se copiaba {events:llegó|llegaron} {events} {events:evento|eventos} más al origen, y también se {events:copió|copiaron}. Cierre a quien escribe en el origen antes de cambiar de almacén, y repita.',
    en: '{events} more {events:event|events} came to the source while it was copied, and {events:was|were} copied too. Close whoever writes to the source before you change stores, and repeat.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const labels: readonly (readonly [keyof CopiedStore, Bilingual])[] = [
  ['streams', { es: 'Flujos', en: 'Streams' }],
  ['events', { es: 'Eventos', en: 'Events' }],
  ['skipped', { es: 'Ya estaban en el destino', en: 'In the target before' }],
  ['sha256', { es: 'SHA-256', en: 'SHA-256' }],
];

const tell = async (session: Session, copied: CopiedStore): Promise<void> => {
  const { streams, events, skipped, sha256, appendedMeanwhile } = copied;
  if (session.json) await printJson(session, { streams, events, skipped, sha256, appendedMeanwhile });
  else
    await session.out.write(
      labels.map(([name, label]) => `${say(session, label)}\t${String(copied[name])}\n`).join(''),
    );
  if (appendedMeanwhile > 0) await note(session, words.meanwhile, { events: appendedMeanwhile });
};

/** A bar for each of the two stages; how much there is to compare is known once it was copied. */
const progressOf = async (session: Session) => {
  const bars = {
    copy: await progressOn(session, say(session, words.copy)),
    comparison: await progressOn(session, say(session, words.comparison)),
  };
  let copied = 0;
  return {
    onProgress: ({ stage, events }: CopyStoreProgress): void => {
      if (stage === 'copy') {
        bars.comparison.end();
        copied = events;
      } else bars.copy.end();
      bars[stage].advance(events, copied);
    },
    end: (): void => {
      bars.copy.end();
      bars.comparison.end();
    },
  };
};

/** Closes both stores, whatever came of the work; the first fault is the one that is told. */
const closing = async <Result>(
  stores: readonly EventStore[],
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } finally {
    await Promise.allSettled(stores.map((store) => store.close()));
  }
};

export const runMigrate = async (session: Session, { options }: Given): Promise<ExitStatus> => {
  const [from, to] = withOneClient(
    await storeUrlOf(session, '--from', textOf(options, 'from')),
    await storeUrlOf(session, '--to', textOf(options, 'to')),
  );
  if (from === to) throw fault('migrate-itself');
  const prefixes = sourcePrefixes(from, textsOf(options, 'namespace'));
  const { copyStore } = await import('../../../jobs/migrate/copy-store.js');
  const source = await openSource(from, prefixes);
  const copied = await closing([source], async () => {
    await source.head();
    const target = await openTarget(to);
    const progress = await progressOf(session);
    return closing([target], () =>
      copyStore({
        from: source,
        to: target,
        ...(prefixes !== undefined && { prefixes }),
        onProgress: progress.onProgress,
        signal: session.signal,
      }),
    ).finally(progress.end);
  }).catch((error: unknown) => {
    checkInterrupt(session);
    throw error;
  });
  await tell(session, copied);
  return done;
};
