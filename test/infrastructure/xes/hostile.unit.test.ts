import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LogCase } from '../../../src/application/ports/event-log.js';
import { isCodedError } from '../../../src/application/errors/coded-error.js';
import { logFaultTexts } from '../../../src/application/errors/log-faults.js';
import { defaultLimits, readXes, xesFile } from '../../../src/infrastructure/xes/index.js';

const event =
  '<event><string key="concept:name" value="Wait"/><date key="time:timestamp" value="2012-10-09T14:50:17+00:00"/></event>';
const oneCase = (name: string, events = event) =>
  `<trace><string key="concept:name" value="${name}"/>${events}</trace>`;
const log = (content: string) => `<?xml version="1.0" encoding="UTF-8"?><log>${content}</log>`;

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}

const read = async (bytes: string | Uint8Array, { size = 7, limits = defaultLimits } = {}) => {
  const cases: LogCase[] = [];
  for await (const found of readXes(
    inPieces(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, size),
    limits,
  ))
    cases.push(found);
  return cases;
};

const fault = async (reading: Promise<unknown>): Promise<string> => {
  try {
    await reading;
  } catch (error) {
    return isCodedError(error) ? error.code : `uncoded: ${String(error)}`;
  }
  return 'none';
};

describe('a log is read', () => {
  it('however its bytes are cut, compressed or not', async () => {
    const whole = log(oneCase('uno') + oneCase('año'));
    for (const bytes of [Buffer.from(whole), gzipSync(whole)])
      for (const size of [1, 2, 3, 1000]) {
        const cases = await read(bytes, { size });
        expect(cases.map(({ id }) => id)).toEqual(['uno', 'año']);
        expect(cases[0]?.events[0]?.timestamp).toBe('2012-10-09T14:50:17.000Z');
      }
  });

  it('in the encoding it declares', async () => {
    const named = (encoding: string) => log(oneCase('año')).replace('UTF-8', encoding);
    const ids = async (bytes: Uint8Array) => (await read(bytes)).map(({ id }) => id);
    expect(await ids(Buffer.from(named('ISO-8859-1'), 'latin1'))).toEqual(['año']);
    expect(await ids(Buffer.from(named('cp1252'), 'latin1'))).toEqual(['año']);
    expect(await ids(Buffer.from(`\ufeff${named('UTF-16')}`, 'utf16le'))).toEqual(['año']);
    const euro = Buffer.from(log(oneCase('100 ¤')).replace('UTF-8', 'ISO-8859-15'), 'latin1');
    expect(await ids(euro)).toEqual(['100 €']);
    expect(await ids(Buffer.from(`\ufeff${log(oneCase('año'))}`))).toEqual(['año']);
  });

  it('also where an event tells the same twice, and where its key is that of its case or of an attribute of an attribute', async () => {
    const twice = event.replace(
      '<date',
      '<string key="concept:name" value="Wait"><string key="concept:name" value="inner"/></string><date',
    );
    const [found] = await read(log(oneCase('uno', twice)));
    expect(found?.events.map(({ activity }) => activity)).toEqual(['Wait']);
  });

  it('by the attributes of its events, and not by those of their attributes', async () => {
    const nested = event.replace('/><date', '><string key="concept:name" value="inner"/></string><date');
    const [found] = await read(
      log(oneCase('uno', nested.replace('<event>', '<event><list key="l"><values/></list>'))),
    );
    expect(found?.events[0]?.activity).toBe('Wait');
    expect([...(found?.events[0]?.attributes.keys() ?? [])]).toEqual(['concept:name', 'time:timestamp']);
  });

  it('by names with the prefix of its root, and not by those of another one', async () => {
    const prefixed = log(oneCase('uno')).replace(/<(\/?)(?=[a-z])/g, '<$1xes:');
    const [found] = await read(prefixed.replace('</xes:event>', '</xes:event><x:event/><event/>'));
    expect(found).toMatchObject({ id: 'uno', events: [{ activity: 'Wait' }] });
  });

  it('the keys of a log may be called like parts of an object', async () => {
    const odd = event.replace('</event>', '<string key="__proto__" value="x"/></event>');
    const [found] = await read(log(oneCase('constructor', odd)));
    expect(found?.id).toBe('constructor');
    expect(found?.events[0]?.attributes.get('__proto__')).toBe('x');
  });
});

