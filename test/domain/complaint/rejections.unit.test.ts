import { describe, expect, it } from '@jest/globals';
import { rejections, rejectionText, type RejectionCode } from '../../../src/domain/complaint/index.js';
import type { RefusalKind } from '../../../src/domain/kernel/refusal.js';
import { file, filed, given, people, withdraw } from '../../../src/testing/index.js';
import { close } from '../../../src/testing/builders-commands.js';

const isCode = (code: string): code is RejectionCode => Object.hasOwn(rejections, code);
const codes = Object.keys(rejections).filter(isCode);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('Every refusal', () => {
  it.each(codes)('%s has a stable code, and says what it means in both languages', (code) => {
    const { es, en } = rejections[code];
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(es).toMatch(/^[A-ZÁÉÍÓÚ¿].*\.$/);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(es).not.toBe(en);
  });

  it.each(codes)('%s names the same details in both languages', (code) => {
    const { es, en } = rejections[code];
    expect(placeholders(es)).toEqual(placeholders(en));
  });

  it.each(codes)('%s says the number wherever it chooses between one and several', (code) => {
    for (const text of [rejections[code].es, rejections[code].en]) {
      const chosen = [...text.matchAll(/\{(\w+):[^}]*\|[^}]*\}/g)].map(([, name]) => name);
      expect(placeholders(text)).toEqual(expect.arrayContaining(chosen));
    }
  });

  it('is of the kind that says what its caller can do about it', () => {
    const ofKind = (kind: RefusalKind) => codes.filter((code) => rejections[code].kind === kind).sort();
    expect(ofKind('forbidden')).toEqual([
      'capacity-without-data-rights',
      'no-power-to-withdraw',
      'not-by-the-user',
      'not-in-charge',
      'not-the-users-word',
      'not-the-visitor',
      'not-your-request',
      'only-the-provider-finds',
      'only-the-provider-says',
      'only-the-represented',
      'only-the-user-waives',
      'role-not-allowed',
      'said-by-no-party',
      'separation-of-duties',
    ]);
    expect(ofKind('not-found')).toEqual([
      'no-such-credit',
      'no-such-cycle',
      'no-such-delivery',
      'no-such-hold',
      'no-such-notice',
      'no-such-proceeding',
      'no-such-requirement',
      'no-such-visit',
      'not-accredited',
      'not-filed',
      'version-not-published',
    ]);
    expect(ofKind('conflict')).toEqual(['already-filed']);
    expect(ofKind('unavailable')).toEqual([]);
    // What has not the form it must have is refused before a rule of the complaint is asked.
    expect(ofKind('invalid')).toEqual([]);
    expect(ofKind('rule')).toContain('complaint-ended');
  });
});

describe('The text of a refusal', () => {
  it('has its details filled in', () => {
    const { decision } = given(filed()).when(withdraw(), people.user).when(close(), people.system);
    if (decision.ok) throw new Error('refused');
    expect(rejectionText(decision).en).toBe(
      'Request CON-000042-7 has ended (withdrawn); only what belongs after the end is taken, or reopening it.',
    );
  });

  it('lists the roles that may', () => {
    const { decision } = given().when(file(), { actor: 'x', role: 'auditor' });
    if (decision.ok) throw new Error('refused');
    expect(rejectionText(decision).es).toBe(
      'El papel «auditor» no puede hacer esto; pueden: user, customer-service, authority, system.',
    );
  });

  it('shows a detail that is missing by its name, and what is no text as JSON', () => {
    expect(rejectionText({ code: 'compensation-not-due', details: { attribution: null } }).en).toBe(
      'No compensation is due in {folio} for that cause (null).',
    );
  });
});
