import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { commandTypes } from '../../src/application/commands/parse-command.js';
import {
  asAuditor,
  asAuthority,
  asBilling,
  asCompetentArea,
  asCustomerService,
  asSystem,
  asTechnicalLead,
  asUser,
  conectared,
  emenet,
  openQuejas,
  type By,
  type ProviderProfile,
  type Quejas,
  type StoredEvent,
} from '../../src/index.js';
import { isComplaintEventType, kinds, millisecondsOf, type ComplaintEvent } from '../../src/domain/index.js';
import { audienceOf, reads } from '../../src/domain/complaint/disclosure/audience.js';
import { fieldsHiddenFrom, isForParties, wordsIn } from '../../src/domain/complaint/disclosure/table.js';
import { partyOf } from '../../src/domain/complaint/relations.js';
import { createKeyring } from '../../src/application/keys/keyring.js';
import { createCodec } from '../../src/application/schema/codec.js';
import { versionOf } from '../../src/application/schema/catalogue.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { stateOf } from '../../src/queries/case-from-events.js';
import * as ask from '../../src/testing/builders-commands.js';
import { noticeKinds } from '../../src/queries/letters/notice-kinds.js';
import { sampleInputs } from '../application/commands/sample-inputs.js';
import { secret } from '../domain/complaint/support/asks.js';
import { start, step, walks, type Walk } from '../domain/complaint/support/walks.js';

const verified = { verified: true } as const;

const viewers: readonly By[] = [
  asUser('sub-1', verified),
  asUser('login-7', { party: 'sub-1', verified: true }),
  asUser('sub-1'),
  asUser('sub-666', verified),
  asTechnicalLead('rt-1'),
  asTechnicalLead('rt-5'),
  asTechnicalLead('rt-9'),
  asCompetentArea('ar-9', { area: 'another' }),
  asBilling('bi-1'),
  asAuthority('profeco', verified),
  asAuthority('profeco'),
  asAuthority('crt', verified),
  asAuditor('au-1'),
  asSystem('sys'),
  asCustomerService('cs-9', { verified: false }),
];

/** References that stand in fields or events of the house: each is one of its own, so that it can be looked for. */
const ofTheHouse: ReadonlySet<string> = new Set(['owner', 'hold', 'basis', 'workOrder', 'outage']);

/** The same command with a word of its own in every free text and in every reference of the house. */
const marked = (data: object, pace: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]: readonly [string, unknown]) => {
      if (value === secret) return [field, `MARK-${String(pace)}-${field}`];
      return typeof value === 'string' && ofTheHouse.has(field)
        ? [field, `mark-${String(pace)}-${field}`]
        : [field, value];
    }),
  );

/** Both providers whose profiles are shipped, in turn. */
const houses = fc.constantFrom<ProviderProfile>(conectared, emenet);

/** Lives a walk again through the façade, as far as the rules of a shipped provider take it. */
const lived = async ({ paces }: Walk, provider: ProviderProfile) => {
  let now = new Date('2026-03-02T15:00:00Z');
  const keys = memoryKeyVault();
  const quejas = await openQuejas({ store: 'memory:', keys, provider, clock: () => now });
  let folio = '';
  for (const [pace, { ask, context }] of paces.entries()) {
    now = new Date(millisecondsOf(context.occurredAt));
    const { folio: _reserved, ...data }: Record<string, unknown> = { ...ask.command.data };
    const input = { ...marked(data, pace), commandId: `pace-${String(pace)}` };
    const { type } = ask.command;
    const result = await quejas.execute({ type, input, ...(folio !== '' && { folio }) }, ask.by);
    if (result.ok) folio = result.folio;
  }
  const { events } = await quejas.events({ folio, limit: 1_000 });
  return { quejas, folio, events, codec: createCodec(createKeyring(keys, provider.id), versionOf) };
};

/** What fails is told as its text is: a caller sees both. */
const told = (asked: () => Promise<unknown>): Promise<unknown> =>
  asked().catch((error: unknown) =>
    error instanceof Error ? [Object.entries(error), error.message] : error,
  );

