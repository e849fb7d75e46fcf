import { setImmediate as turn } from 'node:timers/promises';
import { failsWith, same } from './assert.js';
import type { Law, LawGroup } from './law.js';
import { sampler } from './samples.js';

const drains: Law = {
  name: 'closing waits for every append that was begun',
  holds: async ({ open }) => {
    const { store } = await open();
    const next = sampler();
    let answered = 0;
    const appends = Array.from({ length: 30 }, (_, index) =>
      store.append(next(`complaint-${String(index % 3)}`, 'any')).then((outcome) => {
        answered += 1;
        return outcome.kind;
      }),
    );
    await store.close();
    await turn();
    const before = answered;
    same(
      await Promise.all(appends),
      Array.from({ length: 30 }, () => 'appended'),
      'the outcomes',
    );
    same(before, 30, 'appends that were answered when the store was closed');
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
