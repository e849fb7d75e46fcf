import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readUnavailable, storeError } from '../../../src/application/errors/store-error.js';
import { faultOf } from '../../../src/infrastructure/eventstoredb/faults.js';
import { storedEvent } from '../../../src/infrastructure/eventstoredb/envelope.js';
import { logPositionOf } from '../../../src/infrastructure/eventstoredb/log-position.js';

const sources = join(import.meta.dirname, '../../../src');

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('why a store failed is told in the language of the reader', () => {
  it('where the reason is ours', () => {
    const { text, message, details } = storeError('store-unavailable', { reason: 'no-answer' });
    expect(text.es).toContain('(no hubo respuesta a tiempo)');
    expect(text.en).toContain('(there was no answer in time)');
    expect(message).toBe(text.en);
    expect(details).toEqual({ reason: 'no-answer' });
  });

  it('as often as the fault is told on', () => {
    const fault = faultOf(storeError('store-unavailable', { reason: 'client-given-up' }));
    const again = storeError('store-unavailable', fault.kind === 'doubtful' ? { reason: fault.reason } : {});
    expect(again.text.es).toContain('(la conexión se abandonó');
  });

  it('a read that the store did not answer is told in one language, as a read, and keeps the words in its details', () => {
    const { code, text, details } = readUnavailable('unavailable: connect ECONNREFUSED');
    expect(code).toBe('store-unavailable');
    expect(text.es).toBe(
      'El almacén no responde (no se pudo llegar al servidor). Sólo se leía y nada cambió: intente de nuevo.',
    );
    expect(text.en).not.toMatch(/command|ECONNREFUSED/);
    expect(details).toEqual({ reason: 'unavailable: connect ECONNREFUSED' });
    expect(readUnavailable('no-answer').text.es).toContain('(no hubo respuesta a tiempo)');
  });

  it('the words of a server are quoted as its own', () => {
    const { text } = storeError('store-unavailable', { reason: 'unavailable: shutting\n down' });
    expect(text.es).toContain('(mensaje original: «unavailable: shutting down»)');
    expect(text.en).toContain('(original message: “unavailable: shutting down”)');
    expect(storeError('store-failed', { reason: '' }).text.es).toContain('(sin más detalle)');
  });

  it.each([
    [
      'a server too old',
      () => storedEvent({ id: '', streamId: '', revision: 0n, type: '', data: {}, metadata: {} }),
    ],
    ['the position of another store', () => logPositionOf('0000000000000001')],
  ])('%s', (_, work) => {
    expect(thrownBy(work)).toMatchObject({
      text: { es: expect.stringMatching(/servidor es anterior|no es una posición/) },
    });
  });
});

describe('a reason of ours', () => {
  const source = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(join(folder, path), 'utf8'));

  const given = ['infrastructure', 'projections', 'queries', 'composition', 'application']
    .flatMap((part) => source(join(sources, part)))
    .flatMap((text) => [
      ...text.matchAll(/storeError\(\s*'[^']+',\s*\{[^}]*\breason: '([^']+)'/g),
      ...text.matchAll(/\bat: [^,{}]+, reason: '([^']+)'/g),
      ...text.matchAll(/new (?:Type)?Error\('([a-z]+(?:-[a-z]+)+)'/g),
    ])
    .map(([, reason = '']) => reason)
    .filter((reason) => reason !== 'not-an-object');

  it.each([...new Set(given)])('has words in both languages: %s', (reason) => {
    const { text } = storeError('store-failed', { reason });
    expect(text.es).not.toContain('mensaje original');
    expect(text.es).not.toContain(`(${reason})`);
    expect(text.es).not.toBe(text.en);
  });

  it('is found in the source at all', () => {
    expect(given).toContain('no-answer');
    expect(given.length).toBeGreaterThan(10);
  });
});

describe('rows of another store', () => {
  it('are told of without the flags of a terminal, which a host does not have', () => {
    const { text } = storeError('rows-foreign', { path: 'rows.db' });
    expect(text.es + text.en).not.toContain('--');
  });
});
