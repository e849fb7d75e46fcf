import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, asRulingOfficer, asTechnicalLead, asUser } from '../../src/index.js';
import type { CommandResult } from '../../src/application/commands/command-result.js';
import type { Quejas } from '../../src/composition/quejas.js';

/** Two hosts of one provider, and one of another, on one store. */
export interface Hosts {
  readonly one: Quejas;
  /** Another process of the same provider; on a store that lies in a process, the same one. */
  readonly two: Quejas;
  readonly other: Quejas;
  readonly close: () => Promise<void>;
}

const cs = asCustomerService('cs-1');

const filing = (commandId: string, more: object = {}) => ({
  commandId,
  kind: 'fault' as const,
  channel: 'phone' as const,
  receivedAt: '2026-03-02T09:55:00-06:00',
  subscriber: { ref: 's-1', name: 'Ana' },
  contract: 'c-1',
  description: 'Sin internet.',
  ...more,
});

const folioOf = (result: CommandResult): string => {
  if (!result.ok) throw new Error(result.code);
  return result.folio;
};

const reused = { ok: false, code: 'command-id-reused', kind: 'conflict' };

/** What design.md, Identity, says of a command that is sent again, on every store. */
export const commandIdentityOn = (store: string, open: () => Promise<Hosts>): void => {
  describe(`command identity on ${store}`, () => {
    let hosts: Hosts;
    beforeAll(async () => {
      hosts = await open();
    });
    afterAll(() => hosts.close());

    it('I-25 gives an accepted filing its folio again, from any process and with any time of receipt', async () => {
      const first = await hosts.one.file(filing('form-1'), cs);
      const clicked = { receivedAt: '2026-03-02T09:55:00.001-06:00' };
      expect(await hosts.two.file(filing('form-1', clicked), cs)).toEqual({ ...first, duplicate: true });
      expect(first).toMatchObject({ ok: true, occurredAt: '2026-03-02T15:55:00.000Z' });
    });

    it('tells two persons apart who use one id for what speaks of them: a case taken, an owner by default', async () => {
      const complaint = hosts.one.complaint(folioOf(await hosts.one.file(filing('form-taken'), cs)));
      const [nora, pablo] = [asRulingOfficer('ro-nora'), asRulingOfficer('ro-pablo')];
      const taken = await complaint.takeCase({ commandId: 'req-1' }, nora);
      expect(taken).toMatchObject({ ok: true, duplicate: false });
      expect(await complaint.takeCase({ commandId: 'req-1' }, nora)).toEqual({ ...taken, duplicate: true });
      expect(await complaint.takeCase({ commandId: 'req-1' }, pablo)).toMatchObject(reused);
      const given = await complaint.giveBackCase({ commandId: 'req-2' }, nora);
      expect(given).toMatchObject({ ok: true, duplicate: false });
      expect(await complaint.giveBackCase({ commandId: 'req-2' }, pablo)).toMatchObject(reused);
      const lead = { commandId: 'req-3', technician: 'rt-1' };
      expect(await complaint.assignTechnician(lead, cs)).toMatchObject({ ok: true, duplicate: false });
      expect(await complaint.assignTechnician(lead, asCustomerService('cs-2'))).toMatchObject(reused);
      const named = { ...lead, commandId: 'req-4', technician: 'rt-2', owner: 'cs-1' };
      const assigned = await complaint.assignTechnician(named, cs);
      const again = await complaint.assignTechnician(named, asCustomerService('cs-2'));
      expect(again).toEqual({ ...assigned, duplicate: true });
    });

    it('takes a UUID in capitals, without hyphens or as a URN for the same command (fhir-works-on-aws#698)', async () => {
      const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
      const first = await hosts.one.file(filing(id), cs);
      expect(await hosts.two.file(filing(id.toUpperCase()), cs)).toEqual({ ...first, duplicate: true });
      const note = { commandId: '0198c2d1-7000-7000-8000-00000000000a', note: 'Llamó.' };
      const complaint = hosts.one.complaint(folioOf(first));
      const noted = await complaint.addNote(note, cs);
      expect(noted).toMatchObject({ ok: true, duplicate: false });
      const { commandId: written } = note;
      for (const commandId of [written.toUpperCase(), written.replaceAll('-', ''), `urn:uuid:${written}`])
        expect(await complaint.addNote({ ...note, commandId }, cs)).toEqual({ ...noted, duplicate: true });
    });

    it('refuses a filing whose id another person’s filing has, and tells nothing of that one', async () => {
      const first = folioOf(await hosts.one.file(filing('req-1'), cs));
      const second = await hosts.two.file(
        filing('req-1', { kind: 'inquiry', subscriber: { ref: 's-2' }, description: '¿Mi saldo?' }),
        cs,
      );
      expect(second).toMatchObject(reused);
      expect(JSON.stringify(second)).not.toContain(first);
    });

    it('refuses a filing with the same id and other words, which are compared where the key is held', async () => {
      folioOf(await hosts.one.file(filing('req-2'), cs));
      expect(await hosts.one.file(filing('req-2', { description: 'Me cobraron de más.' }), cs)).toMatchObject(
        reused,
      );
      expect(
        await hosts.one.file(filing('req-2', { subscriber: { ref: 's-1', name: 'Eva' } }), cs),
      ).toMatchObject(reused);
    });

    it('refuses a note with the id of an earlier assignment: it is not taken for that one', async () => {
      const folio = folioOf(await hosts.one.file(filing('req-3'), cs));
      const assigned = await hosts.one
        .complaint(folio)
        .assignTechnician({ commandId: 'step-1', technician: 'rt-3' }, cs);
      expect(assigned).toMatchObject({ ok: true });
      for (const host of [hosts.one, hosts.two]) {
        const complaint = host.complaint(folio);
        expect(await complaint.addNote({ commandId: 'step-1', note: 'Llamó.' }, cs)).toMatchObject(reused);
        const again = await complaint.assignTechnician({ commandId: 'step-1', technician: 'rt-3' }, cs);
        expect(again).toEqual({ ...assigned, duplicate: true });
      }
    });

    it('lets the same id stand for one command in each complaint', async () => {
      const folios = await Promise.all(
        ['req-4', 'req-5'].map(async (id) => folioOf(await hosts.one.file(filing(id), cs))),
      );
      for (const folio of folios)
        expect(
          await hosts.one.complaint(folio).addNote({ commandId: 'note-1', note: `De ${folio}.` }, cs),
        ).toMatchObject({ ok: true, duplicate: false });
    });

    it('tells the outcome of a command to none who may not give it', async () => {
      const folio = folioOf(await hosts.one.file(filing('req-6'), cs));
      const assignment = { commandId: 'step-1', technician: 'rt-3' };
      await hosts.one.complaint(folio).assignTechnician(assignment, cs);
      expect(await hosts.two.complaint(folio).assignTechnician(assignment, asUser('s-1'))).toMatchObject({
        ok: false,
        code: 'role-not-allowed',
      });
      expect(await hosts.two.file(filing('req-6'), asTechnicalLead('rt-3'))).toMatchObject({
        ok: false,
        code: 'role-not-allowed',
      });
    });

    it('decides a refused command anew, with whatever it asks by then', async () => {
      const folio = folioOf(await hosts.one.file(filing('req-7'), cs));
      const complaint = hosts.one.complaint(folio);
      expect(
        await complaint.verifyCause(
          { commandId: 'step-9', causes: ['cut-fibre'], faultFound: true, attribution: 'provider' },
          asTechnicalLead('rt-3'),
        ),
      ).toMatchObject({ ok: false });
      expect(await complaint.addNote({ commandId: 'step-9', note: 'Sin técnico aún.' }, cs)).toMatchObject({
        ok: true,
        duplicate: false,
      });
    });

    it('stores one of two contents that two processes send under one id, and tells the other so', async () => {
      const folio = folioOf(await hosts.one.file(filing('req-8'), cs));
      const processes = [hosts.one, hosts.two];
      for (const host of processes)
        await host.complaint(folio).addNote({ commandId: 'warm-1', note: 'Hola.' }, cs);
      for (let round = 0; round < 10; round += 1) {
        const commandId = `race-${round}`;
        const notes = ['Uno.', 'Dos.'];
        const told = await Promise.all(
          processes.map((host, index) =>
            host.complaint(folio).addNote({ commandId, note: notes[index] ?? '' }, cs),
          ),
        );
        expect(told.filter(({ ok }) => ok)).toHaveLength(1);
        expect(told.filter(({ ok }) => !ok)).toMatchObject([reused]);
        const stored = told.findIndex(({ ok }) => ok);
        const shown = JSON.stringify(await processes[stored]?.show(folio, cs));
        expect(shown).toContain(notes[stored]);
      }
      const { events } = await hosts.one.events({ folio, limit: 100, types: ['NoteAdded'] });
      expect(events).toHaveLength(11);
    });

    it('stores one of two filings that two processes send under one id, and tells the other so', async () => {
      for (let round = 0; round < 5; round += 1) {
        const contents = [{}, { contract: 'c-2' }];
        const told = await Promise.all(
          [hosts.one, hosts.two].map((host, index) =>
            host.file(filing(`both-${round}`, contents[index]), cs),
          ),
        );
        expect(told.filter(({ ok }) => ok)).toHaveLength(1);
        expect(told.filter(({ ok }) => !ok)).toMatchObject([reused]);
      }
    });

    it('keeps two providers apart that give equal ids to equal subscribers', async () => {
      const ours = folioOf(await hosts.one.file(filing('shared-1'), cs));
      const theirs = await hosts.other.file(filing('shared-1', { description: 'De otra casa.' }), cs);
      expect(theirs).toMatchObject({ ok: true, duplicate: false });
      const folio = folioOf(theirs);
      const note = { commandId: 'shared-note', note: 'Nuestra.' };
      expect(await hosts.one.complaint(ours).addNote(note, cs)).toMatchObject({ ok: true, duplicate: false });
      expect(await hosts.other.complaint(folio).addNote({ ...note, note: 'Suya.' }, cs)).toMatchObject({
        ok: true,
        duplicate: false,
      });
      expect(
        await hosts.other.complaint(ours).addNote({ commandId: 'n-2', note: 'Ajena.' }, cs),
      ).toMatchObject({
        ok: false,
        code: 'folio-other-provider',
      });
      const [mine, other] = [await hosts.one.show(ours, cs), await hosts.other.show(folio, cs)];
      expect(JSON.stringify(mine)).not.toContain('De otra casa.');
      expect(JSON.stringify(other)).not.toContain('Nuestra.');
    });
  });
};
