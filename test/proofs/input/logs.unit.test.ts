import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { isCodedError } from '../../../src/application/errors/coded-error.js';
import { importLog, shippedMappings, surveyLog, type EventLog } from '../../../src/jobs/import/index.js';
import { logFaultTexts } from '../../../src/application/errors/log-faults.js';
import { readXes } from '../../../src/infrastructure/xes/index.js';
import { conectared, openQuejas } from '../../../src/index.js';
import { helpdeskActivities } from '../../jobs/import/logs.js';
import { proof, proofTimeout } from '../../support/proof.js';
import { hostileText } from './hostile.js';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${String(character.codePointAt(0))};`);

const event = (activity: string, hour: number, customer: string) =>
  `<event><string key="concept:name" value="${escaped(activity)}"/>` +
  `<string key="org:resource" value="${escaped(customer)}"/>` +
  `<date key="time:timestamp" value="2012-01-0${String(1 + (hour % 9))}T09:00:00+00:00"/></event>`;

/** A log of the help desk's kind: known activities and others, told by any resource. */
const log = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...helpdeskActivities) }, hostileText),
      fc.nat(20),
      fc.oneof(fc.constant('Value 1'), hostileText),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(
    (events) =>
      `<?xml version="1.0" encoding="UTF-8"?><log><trace><string key="concept:name" value="Case 1"/>` +
      `${events.map((each) => event(...each)).join('')}</trace></log>`,
  );

/** The same with bytes changed, cut off, or packed. */
const bytes = fc
  .tuple(log, fc.boolean(), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }), fc.nat(4000))
  .map(([text, packed, changes, cut]) => {
    const whole = packed ? gzipSync(text) : Buffer.from(text);
    for (const [at, value] of changes) whole[at % whole.length] = value;
    return cut < 400 ? whole.subarray(0, cut) : whole;
  });

const inOnePiece = async function* (content: Uint8Array) {
  yield await Promise.resolve(content);
};

describe('whatever bytes are imported as a log', () => {
  it(
    'are read as a log, or end in a coded fault before anything was stored',
    async () => {
      const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: conectared });
      const [mapping] = shippedMappings;
      if (mapping === undefined) throw new Error('no mapping is shipped');
      let head = (await quejas.events({ limit: 1 })).next;
      await fc.assert(
        fc.asyncProperty(bytes, async (content) => {
          const source: EventLog = { cases: () => readXes(inOnePiece(content)) };
          try {
            await surveyLog(source);
          } catch (error) {
            expect(isCodedError(error) && Object.keys(logFaultTexts).includes(error.code)).toBe(true);
            expect((await quejas.events({ after: head, limit: 1 })).events).toEqual([]);
            return;
          }
          const { events, unmapped } = await importLog({ quejas, cases: source.cases(), mapping });
          head = (await quejas.events({ after: head, limit: 10_000 })).next ?? head;
          expect(events).toBeGreaterThanOrEqual(unmapped.reduce((sum, { count }) => sum + count, 0));
        }),
        proof(150),
      );
      await quejas.close();
    },
    proofTimeout(150),
  );
});
