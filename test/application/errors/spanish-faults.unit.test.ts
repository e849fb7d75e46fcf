import { describe, expect, it } from '@jest/globals';
import { errorKinds } from '../../../src/application/errors/error-codes.js';
import * as keyFaults from '../../../src/application/errors/key-faults.js';
import { isLogFaultCode, logFault } from '../../../src/application/errors/log-faults.js';
import { isStoreErrorCode, storeError } from '../../../src/application/errors/store-error.js';
import type { JsonObject } from '../../../src/domain/kernel/json.js';
import { fault, type FaultCode } from '../../../src/interfaces/cli/faults.js';
import { otherTexts, usageTexts } from '../../../src/interfaces/cli/fault-texts.js';
import { foreignIn } from '../../support/foreign-words.js';

/** A detail of each name as a store, a log or a command line gives it. */
const samples: JsonObject = {
  ...{ reason: 'no-answer', stream: 'complaint-0198c000', revision: 3, position: '0000000000000007' },
  ...{ path: '/srv/q/quejas.db', folder: '/srv/q', file: '/srv/q/a.json', store: 'sqlite:/srv/q/quejas.db' },
  ...{ folio: 'CR-000123-0', found: '7', known: '9', supported: '3', least: '22.16', numbers: '7, 9' },
  ...{ folios: 'CR-000123-0' },
  ...{
    index: 0,
    type: 'CauseVerified',
    bytes: 70_000,
    limit: 60_000,
    at: 'events[0].x',
    table: 'case_status_v1',
  },
  ...{
    projection: 'case-status',
    column: 'folio',
    root: 'html',
    encoding: 'UTF-8',
    ratio: 100,
    case: 'caso 1',
  },
  ...{ event: 3, faults: 'x', timestamp: '2026-11-24', activities: 'Alta, Baja', mapping: 'propio', line: 3 },
  ...{ name: '--limit', value: 'x', names: '--folio, --phone', most: 1000, allowed: 'falla, queja' },
  ...{ provider: 'nadie', key: 'descripcion', recipient: 'ab:cd', calendar: 'c@1', until: '2036-12-31' },
  ...{ kind: 'visita', person: 's-1', expected: 'v-1', format: 'ZIP' },
};

/** What is typed or written as it is in either language: names of commands, options, files, fields, programs and codes. */
const withoutNames = (told: string): string =>
  told
    .replace(/\bquejas [a-z]+(?: [a-z-]+)? ?(?=[:.,)(]|--|case-status)/g, '')
    .replace(/\((?:keys|newVault|rebuildContacts|vault)\)|, keys\)|«until»/g, '')
    .replace(
      /--[a-z-]+(?: full\b)?|\S*[/\\]\S+|\b[a-z]+(?:[_-]\w+)+\b|\b\w+\.json\b|\b[\w]+:\w+\b|\bv-1\b/g,
      '',
    )
    .replace(
      /openssl [^)]*|\b(?:bytes|XML|ISO|html|ZIP|gzip)\b|\bevents\[\d\]\S*|\bSHA-256\b|\bX25519\b|\bPEM\b|\bC2SP\b|\bNode\b|\bDOCTYPE\b|\bsqlite:RUTA\b/g,
      '',
    );

const inSpanish = (es: string) => {
  expect({ es, foreign: foreignIn(withoutNames(es)) }).toEqual({ es, foreign: [] });
  expect(es).not.toMatch(/\{\w+(?::[^}]*)?\}/);
};

describe('a fault is told in Spanish, without a code or an English word', () => {
  it.each(Object.keys(errorKinds).filter(isStoreErrorCode))('of the store: %s', (code) => {
    inSpanish(storeError(code, samples).text.es);
  });

  it.each(Object.keys(errorKinds).filter(isLogFaultCode))('of a log: %s', (code) => {
    inSpanish(logFault(code, samples).text.es);
  });

  it.each(
    [usageTexts, otherTexts]
      .flatMap((table) => Object.keys(table))
      .filter((code): code is FaultCode =>
        [usageTexts, otherTexts].some((table) => Object.hasOwn(table, code)),
      ),
  )('of the command line: %s', (code) => {
    inSpanish(fault(code, { ...samples, reason: 'ENOENT' }).text.es.replace('(ENOENT)', ''));
  });

  it('of the keys', () => {
    const { keysForeign, keysBehind, contactsDamaged, copyIsVault, keyDestroyed } = keyFaults;
    for (const { text } of [
      keysForeign({ expected: 'v-1', found: null }),
      keysForeign({ expected: 'v-1', found: 'v-1' }),
      keysBehind({}),
      contactsDamaged({}),
      copyIsVault('/srv/q/keys.db'),
      keyDestroyed({ person: 's-1', provider: 'conectared' }),
    ])
      inSpanish(text.es);
  });
});
