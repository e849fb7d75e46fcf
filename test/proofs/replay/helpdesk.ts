import { importLog, mappingFor, shippedMappings, surveyLog } from '../../../src/jobs/import/index.js';
import type { LogCase } from '../../../src/application/ports/event-log.js';
import { openQuejas } from '../../../src/composition/open-quejas.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { memoryAuditSigner } from '../../../src/infrastructure/crypto/memory-audit-signer.js';
import { memoryKeptLog } from '../../../src/infrastructure/crypto/memory-kept-log.js';
import { xesFile } from '../../../src/infrastructure/xes/index.js';
import { openAudit } from '../../../src/jobs/audit/index.js';
import { keyOf } from '../../jobs/audit/sample-bundle.js';
import { sharedFile } from '../../support/shared.js';

/** The log of the help desk, among the reference data. */
export const helpdeskLog = 'data/helpdesk.xes.gz';

/** The first cases of the log, in the order of the file, and how they are imported. */
export const readHelpdesk = async (limit: number) => {
  const log = xesFile(sharedFile(helpdeskLog));
  const cases: LogCase[] = [];
  for await (const found of log.cases()) {
    if (cases.length === limit) break;
    cases.push(found);
  }
  return { cases, mapping: mappingFor(await surveyLog(log), shippedMappings) };
};

type Helpdesk = Awaited<ReturnType<typeof readHelpdesk>>;

/** Long after the log: what is imported is recorded at the same time in every store. */
const imported = '2026-11-28T00:00:00.000Z';

const each = async function* (cases: readonly LogCase[]): AsyncGenerator<LogCase> {
  yield* await Promise.resolve(cases);
};

/** A store into which these cases were imported, one after another, so that their folios are in the order of the cases. */
export const openImported = async (
  { mapping }: Pick<Helpdesk, 'mapping'>,
  cases: readonly LogCase[],
  store: 'memory:' | `sqlite:${string}` = 'memory:',
): Promise<Quejas> => {
  const { provider } = mapping;
  const quejas = await openQuejas({ store, keys: 'memory:', provider, clock: () => imported });
  await importLog({ quejas, cases: each(cases), mapping, concurrency: 1 });
  return quejas;
};

/** The numbers that the cases were given, in their order. */
export const foliosOf = async ({ store }: Pick<Quejas, 'store'>): Promise<readonly string[]> => {
  const folios: string[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await store.readAll({
      ...{ limit: 10_000, types: ['FolioAssigned'] },
      ...(after !== undefined && { after }),
    });
    for (const { data } of page.events) folios.push(typeof data['folio'] === 'string' ? data['folio'] : '');
    if (page.caughtUp || page.next === undefined) return folios;
    after = page.next;
  }
};

/** Writes a bundle of a store, signed by a key that tests have. */
export const exportImported = async (
  quejas: Quejas,
  provider: Helpdesk['mapping']['provider'],
  path: string,
) => {
  const audit = await openAudit({
    ...{ store: quejas.store, keys: 'memory:', provider, log: memoryKeptLog() },
    signer: memoryAuditSigner({ keys: [keyOf(1, `${provider.id}/complaints`)], memory: { kind: 'new' } }),
  });
  const exported = await audit.export(path);
  await audit.close();
  if (!exported.ok) throw new Error(exported.code);
};
