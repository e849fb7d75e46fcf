import { describe, expect, it } from '@jest/globals';
import {
  asBilling,
  asCompetentArea,
  asCustomerService,
  asTechnicalLead,
  asUser,
  conectared,
  openQuejas,
} from '../../src/index.js';

const staff = asCustomerService('cs-1');
const lead = asTechnicalLead('rt-1');
const verified = { verified: true } as const;
const subscriber = asUser('s-1', verified);
const reporter = asUser('r-1', verified);
const house = 'PALABRAS DE LA CASA';
const attachment = { sha256: 'a'.repeat(64), mediaType: 'image/png', size: 1, personal: false };

/** So many hours from now: what is arranged lies ahead, whenever the test is run. */
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** A fault that the reporter brought in, with words of the house in every free text that staff have. */
const withWordsOfStaff = async () => {
  const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: conectared });
  const filed = await quejas.file(
    {
      commandId: 'call-1',
      kind: 'fault',
      channel: 'phone',
      severity: 'critical',
      subscriber: { ref: 's-1', name: 'Ana Ruiz', phone: '5550000001' },
      reporter: { ref: 'r-1', name: 'Luis Ruiz', phone: '5550000002' },
      description: 'Sin señal desde ayer.',
    },
    staff,
  );
  if (!filed.ok) throw new Error(filed.code);
  const { folio } = filed;
  const complaint = quejas.complaint(folio);
  const results = [
    await complaint.classify({ commandId: 'c-1', severity: 'high' }, staff),
    await complaint.assignTechnician({ commandId: 'a-1', technician: 'rt-1' }, staff),
    await complaint.reassignCase({ commandId: 'o-1', owner: 'cs-2' }, staff),
    await complaint.addNote({ commandId: 'n-1', note: house, visibility: 'staff' }, staff),
    await complaint.scheduleVisit(
      {
        commandId: 'v-1',
        visitor: 'rt-5',
        window: { from: inHours(24), to: inHours(26) },
        purpose: 'inspection',
        address: 'Calle 5 núm. 12',
      },
      staff,
    ),
    await complaint.attachEvidence({ commandId: 'e-1', attachment, caption: house }, staff),
    await complaint.attachEvidence({ commandId: 'e-2', attachment, caption: 'Mi módem.' }, reporter),
    await complaint.putOnHold(
      { commandId: 'h-1', reason: 'parts', explanation: house, forUser: 'Esperamos un módem.' },
      lead,
    ),
    await complaint.escalate(
      { commandId: 'up-1', level: 1, trigger: 'time', target: 'supervisor', explanation: house },
      staff,
    ),
    await complaint.verifyCause(
      {
        commandId: 'q-1',
        causes: ['cut-fibre'],
        faultFound: true,
        attribution: 'provider',
        explanation: house,
        forUser: 'Se rompió el cable.',
      },
      lead,
    ),
  ];
  for (const result of results) expect(result).toMatchObject({ ok: true });
  return { quejas, folio };
};

describe('one table over events, fields and words', () => {
  it.each([
    ['the subscriber', subscriber],
    ['the reporter', reporter],
  ])('shows %s no word of the house, and theirs and those for them', async (_name, party) => {
    const { quejas, folio } = await withWordsOfStaff();
    const shown = JSON.stringify(await quejas.show(folio, party));
    const letter = JSON.stringify(await quejas.notice(folio, 'certificate', party));
    for (const text of [shown, letter]) {
      expect(text).not.toContain(house);
      for (const said of ['Esperamos un módem.', 'Se rompió el cable.', 'Mi módem.', 'Sin señal'])
        expect(text).toContain(said);
    }
    expect(letter).not.toContain('texto suprimido');
    await quejas.close();
  });

  it('prints no word of the house in a letter, for any viewer', async () => {
    const { quejas, folio } = await withWordsOfStaff();
    const letter = JSON.stringify(await quejas.notice(folio, 'certificate', staff));
    expect(letter).not.toContain(house);
    expect(letter).toContain('Se rompió el cable.');
    expect(JSON.stringify(await quejas.show(folio, staff))).toContain(house);
    await quejas.close();
  });

  it('hides as a value what it hides as an event: severity and owner (zammad#4800)', async () => {
    const { quejas, folio } = await withWordsOfStaff();
    expect(await quejas.show(folio, staff)).toMatchObject({ severity: 'high', owner: 'cs-2' });
    const shown = await quejas.show(folio, subscriber);
    expect(shown).toMatchObject({ view: 'full', severity: null, owner: null, technician: 'rt-1' });
    const text = JSON.stringify(shown);
    for (const hidden of ['critical', 'cs-2', 'Classified', 'CaseReassigned', '"owner":"'])
      expect(text).not.toContain(hidden);
    await quejas.close();
  });

  it("shows a party another's name and never another's phone", async () => {
    const { quejas, folio } = await withWordsOfStaff();
    const shown = JSON.stringify(await quejas.show(folio, reporter));
    expect(shown).toContain('Ana Ruiz');
    expect(shown).toContain('5550000002');
    expect(shown).not.toContain('5550000001');
    await quejas.close();
  });

  it('brings a duty what it needs: the visitor reads the address, and no word of the house', async () => {
    const { quejas, folio } = await withWordsOfStaff();
    const seen = JSON.stringify(await quejas.show(folio, asTechnicalLead('rt-5')));
    expect(seen).toContain('Calle 5 núm. 12');
    expect(seen).not.toContain(house);
    const colleague = JSON.stringify(await quejas.show(folio, asTechnicalLead('rt-9')));
    expect(colleague).not.toContain('Calle 5');
    expect(colleague).not.toContain('Sin señal');
    await quejas.close();
  });

  it('brings a duty what it needs: billing and the area read a billing clarification', async () => {
    const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: conectared });
    const filed = await quejas.file(
      {
        commandId: 'call-1',
        kind: 'clarification',
        channel: 'phone',
        subscriber: { ref: 's-1' },
        description: 'Me cobraron dos veces.',
      },
      staff,
    );
    if (!filed.ok) throw new Error(filed.code);
    const [area] = conectared.areas;
    if (area === undefined) throw new Error('no area');
    const routed = { commandId: 'r-1', area: area.id, purpose: 'clarification' } as const;
    expect(await quejas.complaint(filed.folio).routeToArea(routed, staff)).toMatchObject({ ok: true });
    const seenBy = async (by: Parameters<typeof quejas.show>[1]) =>
      JSON.stringify(await quejas.show(filed.folio, by));
    expect(await seenBy(asBilling('bi-1'))).toContain('Me cobraron dos veces.');
    expect(await seenBy(asCompetentArea('ar-1', { area: area.id }))).toContain('Me cobraron dos veces.');
    expect(await seenBy(asCompetentArea('ar-2', { area: 'another' }))).not.toContain('Me cobraron');
    await quejas.close();
  });

  it("judges who may see by today's relation, also for the past", async () => {
    const { quejas, folio } = await withWordsOfStaff();
    const before = new Date();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const handed = await quejas
      .complaint(folio)
      .assignTechnician({ commandId: 'a-2', technician: 'rt-2' }, lead);
    expect(handed).toMatchObject({ ok: true });
    const asOf = { knownAt: before };
    expect(JSON.stringify(await quejas.show(folio, lead, asOf))).not.toContain('Sin señal');
    const now = await quejas.show(folio, asTechnicalLead('rt-2'), asOf);
    expect(now).toMatchObject({ technician: 'rt-1' });
    expect(JSON.stringify(now)).toContain('Sin señal');
    await quejas.close();
  });
});