describe('what is no log is refused with a code', () => {
  const gzip = gzipSync(log(oneCase('uno')));
  const damaged = Buffer.from(gzip);
  damaged[gzip.length - 6] = (damaged[gzip.length - 6] ?? 0) ^ 0xff;

  it.each<[string, string, string | Uint8Array]>([
    ['nothing at all', 'log-not-xml', ''],
    ['plain text', 'log-not-xml', 'case;activity\n1;Wait\n'],
    ['XML of another kind', 'log-not-xes', '<?xml version="1.0"?><html/>'],
    ['XML that ends too soon', 'log-truncated', log(oneCase('uno')).slice(0, -9)],
    ['a character cut in two', 'log-truncated', Buffer.from('<log>ñ').subarray(0, 6)],
    ['tags that do not fit', 'log-not-xml', '<log><string></log>'],
    ['gzip that ends too soon', 'log-truncated', gzip.subarray(0, -12)],
    ['gzip that is damaged', 'log-gzip-corrupt', damaged],
    ['a DOCTYPE', 'log-entities', '<?xml version="1.0"?><!DOCTYPE log><log/>'],
    [
      'entities that multiply',
      'log-entities',
      '<!DOCTYPE log [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><log><string key="k" value="&b;"/></log>',
    ],
    ['an entity nobody declared', 'log-not-xml', '<log><string key="k" value="&passwd;"/></log>'],
    ['half a surrogate pair', 'log-not-xml', '<log><string key="k" value="&#xD800;"/></log>'],
    ['a terminal escape', 'log-not-xml', '<log><string key="k" value="\u001b[2J"/></log>'],
    ['an encoding nobody knows', 'log-encoding-unknown', '<?xml version="1.0" encoding="EBCDIC-MX"?><log/>'],
    ['bytes that are not UTF-8', 'log-encoding-invalid', Buffer.from('<log>\xff\xfe</log>', 'latin1')],
    ['an event outside every case', 'log-event-stray', log(event)],
    ['a case without a name', 'log-case-unnamed', log(`<trace>${event}</trace>`)],
    ['an event without an activity', 'log-activity-missing', log(oneCase('uno', '<event/>'))],
    [
      'an event that tells one key twice, with different values',
      'log-attribute-repeated',
      log(oneCase('uno', event.replace('<date', '<string key="concept:name" value="Close"/><date'))),
    ],
    [
      'a case that tells one key twice, with different values',
      'log-attribute-repeated',
      log(oneCase('uno', `${event}<string key="concept:name" value="dos"/>`)),
    ],
    [
      'an event without a time',
      'log-timestamp-missing',
      log(oneCase('uno', event.replace(/<date.*?\/>/, ''))),
    ],
    [
      'an offset beyond 14 hours',
      'log-timestamp-invalid',
      log(oneCase('uno', event.replace('+00:00', '+99:00'))),
    ],
    [
      'an offset of a whole day',
      'log-timestamp-invalid',
      log(oneCase('uno', event.replace('+00:00', '-24:00'))),
    ],
    ['a time without an offset', 'log-timestamp-invalid', log(oneCase('uno', event.replace('+00:00', '')))],
    [
      'a day that does not exist',
      'log-timestamp-invalid',
      log(oneCase('uno', event.replace('10-09', '02-30'))),
    ],
  ])('%s: %s', async (_what, code, bytes) => {
    expect(await fault(read(bytes))).toBe(code);
  });

  it('what is no XML is told in Spanish by its place, and by the words of the parser in the details', async () => {
    const told = await read('<log>\n<string></log>').catch((error: unknown) => error);
    if (!isCodedError(told)) throw new Error('read');
    expect(told.text.es).toBe('El registro no es XML bien formado: vea la línea 2, columna 14.');
    expect(told.details).toMatchObject({ line: 2, reason: expect.stringContaining('unexpected') });
  });

  it.each([
    ['gzip', gzipSync(gzip)],
    ['ZIP', Buffer.from('PK\u0003\u0004log.xes')],
    ['bzip2', Buffer.from('BZh91AY&SY')],
    ['xz', Buffer.from('fd377a585a000004', 'hex')],
    ['Zstandard', Buffer.from('28b52ffd2400', 'hex')],
    ['7z', Buffer.from('377abcaf271c0004', 'hex')],
  ])('what is packed as %s besides gzip: log-packed, which names it', async (format, bytes) => {
    await expect(read(bytes, { size: 1 })).rejects.toMatchObject({ code: 'log-packed', details: { format } });
  });

  it('a file that is not there, and a folder: log-unreadable', async () => {
    const none = xesFile(`${__dirname}/no-such-file.xes`).cases()[Symbol.asyncIterator]();
    expect(await fault(none.next())).toBe('log-unreadable');
    expect(await fault(xesFile(__dirname).cases()[Symbol.asyncIterator]().next())).toBe('log-unreadable');
  });
});

