import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf } from '../../src/domain/kernel/instant.js';
import {
  asCustomerService,
  asTechnicalLead,
  asUser,
  conectared,
  emenet,
  openQuejas,
  type OpenQuejasOptions,
  type ProviderProfile,
  type Quejas,
} from '../../src/index.js';
import { sequentialIds } from './opened.js';

/** Where both providers keep their events, rows and keys: the keys of a person whom both serve are the same. */
export interface SharedPlace {
  readonly options: Pick<OpenQuejasOptions, 'store' | 'rows' | 'keys'>;
  readonly close: () => Promise<void>;
}

const desk = asCustomerService('cs-1');
const lead = asTechnicalLead('rt-1');
const subscriber = asUser('s-1', { verified: true });
const words = (provider: ProviderProfile, what: string): string => `${what} (dicho a ${provider.id})`;

const file = ({ provider, file: fileWith }: Quejas, commandId: string) =>
  fileWith(
    {
      commandId,
      kind: 'fault',
      channel: 'phone',
      receivedAt: '2026-03-02T15:55:00Z',
      subscriber: { ref: 's-1', name: words(provider, 'Ana'), phone: '+52 55 0000 0001' },
      contract: 'c-1',
      externalReferences: [{ system: 'mail', id: 'm-1' }],
      description: words(provider, 'Sin internet.'),
    },
    desk,
  );

/** The same commands, ids and people for each provider: only the words are its own. */
const live = async (quejas: Quejas): Promise<readonly string[]> => {
  const { provider } = quejas;
  const folios: string[] = [];
  for (const id of ['form-1', 'form-2']) {
    const filed = await file(quejas, id);
    if (!filed.ok) throw new Error(filed.code);
    folios.push(filed.folio);
    const complaint = quejas.complaint(filed.folio);
    const results = [
      await complaint.communicateFolio({ commandId: 'step-1', channel: 'phone' }, desk),
      await complaint.assignTechnician({ commandId: 'step-2', technician: 'rt-1' }, desk),
      await complaint.linkMassOutage({ commandId: 'step-3', outage: 'o-1' }, lead),
      await complaint.addNote({ commandId: 'step-4', note: words(provider, 'Llamó.') }, desk),
    ];
    for (const result of results) expect(result).toMatchObject({ ok: true, duplicate: false });
  }
  return folios;
};

/** Everything that a provider may ask, but where in the log it lies. */
const told = async (quejas: Quejas, folios: readonly string[]): Promise<unknown> => {
  await quejas.runProcesses();
  const { events } = await quejas.events({ limit: 1000 });
  return {
    shown: await Promise.all(folios.map((folio) => quejas.show(folio, desk))),
    mine: await Promise.all(folios.map((folio) => quejas.show(folio, subscriber))),
    letters: await Promise.all(folios.map((folio) => quejas.notice(folio, 'certificate', desk))),
    events: events.map(({ position: _position, metadata: _metadata, sealed: _sealed, ...event }) => event),
    requests: await quejas.requestsOf('s-1', subscriber),
    found: [
      await quejas.find({ contract: 'c-1' }, desk),
      await quejas.find({ outage: 'o-1' }, desk),
      await quejas.find({ external: 'm-1' }, desk),
      await quejas.find({ channel: 'phone' }, desk),
    ],
    queues: [
      await quejas.queue('all', desk),
      await quejas.queue('technical-lead', desk, { holder: 'rt-1' }),
      await quejas.queue('customer-service', desk),
    ],
    totals: await quejas.totals(),
  };
};

const clock = () => instantOf(Date.UTC(2026, 2, 2, 16));

/** What design.md, Identity, says of several providers in one store, on every store. */
export const twoProvidersOn = (store: string, place: () => Promise<SharedPlace>): void => {
  describe(`two providers on one store (${store}), with equal command ids, people, contracts and outages`, () => {
    const places: SharedPlace[] = [];
    const hosts: Quejas[] = [];
    const open = async ({ options }: SharedPlace, provider: ProviderProfile): Promise<Quejas> => {
      const quejas = await openQuejas({ ...options, provider, clock, ids: sequentialIds(provider.id) });
      hosts.push(quejas);
      return quejas;
    };
    const placed = async (): Promise<SharedPlace> => {
      const found = await place();
      places.push(found);
      return found;
    };
    let shared: SharedPlace;
    let both: readonly (readonly [ProviderProfile, Quejas, readonly string[]])[] = [];
    beforeAll(async () => {
      shared = await placed();
      const [one, other] = [await open(shared, conectared), await open(shared, emenet)];
      both = [
        [conectared, one, await live(one)],
        [emenet, other, await live(other)],
      ];
    }, 60_000);
    afterAll(async () => {
      // One at a time: what the older client knows of calls under way it shares with every client of the process.
      for (const host of hosts) await host.close();
      for (const { close } of places) await close();
    }, 60_000);

    it('each is told in every answer what it would be told alone: nothing crosses', async () => {
      for (const [provider, quejas, folios] of both) {
        const single = await open(await placed(), provider);
        const alone = await told(single, await live(single));
        const together = await told(quejas, folios);
        expect(JSON.parse(JSON.stringify(together))).toEqual(JSON.parse(JSON.stringify(alone)));
        const text = JSON.stringify(together);
        expect(text).toContain(words(provider, 'Llamó.'));
        expect(text.match(/dicho a \w+/g)).toEqual(
          expect.not.arrayContaining([provider === conectared ? 'dicho a emenet' : 'dicho a conectared']),
        );
      }
    }, 60_000);

    it('another process of each finds its own folios, and none of the other’s', async () => {
      for (const [index, [provider, , folios]] of both.entries()) {
        const again = await open(shared, provider);
        const foreign = both[1 - index]?.[2] ?? [];
        for (const folio of folios) expect(await again.show(folio, desk)).toMatchObject({ folio });
        for (const folio of foreign) {
          expect(await again.show(folio, desk)).toBeUndefined();
          expect(await again.find({ folio }, desk)).toMatchObject({ total: 0 });
          const note = { commandId: 'step-4', note: 'De otra casa.' };
          expect(await again.complaint(folio).addNote(note, desk)).toMatchObject({
            ok: false,
            code: 'folio-other-provider',
          });
        }
      }
    }, 60_000);

    it('a filing sent again is answered with the provider’s own folio, also by another process', async () => {
      for (const [provider, quejas, [folio]] of both)
        for (const host of [quejas, await open(shared, provider)])
          expect(await file(host, 'form-1')).toMatchObject({ ok: true, folio, duplicate: true });
    }, 60_000);

    it('a provider whose folio prefix another one has is refused when it opens or starts, and stores nothing', async () => {
      const twin = { ...emenet, id: 'mired', folio: { ...emenet.folio, prefix: conectared.folio.prefix } };
      const taken = {
        code: 'folio-prefix-taken',
        details: { prefix: 'CR', owner: 'conectared', provider: 'mired' },
      };
      const refusal = await open(shared, twin)
        .then((quejas) => quejas.start())
        .catch((error: unknown) => error);
      expect(refusal).toMatchObject(taken);
      const [[, one] = []] = both;
      const { events } = (await one?.events({ limit: 1000 })) ?? { events: [] };
      expect(events.filter(({ metadata }) => metadata.provider === 'mired')).toEqual([]);
    });
  });
};
