import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import type { Logger } from '../../src/application/ports/logger.js';
import type { Span, Tracer } from '../../src/application/ports/tracer.js';
import { opened, removeScratch, report, storeKinds } from './opened.js';

afterAll(removeScratch);

const by = asCustomerService('cs-1');

const fails = (): never => {
  throw new Error('the fault of the host');
};
const rejects = (): Promise<never> => Promise.reject(new Error('the fault of the host'));
const failsLater = (): unknown => rejects();

const loggers: Readonly<Record<string, Logger>> = {
  'throws at every message': { debug: fails, info: fails, warn: fails, error: fails },
  'rejects at every message': { debug: failsLater, info: failsLater, warn: failsLater, error: failsLater },
};

const span: Span = { set: () => undefined, fail: () => undefined };
const tracers: Readonly<Record<string, Tracer>> = {
  'throws before the work': { run: fails },
  'rejects before the work': { run: rejects },
  'rejects after the work': { run: (_name, _attributes, work) => work(span).then(fails) },
  'does the work twice': {
    run: async (_name, _attributes, work) => {
      await work(span);
      return work(span);
    },
  },
  'throws at every attribute': {
    run: (_name, _attributes, work) => work({ set: fails, fail: fails }),
  },
};

describe.each(storeKinds)('what a host observes with, on %s', (kind) => {
  const folio = 'CR-000001-K';
  const filesAndAnswers = async (options: { readonly logger?: Logger; readonly tracer?: Tracer }) => {
    const { quejas } = await opened(kind, options);
    const filed = await quejas.file(report('r-1'), by);
    const refused = await quejas.file(report('r-2', { kind: 'none' }), by);
    const again = await quejas.file(report('r-1'), by);
    const { events } = filed.ok ? await quejas.events({ folio: filed.folio, limit: 10 }) : { events: [] };
    await quejas.close();
    return { filed, refused, again, types: events.map(({ type }) => type) };
  };

  it.each(Object.entries(loggers))(
    'tells the folio and the refusal though the logger %s',
    async (_, logger) => {
      const { filed, refused, again, types } = await filesAndAnswers({ logger });
      expect(filed).toMatchObject({ ok: true, folio, duplicate: false });
      expect(refused).toMatchObject({ ok: false, code: 'input-invalid' });
      expect(again).toMatchObject({ ok: true, folio, duplicate: true });
      expect(types).toEqual(['Filed', 'FolioAssigned']);
    },
  );

  it.each(Object.entries(tracers))(
    'tells the folio, and files once, though the tracer %s',
    async (_, tracer) => {
      const { filed, refused, again, types } = await filesAndAnswers({ tracer });
      expect(filed).toMatchObject({ ok: true, folio, duplicate: false });
      expect(refused).toMatchObject({ ok: false, code: 'input-invalid' });
      expect(again).toMatchObject({ ok: true, folio, duplicate: true });
      expect(types).toEqual(['Filed', 'FolioAssigned']);
    },
  );

  it('gives the fault of the work on to the caller, not the one of the tracer', async () => {
    const { quejas } = await opened(kind, {
      tracer: { run: (_name, _attributes, work) => work(span).catch(fails) },
    });
    await quejas.close();
    await expect(quejas.file(report('r-1'), by)).rejects.toMatchObject({ code: 'store-closed' });
  });

  it('is told of the commands of processes as of those of callers, with folio and outcome', async () => {
    const spans: Record<string, unknown>[] = [];
    const lines: unknown[] = [];
    const nothing = () => undefined;
    const { quejas } = await opened(kind, {
      logger: { debug: (...line) => lines.push(line), info: nothing, warn: nothing, error: nothing },
      tracer: {
        run: (name, attributes, work) => {
          const told: Record<string, unknown> = { name, ...attributes };
          spans.push(told);
          return work({ set: (more) => void Object.assign(told, more), fail: () => undefined });
        },
      },
    });
    const first = await quejas.file(report('r-1'), by);
    const second = await quejas.file(report('r-2'), by);
    await quejas.runProcesses();
    await quejas.notice(folio, 'folio', by);
    await quejas.close();
    if (!first.ok || !second.ok) throw new Error('not filed');
    const linked = { 'quejas.outcome': 'accepted', 'quejas.folio': second.folio };
    expect(spans).toContainEqual(expect.objectContaining({ name: 'command linkTo', ...linked }));
    const asked = { process: 'link-repeats', complaint: expect.any(String) };
    expect(lines).toContainEqual([
      'accepted',
      { type: 'linkTo', folio: second.folio, duplicate: false, ...asked },
    ]);
    expect(spans).toContainEqual(
      expect.objectContaining({ name: 'query notice', 'quejas.outcome': 'found', 'quejas.folio': folio }),
    );
  });
});
