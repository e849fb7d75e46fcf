import { describe, expect, it } from '@jest/globals';
import { groupCommit, type Settled } from '../../../src/infrastructure/sqlite/group-commit.js';

const recorded = (commit: (requests: readonly string[]) => readonly Settled<string>[], largest = 4) => {
  const batches: (readonly string[])[] = [];
  const group = groupCommit<string, string>({
    commit: (requests) => {
      batches.push(requests);
      return commit(requests);
    },
    largest,
    patience: 20,
  });
  return { batches, group };
};

const echo = (requests: readonly string[]): readonly Settled<string>[] =>
  requests.map((outcome) => ({ outcome }));

describe('appends that come in together share a transaction', () => {
  it('answers each with its own outcome, in the order in which they came', async () => {
    const { batches, group } = recorded(echo);
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((request) => group.add(request)));
    expect(answers).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(batches).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('lets one fail alone', async () => {
    const { group } = recorded((requests) =>
      requests.map((request) => (request === 'bad' ? { fault: new Error('bad') } : { outcome: request })),
    );
    const settled = await Promise.allSettled(['a', 'bad', 'c'].map((request) => group.add(request)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('tries again what found the store busy, before what came later', async () => {
    let busy = 2;
    const { batches, group } = recorded((requests) => {
      busy -= 1;
      return busy >= 0 ? requests.map(() => ({ busy: new Error('busy') })) : echo(requests);
    });
    const first = group.add('first');
    await new Promise((resolve) => setTimeout(resolve, 3));
    const second = group.add('second');
    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
    expect(batches.at(-1)).toEqual(['first', 'second']);
  });

  it('gives up what found the store busy for too long', async () => {
    const { group } = recorded((requests) => requests.map(() => ({ busy: new Error('still busy') })));
    await expect(group.add('a')).rejects.toThrow('still busy');
    await group.drained();
  });

  it('fails, and says so, what a commit said nothing of', async () => {
    const { group } = recorded((requests) => echo(requests).slice(1));
    const settled = await Promise.allSettled(['a', 'b'].map((request) => group.add(request)));
    expect(settled).toEqual([
      { status: 'fulfilled', value: 'b' },
      { status: 'rejected', reason: expect.objectContaining({ code: 'store-failed' }) },
    ]);
    await group.drained();
  });

  it('gives timers their turn while lone requests follow each other', async () => {
    const { group } = recorded(echo);
    const ticks: number[] = [];
    setTimeout(() => ticks.push(1), 0);
    for (let count = 0; count < 10_000 && ticks.length === 0; count += 1) await group.add('a');
    expect(ticks).toEqual([1]);
  });

  it('is drained when nothing waits any more', async () => {
    const { group } = recorded(echo);
    const answered: string[] = [];
    for (const request of ['a', 'b', 'c', 'd', 'e'])
      void group.add(request).then((answer) => answered.push(answer));
    await group.drained();
    expect(answered).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
