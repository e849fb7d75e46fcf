import { setImmediate as turn } from 'node:timers/promises';
import { failsWith, same } from './assert.js';
import type { Law, LawGroup } from './law.js';
import { sampler } from './samples.js';

const begun = 600;

const drains: Law = {
  name: `close() drains ${String(begun)} appends that were begun, each with its outcome, and refuses one begun after it`,
  holds: async ({ open }) => {
    const { store } = await open();
    const next = sampler();
    let answered = 0;
    const appends = Array.from({ length: begun }, (_, index) =>
      store.append(next(`complaint-${String(index % 60)}`, 'any')).then((outcome) => {
        answered += 1;
        return outcome.kind;
      }),
    );
    const closed = store.close();
    await failsWith(
      'store-closed',
      () => store.append(next('complaint-0', 'any')),
      'an append after close()',
    );
    await closed;
    await turn();
    const before = answered;
    same(
      await Promise.all(appends),
      Array.from({ length: begun }, () => 'appended'),
      'the outcomes',
    );
    same(before, begun, 'appends that were answered when the store was closed');
  },
};

const keeps: Law = {
  name: 'what was begun before closing is there when the store is opened anew',
  needs: 'reopen',
  holds: async ({ open, reopen }) => {
    const subject = await open();
    const next = sampler();
    const appends = Array.from({ length: 30 }, () => subject.store.append(next('complaint-1', 'any')));
    const { store } = await reopen(subject);
    await Promise.all(appends);
    same((await store.read('complaint-1')).length, 30, 'events');
  },
};

const refusesAfterwards: Law = {
  name: 'a closed store says so, and can be closed again',
  holds: async ({ open }) => {
    const { store } = await open();
    const next = sampler();
    await store.append(next('complaint-1', 'none'));
    await store.close();
    await failsWith('store-closed', () => store.append(next('complaint-1', 'any')), 'append');
    await failsWith('store-closed', () => store.read('complaint-1'), 'read');
    await failsWith('store-closed', () => store.readAll({ limit: 1 }), 'readAll');
    await failsWith('store-closed', () => store.head(), 'head');
    await store.close();
  },
};

export const closing: LawGroup = { name: 'closing', laws: [drains, keeps, refusesAfterwards] };
