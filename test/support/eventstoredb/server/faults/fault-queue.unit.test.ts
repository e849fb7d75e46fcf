import { describe, expect, it } from '@jest/globals';
import { createFaultQueue } from './fault-queue.js';

const queueOf = (...rules: readonly { fault: string; times?: number; after?: number; stream?: string }[]) => {
  const queue = createFaultQueue<string>();
  for (const rule of rules) queue.add({ on: 'append', ...rule });
  return queue;
};

const struckBy = (queue: ReturnType<typeof queueOf>, ...streams: readonly string[]) =>
  streams.map((stream) => queue.strike(stream));

describe('a rule of what goes wrong', () => {
  it('strikes once, or as often as it says', () => {
    expect(struckBy(queueOf({ fault: 'reset' }), 'a', 'a')).toEqual(['reset', undefined]);
    expect(struckBy(queueOf({ fault: 'reset', times: 2 }), 'a', 'a', 'a')).toEqual([
      'reset',
      'reset',
      undefined,
    ]);
  });

  it('lets so many calls pass first', () => {
    expect(struckBy(queueOf({ fault: 'reset', after: 2 }), 'a', 'a', 'a')).toEqual([
      undefined,
      undefined,
      'reset',
    ]);
  });

  it('strikes only, and counts only, calls on streams that begin as it says', () => {
    const queue = queueOf({ fault: 'reset', after: 1, stream: 'complaint-' });
    expect(struckBy(queue, 'folio-1', 'complaint-1', 'folio-1', 'complaint-1')).toEqual([
      undefined,
      undefined,
      undefined,
      'reset',
    ]);
  });

  it('gives way to an older one that fits', () => {
    const queue = queueOf({ fault: 'reset' }, { fault: 'busy', times: 2 });
    expect(struckBy(queue, 'a', 'a', 'a', 'a')).toEqual(['reset', 'busy', 'busy', undefined]);
    expect(queue.struck()).toBe(3);
  });

  it('can be taken back', () => {
    const queue = queueOf({ fault: 'reset' });
    queue.clear();
    expect(struckBy(queue, 'a')).toEqual([undefined]);
  });
});
