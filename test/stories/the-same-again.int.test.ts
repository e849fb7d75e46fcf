import { describe, expect, it } from '@jest/globals';
import { readModelProjector } from '../../src/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { emenet } from '../../src/domain/provider/index.js';
import { cast, story } from '../support/story.js';

const { lucia, marcos } = cast;

const ofAna = {
  commandId: 'req-1',
  kind: 'fault',
  channel: 'web',
  subscriber: { ref: 's-ana', name: 'Ana Ruiz' },
  description: 'No tengo internet.',
} as const;
const ofEva = {
  ...ofAna,
  kind: 'inquiry',
  subscriber: { ref: 's-eva', name: 'Eva Paz' },
  description: '¿Cuánto debo?',
} as const;

describe('A web framework that numbers its requests anew in each process', () => {
  it('gives Eva nothing of Ana: her filing is refused as reusing the id, and is nowhere', async () => {
    const { quejas, end } = await story('2026-11-20 10:00');
    const filed = await quejas.file(ofAna, lucia);
    const refused = await quejas.file(ofEva, lucia);
    expect([filed.ok, refused.ok, !refused.ok && refused.code]).toEqual([true, false, 'command-id-reused']);
    expect(JSON.stringify(refused)).not.toContain(filed.ok ? filed.folio : '-');
    expect(await quejas.requestsOf('s-eva', lucia)).toMatchObject({ total: 0 });
    await end();
  });

  it('loses no note of Lucía: one with the id of an earlier assignment is refused, not taken for it', async () => {
    const { quejas, end } = await story('2026-11-20 10:00');
    const filed = await quejas.file(ofAna, lucia);
    if (!filed.ok) throw new Error(filed.code);
    const fault = quejas.complaint(filed.folio);
    await fault.assignTechnician({ commandId: 'req-2', technician: marcos.actor }, lucia);
    expect(await fault.addNote({ commandId: 'req-2', note: 'Llamó otra vez.' }, lucia)).toMatchObject({
      ok: false,
      code: 'command-id-reused',
    });
    await end();
  });

  it('files once what a form sends twice, each click with a time of its own (faveo-helpdesk#154)', async () => {
    const { quejas, on, end } = await story('2026-11-20 10:00');
    const first = await quejas.file({ ...ofAna, receivedAt: on('2026-11-20 09:58') }, lucia);
    const second = await quejas.file({ ...ofAna, receivedAt: on('2026-11-20 09:59') }, lucia);
    expect(second).toEqual({ ...first, duplicate: true });
    expect(await quejas.requestsOf('s-ana', lucia)).toMatchObject({ total: 1 });
    await end();
  });
});

describe('Two providers in one store, whose front ends give the same UUID to two people', () => {
  it('file two requests: neither is told of the other’s (suna#5267)', async () => {
    const shared = { store: memoryEventStore({ inline: readModelProjector() }), keys: memoryKeyVault() };
    const ours = await story('2026-11-20 10:00', shared);
    const theirs = await story('2026-11-20 10:00', { ...shared, provider: emenet });
    const commandId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
    const one = await ours.quejas.file({ ...ofAna, commandId }, lucia);
    const other = await theirs.quejas.file({ ...ofEva, commandId }, lucia);
    expect([one, other]).toMatchObject([
      { ok: true, duplicate: false },
      { ok: true, duplicate: false },
    ]);
    const [ana, eva] = [one, other].map((each) => (each.ok ? each.folio : ''));
    expect([ana?.slice(0, 2), eva?.slice(0, 2)]).toEqual(['CR', 'EM']);
    expect(await theirs.quejas.show(ana ?? '', lucia)).toBeUndefined();
    expect(JSON.stringify(await theirs.quejas.show(eva ?? '', lucia))).not.toContain('No tengo internet.');
    await ours.end();
    await theirs.end();
  });
});
