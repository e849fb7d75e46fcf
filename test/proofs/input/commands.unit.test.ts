import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { faultTexts } from '../../../src/application/commands/dto/fault.js';
import { commandTypes, parseCommand } from '../../../src/application/commands/parse-command.js';
import { instantOf, roles } from '../../../src/domain/index.js';
import { conectared, openQuejas } from '../../../src/index.js';
import { sampleInputs } from '../../application/commands/sample-inputs.js';
import { proof, proofTimeout } from '../../support/proof.js';
import { damaged } from './hostile.js';

const now = instantOf(Date.UTC(2026, 2, 2, 18));

/** A command by name, with an input that may be good or anything. */
const sent = fc
  .constantFrom(...commandTypes)
  .chain((type) => fc.record({ type: fc.constant(type), input: damaged([sampleInputs[type]]) }));

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? [...Object.keys(value), ...Object.values(value).flatMap(textsIn)]
    : [];
};

const unfit = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

describe('whatever is sent as a command', () => {
  it(
    'is either taken as plain, well-formed data, or refused with coded faults in two languages; never thrown at',
    () => {
      fc.assert(
        fc.property(sent, ({ type, input }) => {
          const parsed = parseCommand(type, input, now);
          if (parsed.ok) {
            expect(parsed).toStrictEqual(JSON.parse(JSON.stringify(parsed)));
            for (const text of textsIn(parsed)) {
              expect(text.isWellFormed()).toBe(true);
              expect(text).not.toMatch(unfit);
            }
            return;
          }
          expect(parsed.code).toBe('input-invalid');
          expect(parsed.details.faults.length).toBeGreaterThan(0);
          for (const { path, code, es, en } of parsed.details.faults) {
            expect(Object.keys(faultTexts)).toContain(code);
            expect(path.isWellFormed() && path.length < 300).toBe(true);
            expect(es.length > 0 && en.length > 0).toBe(true);
          }
        }),
        proof(1500),
      );
    },
    proofTimeout(1500),
  );

  it(
    'changes a store only where it is accepted; a refusal leaves it as it was',
    async () => {
      const quejas = await openQuejas({
        store: 'memory:',
        keys: 'memory:',
        provider: conectared,
        clock: () => instantOf(Date.UTC(2026, 2, 10)),
      });
      const {
        report: _report,
        disputedCharge: _charge,
        statement: _of,
        ...ofASubscriber
      } = sampleInputs.file;
      const filed = await quejas.file(
        { ...ofASubscriber, externalReferences: [], relationships: [] },
        { actor: 'cs-1', role: 'customer-service' },
      );
      expect(filed.ok).toBe(true);
      const folio = filed.ok ? filed.folio : '';
      let head = (await quejas.events({ limit: 100 })).next;
      await fc.assert(
        fc.asyncProperty(sent, fc.constantFrom(...roles), async ({ type, input }, role) => {
          const result = await quejas.execute({ type, folio, input }, { actor: 'a-1', role });
          const { events, next } = await quejas.events({ after: head, limit: 100 });
          head = next ?? head;
          if (!result.ok) {
            expect(result.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
            expect(result.message.es.length > 0 && result.message.en.length > 0).toBe(true);
            expect(events).toEqual([]);
          } else expect(events.length === 0).toBe(result.duplicate);
        }),
        proof(200),
      );
      await quejas.close();
    },
    proofTimeout(200),
  );
});