describe('what costs too much to read is refused while it is read', () => {
  const limits = { ...defaultLimits, ratioFrom: 1024, token: 2000, caseLength: 5000, bytes: 100_000 };

  it('a gzip bomb: log-gzip-bomb', async () => {
    const bomb = gzipSync(`<log>${' '.repeat(3_000_000)}</log>`);
    expect(await fault(read(bomb, { size: 512, limits: { ...limits, token: 9e9, bytes: 9e9 } }))).toBe(
      'log-gzip-bomb',
    );
  });

  it('a log larger than the limit: log-too-large', async () => {
    const large = log(Array.from({ length: 600 }, (_, n) => oneCase(String(n))).join(''));
    expect(await fault(read(large, { size: 999, limits }))).toBe('log-too-large');
  });

  it.each([
    ['a value', `<log><string key="k" value="${'x'.repeat(9000)}"/></log>`],
    ['a comment', `<log><!--${'x'.repeat(9000)}--></log>`],
    ['a DOCTYPE that does not end', `<!DOCTYPE log [${'<!ENTITY a "a">'.repeat(900)}`],
  ])('%s without end: log-token-too-large', async (_what, text) => {
    expect(await fault(read(text, { size: 500, limits }))).toBe('log-token-too-large');
  });

  it('a case without end: log-case-too-large', async () => {
    expect(await fault(read(log(oneCase('uno', event.repeat(60))), { size: 500, limits }))).toBe(
      'log-case-too-large',
    );
  });

  it('elements inside elements without end: log-too-deep', async () => {
    expect(await fault(read(`<log>${'<list>'.repeat(100)}`, { limits }))).toBe('log-too-deep');
  });
});

describe('whatever bytes come', () => {
  it('they are a log or a coded fault', async () => {
    const good = Buffer.from(log(oneCase('uno') + oneCase('dos')));
    const packed = gzipSync(good);
    const mutated = fc
      .tuple(
        fc.constantFrom(good, packed),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        fc.nat(400),
      )
      .map(([bytes, changes, cut]) => {
        const copy = Buffer.from(bytes);
        for (const [at, value] of changes) copy[at % copy.length] = value;
        return cut < 100 ? copy.subarray(0, cut) : copy;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
        const code = await fault(read(bytes, { size: 64 }));
        expect(['none', ...Object.keys(logFaultTexts)]).toContain(code);
      }),
      { numRuns: 300 },
    );
  });
});
