import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from '../../../src/application/schema/sealing.js';

const key = createSecretKey(randomBytes(32));
const place = { stream: 'complaint-1', type: 'Filed', revision: 0, person: 's-1' };
const fields = { description: 'No tengo internet', 'subscriber.name': 'María' };

describe('a sealed value', () => {
  it('opens with its key, in its place', () => {
    expect(unseal(key, place, seal(key, place, fields))).toEqual(fields);
  });

  it.each([
    ['stream', { ...place, stream: 'complaint-2' }],
    ['type', { ...place, type: 'NoteAdded' }],
    ['revision', { ...place, revision: 1 }],
    ['person', { ...place, person: 's-2' }],
  ])('moved to another %s does not open', (_what, elsewhere) => {
    expect(unseal(key, elsewhere, seal(key, place, fields))).toBe('invalid');
  });

  it('opens with no other key', () => {
    expect(unseal(createSecretKey(randomBytes(32)), place, seal(key, place, fields))).toBe('invalid');
  });

  it('opens with no byte changed, and none taken away', () => {
    const bytes = Buffer.from(seal(key, place, fields), 'base64');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(unseal(key, place, changed.toString('base64'))).toBe('invalid');
      expect(unseal(key, place, bytes.subarray(0, index).toString('base64'))).toBe('invalid');
    }
  });

  it('says that the key of another vault is missing, not that it is damaged', () => {
    const [ours, theirs] = [Buffer.from('ours'), Buffer.from('them')];
    const sealed = seal(createSecretKey(randomBytes(32)), place, fields, theirs);
    expect(unseal(key, place, sealed, ours)).toBe('foreign');
    expect(unseal(key, place, seal(key, place, fields, ours), ours)).toEqual(fields);
  });

  it('is never the same twice', () => {
    expect(seal(key, place, fields)).not.toBe(seal(key, place, fields));
  });
});
