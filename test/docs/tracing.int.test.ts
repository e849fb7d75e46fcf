import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as api from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-node';
import {
  asCustomerService,
  conectared,
  openQuejas,
  type OpenQuejasOptions,
  type Tracer,
} from '../../src/index.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { storeError } from '../../src/application/errors/store-error.js';
import { report } from '../composition/opened.js';
import { codeIn, runModule } from '../support/guide-code.js';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
provider.register();
const folder = mkdtempSync(join(tmpdir(), 'quejas-traces-'));
const cs = asCustomerService('cs-1');

const isTracer = (value: unknown): value is Tracer =>
  typeof value === 'object' && value !== null && 'run' in value;

/** The only span of this name. */
const spanOf = (name: string): ReadableSpan => {
  const [span, ...others] = exporter.getFinishedSpans().filter((each) => each.name === name);
  if (span === undefined || others.length > 0)
    throw new Error(
      exporter
        .getFinishedSpans()
        .map((each) => each.name)
        .join(', '),
    );
  return span;
};

const parentOf = (child: ReadableSpan): string | undefined =>
  exporter.getFinishedSpans().find((span) => span.spanContext().spanId === child.parentSpanContext?.spanId)
    ?.name;

beforeEach(() => exporter.reset());
afterAll(async () => {
  await provider.shutdown();
  api.trace.disable();
  api.context.disable();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['tracing.md', 'tracing.es.md'])(
  'the adapter of the guide %s, on the SDK of OpenTelemetry',
  (guide) => {
    const { tracer } = runModule(codeIn(guide)[0] ?? '', { '@opentelemetry/api': api });
    if (!isTracer(tracer)) throw new Error('the guide shows no tracer');
    const open = (options: Pick<OpenQuejasOptions, 'store' | 'rows'>) =>
      openQuejas({ keys: 'memory:', provider: conectared, tracer, ...options });

    it('shows a filing with its append below it, by the names of OpenTelemetry, with folio and outcome', async () => {
      const quejas = await open({ store: `sqlite:${folder}/${guide}.db` });
      const filed = await quejas.file(report('r-1'), cs);
      if (!filed.ok) throw new Error(filed.code);
      const { folio } = filed;
      const command = spanOf('command file');
      expect(command.attributes).toEqual({
        'quejas.command': 'file',
        'quejas.provider': 'conectared',
        'quejas.outcome': 'accepted',
        'quejas.folio': folio,
        'quejas.revision': filed.revision,
      });
      const append = spanOf('append complaint');
      expect(append.attributes).toMatchObject({
        'db.system.name': 'sqlite',
        'db.operation.name': 'append',
        'db.collection.name': 'complaint',
        'db.operation.batch.size': 2,
        'quejas.events': 'Filed,FolioAssigned',
        'quejas.outcome': 'appended',
        'quejas.revision': filed.revision,
      });
      expect([parentOf(append), parentOf(command)]).toEqual(['command file', undefined]);
      expect(append.spanContext().traceId).toBe(command.spanContext().traceId);
      expect(command.status).toEqual({ code: api.SpanStatusCode.UNSET });
      await quejas.close();
    });

    it('makes a command the child of the span that its host is in', async () => {
      const quejas = await open({ store: 'memory:' });
      await api.trace.getTracer('host').startActiveSpan('POST /complaints', async (span) => {
        await quejas.file(report('r-1'), cs);
        span.end();
      });
      expect(parentOf(spanOf('command file'))).toBe('POST /complaints');
      await quejas.close();
    });

    it('tells a duplicate and a refusal as outcomes with their code, and fails no span for them', async () => {
      const quejas = await open({ store: 'memory:' });
      await quejas.file(report('r-1'), cs);
      exporter.reset();
      const again = await quejas.file(report('r-1'), cs);
      expect(again).toMatchObject({ ok: true, duplicate: true });
      expect(spanOf('command file').attributes).toMatchObject({ 'quejas.outcome': 'duplicate' });
      await quejas.complaint('5512345678').close({ commandId: 'c-1' }, cs);
      const refused = spanOf('command close');
      expect(refused.attributes).toEqual({
        'quejas.command': 'close',
        'quejas.provider': 'conectared',
        'quejas.outcome': 'refused',
        'quejas.code': 'folio-malformed',
      });
      expect(refused.status).toEqual({ code: api.SpanStatusCode.UNSET });
      await quejas.close();
    });

    it('shows what the first filing stores besides, and no calendar or policy again for the second', async () => {
      const quejas = await open({ store: 'memory:' });
      const appends = () =>
        [...new Set(exporter.getFinishedSpans().map(({ name }) => name))]
          .filter((name) => name.startsWith('append '))
          .sort();
      await quejas.file(report('r-1'), cs);
      expect(appends()).toEqual(['append calendar', 'append complaint', 'append folio', 'append policy']);
      exporter.reset();
      await quejas.file(report('r-2'), cs);
      expect(appends()).not.toContain('append policy');
      expect(appends()).not.toContain('append calendar');
      await quejas.close();
    });

    it('shows a command by a name that there is none as unknown and refused', async () => {
      const quejas = await open({ store: 'memory:' });
      const given: readonly unknown[] = [{ type: 'fille', input: {} }, cs];
      expect(await Reflect.apply(quejas.execute, undefined, given)).toMatchObject({ code: 'input-invalid' });
      expect(spanOf('command unknown').attributes).toMatchObject({
        'quejas.outcome': 'refused',
        'quejas.code': 'input-invalid',
      });
      await quejas.close();
    });

    it('fails the spans of an append and its command with the code of a store that is locked', async () => {
      const store = memoryEventStore();
      const locked = { ...store, append: () => Promise.reject(storeError('store-locked')) };
      const quejas = await open({ store: locked, rows: 'none' });
      await expect(quejas.file(report('r-1'), cs)).rejects.toMatchObject({ code: 'store-locked' });
      const failures = exporter.getFinishedSpans().map(({ name, status, attributes }) => ({
        name,
        status,
        type: attributes['error.type'],
      }));
      const status = { code: api.SpanStatusCode.ERROR, message: 'store-locked' };
      expect(failures).toEqual([
        { name: 'append calendar', status, type: 'store-locked' },
        { name: 'command file', status, type: 'store-locked' },
      ]);
    });

    it('shows queries with what they found, and what was not found without what was asked', async () => {
      const quejas = await open({ store: 'memory:' });
      const filed = await quejas.file(report('r-1'), cs);
      if (!filed.ok) throw new Error(filed.code);
      await quejas.show(filed.folio, cs);
      expect(spanOf('query show').attributes).toEqual({
        'quejas.query': 'show',
        'quejas.outcome': 'found',
        'quejas.folio': filed.folio,
      });
      exporter.reset();
      expect(await quejas.show('5512345678', cs)).toBeUndefined();
      expect(spanOf('query show').attributes).toEqual({
        'quejas.query': 'show',
        'quejas.outcome': 'not-found',
      });
      await quejas.queue('all', cs);
      expect(spanOf('query queue').attributes).toEqual({
        'quejas.query': 'queue',
        'quejas.outcome': 'found',
        'db.response.returned_rows': 1,
      });
      await quejas.close();
    });

    it('shows the batches that are projected into rows apart from their events', async () => {
      const quejas = await open({ store: 'memory:', rows: 'memory:' });
      await quejas.file(report('r-1'), cs);
      await quejas.catchUp();
      const spans = exporter.getFinishedSpans().filter(({ name }) => name === 'projection');
      const projected = spans.map(({ attributes }) => attributes['db.operation.batch.size']);
      expect(projected).toEqual([2]);
      expect(spans[0]?.attributes['quejas.projections']).toMatch(/case-status@\d+/);
      await quejas.close();
    });
  },
);
