import { describe, expect, it } from '@jest/globals';
import { storeError } from '../../../src/application/errors/store-error.js';
import { faultOf } from '../../../src/infrastructure/eventstoredb/faults.js';

const failed = (parts: object, message = ''): Error => Object.assign(new Error(message), parts);

describe('what a client says went wrong', () => {
  it.each([
    ['the older client', { type: 'wrong-expected-version', actualVersion: 5n }, 5],
    ['its successor', { type: 'wrong-expected-version', actualState: 7n }, 7],
    ['a stream that is not there', { type: 'wrong-expected-version', actualVersion: 'no_stream' }, 'none'],
  ])('is a conflict, with the revision as told by %s', (_, parts, actual) => {
    expect(faultOf(failed(parts))).toEqual({ kind: 'conflict', actual });
  });

  it.each([
    ['no connection', failed({ type: 'unavailable', code: 14 })],
    ['a plain error of the first call, without type', failed({ code: 14 }, '14 UNAVAILABLE')],
    ['a call that was cancelled', failed({ type: 'cancelled', code: 1 })],
    ['a deadline', failed({ type: 'deadline-exceeded', code: 4 })],
    ['an aborted call', failed({ type: 'timeout', code: 10 }, 'Operation timed out')],
    ['a node that does not lead', failed({ type: 'not-leader' })],
    ['no node found', failed({}, 'Failed to discover after 10 attempts.')],
    ['a server that is not ready', failed({ type: 'unknown' }, 'Could not recognize Server Is Not Ready')],
    ['a server that shuts down', failed({ type: 'unknown', code: 13 }, 'shutting down')],
    ['an invalid certificate', failed({ type: 'unknown' }, 'invalid peer certificate: UnknownIssuer')],
    ['the older client tripping over its own map', new TypeError('undefined is not iterable')],
    ['something that is no error', 'gone'],
  ])('is in doubt: %s', (_, error) => {
    expect(faultOf(error).kind).toBe('doubtful');
  });

  it('is in doubt for its own reason, not for the sentence of a fault that told it before', () => {
    const told = storeError('store-unavailable', { reason: 'no connection' });
    expect(faultOf(told)).toEqual({ kind: 'doubtful', reason: 'no connection' });
  });

  it.each([
    ['stream-deleted', 'stream-gone'],
    ['stream-tombstoned', 'stream-gone'],
    ['maximum-append-size-exceeded', 'append-too-large'],
    ['append-record-size-exceeded', 'append-too-large'],
    ['transaction-max-size-exceeded', 'append-too-large'],
    ['invalid-argument', 'append-invalid'],
    ['access-denied', 'store-denied'],
    ['unsupported', 'store-failed'],
  ])('is final: %s is %s', (type, code) => {
    expect(faultOf(failed({ type }))).toMatchObject({ kind: 'final', error: { code } });
  });

  it('is final where the server cannot read the request', () => {
    expect(faultOf(failed({ type: 'unknown' }, 'Could not recognize BadRequest'))).toMatchObject({
      kind: 'final',
      error: { code: 'append-invalid' },
    });
  });

  it('is nothing but a stream that does not exist yet', () => {
    expect(faultOf(failed({ type: 'stream-not-found' }))).toEqual({ kind: 'no-stream' });
  });

  it.each([
    [
      'the older client',
      failed({ type: 'timeout', code: 10 }, 'Consumer too slow to handle event while live'),
    ],
    ['its successor', failed({ type: 'unknown' }, 'Consumer too slow to handle event while live')],
  ])('is no fault where a consumer was too slow, as told by %s', (_, error) => {
    expect(faultOf(error)).toEqual({ kind: 'too-slow' });
  });
});