/** Everything that a viewer can get hold of about a case, as one text. */
const allThatIsTold = async (quejas: Quejas, folio: string, by: By): Promise<string> => {
  const past = new Date('2026-03-10T00:00:00Z');
  const asked: readonly (() => Promise<unknown>)[] = [
    () => quejas.show(folio, by),
    () => quejas.show(folio, by, { at: past }),
    () => quejas.show(folio, by, { knownAt: past }),
    ...noticeKinds.flatMap((kind) => [
      () => quejas.notice(folio, kind, by),
      () => quejas.notice(folio, kind, by, { language: 'en' }),
    ]),
    () => quejas.requestsOf('sub-1', by),
    () => quejas.find({ folio }, by),
    () => quejas.find({ subscriber: 'sub-1' }, by),
    () => quejas.find({ phone: '55 0000 0000' }, by),
    () => quejas.find({ channel: 'phone' }, by),
    () => quejas.queue('all', by),
    () => quejas.queue('customer-service', by),
    () => quejas.queue('technical-lead', by, { technician: 'rt-1' }),
  ];
  const answers: unknown[] = [];
  for (const each of asked) answers.push((await told(each)) ?? null);
  return JSON.stringify(answers);
};

const isOurs = (event: StoredEvent): event is StoredEvent & ComplaintEvent =>
  isComplaintEventType(event.type);

const marks = (value: unknown): readonly string[] =>
  JSON.stringify(value).match(/mark-[0-9]+-[A-Za-z]+/gi) ?? [];

/** The marked words and references of a case that its disclosure hides from a viewer. */
const hiddenFrom = async (
  by: By,
  events: readonly StoredEvent[],
  codec: ReturnType<typeof createCodec>,
): Promise<readonly string[]> => {
  const audience = audienceOf(by, stateOf(events));
  const isOutside = audience === 'party' || audience === 'nobody';
  const hidden: string[] = [];
  for (const event of events) {
    if (!isOurs(event)) continue;
    for (const [person, values] of Object.entries(await codec.open(event)))
      for (const [field, value] of Object.entries(values))
        if (!reads(audience, wordsIn(event, field, event.metadata.role), person, by))
          hidden.push(...marks(value));
    const isTold = audience === 'party' ? isForParties(event) : audience !== 'nobody';
    const fields = isOutside ? fieldsHiddenFrom(event, partyOf(by)) : [];
    for (const [field, value] of Object.entries(event.data))
      if (!isTold || fields.includes(field)) hidden.push(...marks(value));
  }
  return [...new Set(hidden)];
};

/**
 * The beginning of a life of which the house has warned itself, and which it has classified. What is said to the user
 * soon after may take back all that this changes.
 */
const warned = [
  { command: ask.file(), by: asCustomerService('cs-1') },
  { command: ask.classify(), by: asCustomerService('cs-1') },
  { command: ask.warnOfDeadline({ clock: 'C-24' }), by: asSystem('sys') },
].reduce<Walk>((walk, each) => step(walk, each), start);

/** In the end the house says something to itself: not every life has such words by itself. */
const noted = (walk: Walk): Walk =>
  step(walk, { command: ask.addNote({ note: secret }), by: asCustomerService('cs-1') });

