import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { prepareAppend } from '../../../src/application/schema/append-check.js';
import { commitOn } from '../../../src/infrastructure/sqlite/commit.js';
import { connect } from '../../../src/infrastructure/sqlite/connection.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** A connection whose rows cannot projectInline events of the type `Spoilt`, and how many appends each commit counted. */
const opened = () => {
  const connection = connect({
    path: folder.path('store.db'),
    readOnly: false,
    mustExist: false,
    maxBytes: undefined,
  });
  const counted: number[] = [];
  const commit = commitOn(connection, {
    folios: { add: () => undefined },
    rows: {
      enter: () => undefined,
      hasInline: () => true,
      projectInline: (events) => {
        if (events.some(({ type }) => type === 'Spoilt')) throw new Error('cannot be written');
      },
      forget: () => undefined,
      mend: () => undefined,
      change: () => undefined,
    },
    checkpointer: { committed: (appends) => counted.push(appends), close: () => undefined },
  });
  return { commit, counted, close: () => connection.database.close() };
};

const append = (name: string, type = 'Filed') =>
  prepareAppend(sampleAppend(`complaint-${name}`, `command-${name}`, 'none', 1, { type }));

describe('the checkpointer is told of every append that was committed', () => {
  it('together with others, at once', () => {
    const { commit, counted, close } = opened();
    commit([append('1'), append('2'), append('3')]);
    expect(counted).toEqual([3]);
    close();
  });

  it('alone, after another one spoilt the transaction they shared', () => {
    const { commit, counted, close } = opened();
    const settled = commit([append('1'), append('2', 'Spoilt'), append('3')]);
    expect(settled.map((one) => ('outcome' in one ? one.outcome.kind : Object.keys(one)))).toEqual([
      'appended',
      ['fault'],
      'appended',
    ]);
    expect(counted).toEqual([1, 1]);
    close();
  });
});
