import type { Expectation } from '../../application/ports/event-store.js';
import { same } from './assert.js';
import type { Law, LawGroup } from './law.js';
import { sampleAppend, sampler } from './samples.js';

const stream = 'complaint-1';

const sentAgain: Law = {
  name: 'a command sent again is answered with the place that it took, and stored once',
  holds: async ({ open }) => {
    const { store } = await open();
    const next = sampler();
    await store.append(next(stream, 'none'));
    const request = next(stream, 0, 3);
    const first = await store.append(request);
    await store.append(next(stream, 'exists'));
    const again = await store.append(request);
    const position = first.kind === 'appended' ? first.position : undefined;
    same(again, { kind: 'duplicate', firstRevision: 1, revision: 3, position }, 'the second outcome');
    same((await store.read(stream)).length, 5, 'events');
  },
};

const expectations: readonly Expectation[] = ['none', 'exists', 'any', 0, 1, 9];

const withAnotherExpectation: Law = {
  name: 'a command sent again is a duplicate whatever it expects by now',
  holds: async ({ open }) => {
    const { store } = await open();
    const request = sampleAppend(stream, 'once', 'none');
    await store.append(request);
    await store.append(sampleAppend(stream, 'later', 'any'));
    for (const expect of expectations) {
      const { kind } = await store.append({ ...request, expect });
      same(kind, 'duplicate', `the outcome expecting ${String(expect)}`);
    }
    same((await store.read(stream)).length, 2, 'events');
  },
};

const withOtherContent: Law = {
  name: 'a command sent again with other content gives the first outcome and leaves the first content',
  holds: async ({ open }) => {
    const { store } = await open();
    await store.append(sampleAppend(stream, 'once', 'none', 1, { data: { said: 'first' } }));
    const { kind } = await store.append(sampleAppend(stream, 'once', 'any', 2, { data: { said: 'second' } }));
    same(kind, 'duplicate', 'the outcome');
    same(
      (await store.read(stream)).map(({ data }) => data),
      [{ said: 'first' }],
      'what is stored',
    );
  },
};

const onAnotherStream: Law = {
  name: 'the same command id on another stream is another command',
  holds: async ({ open }) => {
    const { store } = await open();
    for (const name of [stream, 'complaint-2', 'folio-conectared'])
      same(
        (await store.append(sampleAppend(name, 'once', 'none'))).kind,
        'appended',
        `the outcome on ${name}`,
      );
  },
};

const atOnce: Law = {
  name: 'a command sent many times at once is stored once',
  holds: async ({ open }) => {
    const { store } = await open();
    const request = sampleAppend(stream, 'once', 'any', 2);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.append(request)));
    const kinds = outcomes.map(({ kind }) => kind).sort();
    same(kinds, ['appended', ...Array.from({ length: 19 }, () => 'duplicate')], 'the outcomes');
    same((await store.read(stream)).length, 2, 'events');
  },
};

const afterReopening: Law = {
  name: 'a command is remembered when the store is opened anew',
  needs: 'reopen',
  holds: async ({ open, reopen }) => {
    const subject = await open();
    const request = sampleAppend(stream, 'once', 'none', 2);
    const first = await subject.store.append(request);
    const { store } = await reopen(subject);
    const position = first.kind === 'appended' ? first.position : undefined;
    const expected = { kind: 'duplicate', firstRevision: 0, revision: 1, position };
    same(await store.append(request), expected, 'the outcome in the opened store');
    same(await store.append({ ...request, expect: 5 }), expected, 'the outcome with another expectation');
    same((await store.read(stream)).length, 2, 'events');
  },
};

const acknowledgementLost: Law = {
  name: 'a caller that never heard the answer sends the command again and finds it stored once',
  needs: 'reopen',
  holds: async ({ open, reopen, random }) => {
    const subject = await open();
    const requests = Array.from({ length: 10 }, (_, index) =>
      sampleAppend(`complaint-${String(index)}`, `once-${String(index)}`, 'none', 1 + random.below(2)),
    );
    for (const request of requests) void subject.store.append(request).catch(() => undefined);
    const { store } = await reopen(subject);
    for (const request of requests) {
      await store.append(request);
      same((await store.append(request)).kind, 'duplicate', 'the outcome of the retry');
      same((await store.read(request.stream)).length, request.events.length, 'events after the retry');
    }
  },
};

export const duplicates: LawGroup = {
  name: 'a command is stored once (I-25)',
  laws: [
    sentAgain,
    withAnotherExpectation,
    withOtherContent,
    onAnotherStream,
    atOnce,
    afterReopening,
    acknowledgementLost,
  ],
};