describe('what is hidden as an event is hidden everywhere', () => {
  it('appears in no view, list, queue, search, letter or error of whom it is hidden from', async () => {
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(walks(40), houses, async (walk, provider) => {
        const { quejas, folio, events, codec } = await lived(noted(walk), provider);
        fc.pre(events.length > 0);
        for (const by of viewers) {
          const text = await allThatIsTold(quejas, folio, by);
          const hidden = await hiddenFrom(by, events, codec);
          looked += hidden.length;
          expect([by, hidden.filter((mark) => new RegExp(`${mark}(?![A-Za-z0-9])`).test(text))]).toEqual([
            by,
            [],
          ]);
        }
        await quejas.close();
      }),
      { numRuns: 12 },
    );
    expect(looked).toBeGreaterThan(100);
  }, 120_000);

  it('leaves a party every facet as the events tell it that they are told of: a warning, a classification, who has it change none', async () => {
    const changedByHidden = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.oneof(walks(20, warned), walks(2, warned)), houses, async (walk, provider) => {
        const { quejas, folio, events } = await lived(walk, provider);
        fc.pre(events.length > 0);
        const { facets } = stateOf(events.filter((event) => isOurs(event) && isForParties(event)));
        const view = await quejas.show(folio, asUser('sub-1', verified));
        expect(view).toMatchObject({ view: 'full', ...facets });
        for (const [name, value] of Object.entries(stateOf(events).facets))
          if (
            JSON.stringify(value) !==
            JSON.stringify(Object.entries(facets).find(([key]) => key === name)?.[1])
          )
            changedByHidden.add(name);
        await quejas.close();
      }),
      { numRuns: 40 },
    );
    expect(changedByHidden.size).toBeGreaterThan(0);
  }, 120_000);

  it('shows staff the words of the house, so that the law above looks for what is there', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(walks(30), houses, async (walk, provider) => {
        const { quejas, folio, events, codec } = await lived(noted(walk), provider);
        fc.pre(events.length > 0);
        const text = await allThatIsTold(quejas, folio, asCustomerService('cs-1'));
        for (const mark of await hiddenFrom(asUser('sub-1', verified), events, codec)) {
          expect([mark, text.includes(mark)]).toEqual([mark, true]);
          shown += 1;
        }
        await quejas.close();
      }),
      { numRuns: 40 },
    );
    expect(shown).toBeGreaterThan(10);
  }, 120_000);
});

const strangers = [asUser('sub-666', verified), asUser('login-7', { party: 'sub-666', verified: true })];
const brief = ['folio', 'kind', 'status', 'view'];

/** Nothing but folio, kind and status is told to a stranger, and none of their commands is taken. */
const isClosedTo = async (quejas: Quejas, folio: string, by: By): Promise<void> => {
  for (const type of commandTypes.filter((each) => each !== 'file')) {
    const input = { ...sampleInputs[type], commandId: `stranger-${type}` };
    const result = await quejas.execute({ type, folio, input }, by);
    expect([type, result]).toMatchObject([
      type,
      { ok: false, code: expect.stringMatching(/^(not-your-request|role-not-allowed)$/) },
    ]);
    expect(marks(result)).toEqual([]);
  }
  const view = await quejas.show(folio, by);
  expect(Object.keys(view ?? {}).sort()).toEqual(brief);
  expect(view).toMatchObject({ view: 'brief' });
  expect(await quejas.clocks(folio, by)).toEqual({ view: 'brief', folio });
  for (const kind of noticeKinds) expect(await quejas.notice(folio, kind, by)).toBeUndefined();
  const empty = { items: [], total: 0, next: null };
  expect(await quejas.requestsOf('sub-1', by)).toEqual(empty);
  expect(await quejas.queue('all', by)).toEqual(empty);
  for (const what of [{ folio }, { subscriber: 'sub-1' }, { phone: '55 0000 0000' }])
    expect(await quejas.find(what, by)).toEqual(empty);
};

describe('a user who is no party', () => {
  it('is refused every command, at every moment of a life, and is told folio, kind and status alone', async () => {
    await fc.assert(
      fc.asyncProperty(walks(30), houses, async (walk, provider) => {
        const { quejas, folio, events } = await lived(walk, provider);
        fc.pre(events.length > 0);
        for (const by of strangers) await isClosedTo(quejas, folio, by);
        expect((await quejas.events({ folio, limit: 1_000 })).events).toHaveLength(events.length);
        await quejas.close();
      }),
      { numRuns: 10 },
    );
  });

  it.each(
    [conectared, emenet].flatMap((provider) => kinds.map((kind) => ({ provider, kind, id: provider.id }))),
  )(
    'of $id is told nothing more of a request of the kind $kind, nor takes any part in it',
    async ({ provider, kind }) => {
      const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider });
      const subject = kind === 'fault' ? ('service' as const) : ('billing' as const);
      const subscriber = { ref: 'sub-1', name: 'Ana', phone: '55 0000 0000' };
      const said = { channel: 'phone' as const, description: 'Palabras de Ana.', contract: 'ct-1' };
      const input = { ...said, kind, subject, subscriber, commandId: 'f-1' };
      const filed = await quejas.execute({ type: 'file', input }, asCustomerService('cs-1'));
      if (!filed.ok) throw new Error(JSON.stringify(filed));
      for (const by of strangers) await isClosedTo(quejas, filed.folio, by);
      await quejas.close();
    },
  );
});
