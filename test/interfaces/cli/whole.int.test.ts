import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { openQuejas } from '../../../src/composition/open-quejas.js';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { readingOnly } from '../../infrastructure/sqlite/nobody.js';
import { fieldOf, listOf, textOf } from './json-fields.js';
import { clock, runWith } from './terminal.js';

const { folder, quejas, json: asJson } = cliFolder();

const json = async (...asked: Parameters<typeof asJson>) => {
  const { status, stderr, value, json: values } = await asJson(...asked);
  expect(stderr).toBe('');
  return { status, value, values };
};

const file = (over: object = {}, argv: readonly string[] = ['--provider', 'conectared']) =>
  json(['file', '--input', '-', ...argv], { input: JSON.stringify({ ...phonedFault, ...over }) });

describe('a complaint on the command line', () => {
  it('is filed once, though its id is sent again later without the time of its receipt', async () => {
    const undated = JSON.stringify({ ...phonedFault, commandId: 'ticket-4711', receivedAt: undefined });
    const fileAt = (now: string) =>
      runWith(libraryOpener, ['file', '--input', '-', '--provider', 'conectared', '--json'], {
        input: undated,
        cwd: folder(),
        env: { HOME: folder(), XDG_CONFIG_HOME: join(folder(), 'config') },
        clock: () => instantOf(Date.parse(now)),
      });
    const [first] = (await fileAt('2026-11-24T18:00:00.000Z')).json;
    const [again] = (await fileAt('2026-11-24T18:00:01.000Z')).json;
    expect(first).toMatchObject({ ok: true, duplicate: false });
    expect(again).toMatchObject({ folio: textOf(first, 'folio'), duplicate: true });
  });

  it('goes on after an act by a clock of 2099 once a person says that the clock of now is right', async () => {
    const { value: filed } = await file();
    const note = (commandId: string, now: string, ...argv: readonly string[]) =>
      runWith(
        libraryOpener,
        ['note', textOf(filed, 'folio'), '--input', '-', '--now', now, '--json', ...argv],
        {
          input: JSON.stringify({ commandId, note: 'Llamó de nuevo.', visibility: 'user' }),
          cwd: folder(),
          env: { HOME: folder(), XDG_CONFIG_HOME: join(folder(), 'config') },
        },
      );
    const now = '2026-11-25T18:00:00Z';
    expect((await note('c-2099', '2099-01-01T00:00:00Z', '--clock-is-right')).status).toBe(0);
    const refused = await note('c-now', now);
    expect([refused.status, refused.json]).toMatchObject([3, [{ ok: false, code: 'clock-behind' }]]);
    expect(refused.stdout).toContain('--clock-is-right');
    expect((await note('c-now', now, '--clock-is-right')).status).toBe(0);
    expect((await note('c-later', now)).status).toBe(0);
  });

  it('is filed, assigned, corrected, ruled on and notified, by commands alone', async () => {
    const { value: filed, status } = await file();
    expect({ status, filed }).toEqual({
      status: 0,
      filed: {
        ok: true,
        folio: expect.stringMatching(/^[A-Z]{2,4}-\d{6}-.$/),
        revision: 1,
        position: expect.any(String),
        events: [
          { type: 'Filed', revision: 0 },
          { type: 'FolioAssigned', revision: 1 },
        ],
        duplicate: false,
      },
    });
    const folio = textOf(filed, 'folio');
    const steps: readonly (readonly string[])[] = [
      ['communicate-folio', folio, '--channel', 'phone'],
      ['assign', folio, '--technician', 'rt-3', '--actor', 'cs-7'],
      [
        'verify-cause',
        folio,
        '--actor',
        'rt-3',
        '--cause',
        'cut-fibre',
        '--fault-found',
        '--attribution',
        'provider',
        '--affected-from',
        '2026-11-24T17:00:00Z',
      ],
      ['repair', folio, '--actor', 'rt-3', '--action', 'spliced', '--contract', 'k-1'],
      ['report-repair', folio, '--actor', 'rt-3', '--outcome', 'repaired'],
      ['confirm-restoration', folio, '--by', 'user', '--said-by', 's-1', '--said-channel', 'phone'],
    ];
    for (const step of steps) expect(await json(step)).toMatchObject({ status: 0, value: { ok: true } });
    const { value } = await json(['show', folio]);
    expect(value).toMatchObject({ folio, kind: 'fault', repair: 'done', restoration: 'confirmed' });
    expect(listOf(value, 'history').map((event) => fieldOf(event, 'type'))).toContain('CauseVerified');
  });

  it('sent twice is one complaint', async () => {
    const first = await file();
    const second = await file();
    expect(second.value).toMatchObject({ duplicate: true, folio: textOf(first.value, 'folio') });
    expect((await json(['list', '--subscriber', 's-1'])).value).toMatchObject({ total: 1 });
  });

  it('opens personal values only for those who may see them', async () => {
    const folio = textOf((await file()).value, 'folio');
    const shown = async (...argv: readonly string[]) =>
      JSON.stringify((await json(['show', folio, ...argv])).value);
    expect(await shown()).not.toContain('Ana');
    expect(await shown('--role', 'customer-service')).toContain('Ana Pérez');
    expect(await shown('--role', 'customer-service', '--unverified')).toBe(
      JSON.stringify({ folio, kind: 'fault', status: 'acknowledged', view: 'brief' }),
    );
    expect(await shown('--role', 'customer-service', '--keys', 'memory:')).not.toContain('Ana');
  });

  it('stands in the queue of the role that has something to do', async () => {
    const folio = textOf((await file()).value, 'folio');
    expect((await json(['queue'])).value).toMatchObject({
      items: [{ folio, reason: 'tell-folio' }],
      total: 1,
    });
    await json(['communicate-folio', folio, '--channel', 'phone']);
    await json(['assign', folio, '--technician', 'rt-3']);
    const lead = ['queue', '--for', 'technical-lead', '--technician'];
    expect((await json([...lead, 'rt-3'])).value).toMatchObject({
      items: [{ folio, reason: 'verify-cause' }],
    });
    expect((await json([...lead, 'rt-4'])).value).toEqual({ items: [], total: 0, next: null });
  });

  it('is read as it stood before', async () => {
    const folio = textOf((await file()).value, 'folio');
    const then = await json(['show', folio, '--at', '2026-11-24T16:00:00Z']);
    expect(then).toMatchObject({ status: 1, value: { code: 'folio-unknown' } });
  });

  it('leaves its events in the order of the store, without any person’s name', async () => {
    const folio = textOf((await file()).value, 'folio');
    await json(['communicate-folio', folio, '--channel', 'phone']);
    const { values } = await json(['events', '--folio', folio]);
    expect(values.map((event) => fieldOf(event, 'type'))).toEqual([
      'Filed',
      'FolioAssigned',
      'FolioCommunicated',
    ]);
    const all = (await json(['events'])).values;
    const positions = all.map((event) => textOf(event, 'position'));
    expect(positions).toEqual([...positions].sort());
    const ofComplaints = all.filter((event) => textOf(event, 'stream').startsWith('complaint-'));
    expect(ofComplaints.length).toBeGreaterThan(2);
    expect(JSON.stringify(ofComplaints)).not.toMatch(/Ana|229|señal/);
    const [, second] = positions;
    expect((await json(['events', '--after', second ?? ''])).values).toEqual(all.slice(2));
    expect((await json(['events', '--type', 'Filed'])).values).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('by a rule changes nothing, and says its code', async () => {
    const folio = textOf((await file()).value, 'folio');
    const before = (await json(['events'])).values;
    expect(await json(['repair', folio, '--action', 'spliced', '--actor', 'rt-9'])).toMatchObject({
      status: 1,
      value: {
        ok: false,
        code: expect.any(String),
        details: expect.any(Object),
        message: expect.any(String),
      },
    });
    expect((await json(['events'])).values).toEqual(before);
  });

  it('of an input names every flag at fault, at once', async () => {
    const ran = await quejas(['file', '--provider', 'conectared', '--kind', 'fault', '--severity', 'huge']);
    expect(ran.status).toBe(2);
    for (const flag of ['--channel', '--subscriber', '--description', '--severity'])
      expect(ran.stderr).toContain(`${flag}: `);
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('of an input as JSON names the fields', async () => {
    const { status, value } = await file({ kind: 'wish', colour: 'red' });
    expect({ status, code: fieldOf(value, 'code') }).toEqual({ status: 2, code: 'input-invalid' });
    expect(
      listOf(fieldOf(value, 'details'), 'faults')
        .map((each) => textOf(each, 'path'))
        .sort(),
    ).toEqual(['colour', 'kind']);
  });

  it('of a revision that is no longer the last', async () => {
    const folio = textOf((await file()).value, 'folio');
    const argv = ['communicate-folio', folio, '--channel', 'phone', '--expected-revision', '0'];
    expect(await json(argv)).toMatchObject({ status: 1, value: { code: 'revision-conflict' } });
  });
});

describe('the store', () => {
  it('is not made by a command that only reads, nor is a vault', async () => {
    for (const argv of [
      ['show', 'F'],
      ['queue'],
      ['events'],
      ['list', '--subscriber', 's'],
      ['backup', 'copy.db'],
    ])
      expect(await json(argv)).toMatchObject({ status: 3, value: { code: 'store-missing' } });
    expect(readdirSync(folder())).toEqual([]);
  });

  it('is not made where its folder is missing, and the caller is told of the folder', async () => {
    const folderMissing = { status: 3, value: { code: 'store-folder-missing' } };
    const elsewhere = ['--store', 'sqlite:no/such/quejas.db'];
    expect(await json(['queue', ...elsewhere])).toMatchObject(folderMissing);
    expect(await file({}, ['--provider', 'conectared', ...elsewhere])).toMatchObject(folderMissing);
    await file();
    expect(await json(['backup', 'no/such/copy.db'])).toMatchObject(folderMissing);
    const told = await quejas(['queue', ...elsewhere]);
    expect(told.stderr).toContain(`No existe la carpeta ${join(folder(), 'no/such')}`);
  });

  it('is neither copied onto itself nor put back from itself, and a copy that is damaged is named', async () => {
    await file();
    const itself = { status: 2, value: { code: 'copy-is-store' } };
    expect(await json(['backup', 'quejas.db', '--replace'])).toMatchObject(itself);
    expect(await json(['restore', 'quejas.db', '--replace'])).toMatchObject(itself);
    writeFileSync(join(folder(), 'damaged.db'), 'damaged'.repeat(1_000));
    const damaged = await quejas(['restore', 'damaged.db', '--replace']);
    expect(damaged.stderr).toContain(`La copia ${join(folder(), 'damaged.db')} está dañada`);
    expect((await json(['queue'])).value).toMatchObject({ total: 1 });
  });

  it('says how a copy takes the place of another', async () => {
    await file();
    await quejas(['backup', 'copy.db']);
    for (const argv of [
      ['backup', 'copy.db'],
      ['restore', 'copy.db'],
    ])
      expect((await quejas(argv)).stderr).toContain('con --replace se reemplaza');
  });

  it('is read where it may not be written, and says so where its rows are behind', async () => {
    const folio = textOf((await file()).value, 'folio');
    // What a command loads is compiled at its first use, into a cache that no other user may write.
    await quejas(['queue']);
    const reading = async (argv: readonly string[]) =>
      readingOnly({ folder: folder(), file: join(folder(), 'quejas.db') }, () =>
        quejas([...argv, '--keys', 'memory:']),
      );
    expect(await reading(['show', folio, '--json'])).toMatchObject({ status: 0, stderr: '' });
    expect((await reading(['list', '--subscriber', 's-1', '--json'])).json).toMatchObject([{ total: 1 }]);
    expect((await reading(['events', '--json'])).json.length).toBeGreaterThan(2);
    const apart = await openQuejas({
      store: `sqlite:${join(folder(), 'quejas.db')}`,
      rows: 'none',
      keys: 'memory:',
      provider: conectared,
      clock: () => instantOf(Date.parse(clock)),
    });
    const by = { actor: 'cs-1', role: 'customer-service' } as const;
    await apart.complaint(folio).communicateFolio({ commandId: 'told-1', channel: 'phone' }, by);
    await apart.close();
    const behind = await reading(['queue']);
    expect(behind).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('faltan eventos: 1'),
    });
  });

  it('is not left behind where its keys cannot be kept', async () => {
    writeFileSync(join(folder(), 'no-folder'), '');
    const { status, value } = await file({}, [
      '--provider',
      'conectared',
      '--keys',
      'file:no-folder/keys.db',
    ]);
    expect({ status, code: fieldOf(value, 'code') }).toEqual({ status: 3, code: 'keys-unavailable' });
    expect(readdirSync(folder())).toEqual(['no-folder']);
  });

  it('is asked for no type of event that there is none of', async () => {
    await file();
    const { status, value } = await json(['events', '--type', 'Filed', '--type', 'Nope']);
    expect({ status, code: fieldOf(value, 'code') }).toEqual({ status: 2, code: 'choice-invalid' });
    expect(textOf(value, 'message')).toContain('los de quejas words events');
    const near = await json(['events', '--type', 'visita']);
    expect(textOf(near.value, 'message')).toContain('Se realizó la visita');
    expect((await json(['events', '--type', 'Filed'])).values).toHaveLength(1);
  });

  it('is made by the first filing; its keys lie in the configuration of the user', async () => {
    await file();
    expect(existsSync(join(folder(), 'quejas.db'))).toBe(true);
    expect(readdirSync(join(folder(), 'config', 'quejas'))).toContain('keys.db');
  });

  it('is refused where it is none', async () => {
    writeFileSync(
      join(folder(), 'quejas.db'),
      'this is no database, but long enough to look like a file of some sort',
    );
    expect(await json(['queue', '--provider', 'emenet'])).toMatchObject({
      status: 3,
      value: { code: 'store-foreign' },
    });
  });

  it('in memory is empty for a command that reads it', async () => {
    expect(await json(['queue', '--store', 'memory:'])).toMatchObject({
      status: 0,
      value: { items: [], total: 0 },
    });
  });

  it('is copied and put back, as it was', async () => {
    await file();
    const before = (await json(['events'])).values;
    expect(await json(['backup', 'copy.db'])).toMatchObject({
      status: 0,
      value: { file: join(folder(), 'copy.db') },
    });
    expect(await json(['backup', 'copy.db'])).toMatchObject({ status: 2, value: { code: 'store-exists' } });
    await file({ commandId: '0198c000-0000-7000-8000-000000000002' });
    expect(await json(['restore', 'copy.db'])).toMatchObject({ status: 2, value: { code: 'store-exists' } });
    expect(await json(['restore', 'missing.db'])).toMatchObject({
      status: 2,
      value: { code: 'input-unreadable' },
    });
    expect(await json(['restore', 'copy.db', '--replace'])).toMatchObject({
      status: 0,
      value: { store: join(folder(), 'quejas.db'), events: before.length },
    });
    const after = (await json(['events'])).values;
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map((event) => fieldOf(event, 'type'))).toEqual([
      'FolioBlockReserved',
      'FolioBlockVoided',
    ]);
  });

  it('gives no folio again that was given after the copy which is put back (I-02)', async () => {
    const folios = [textOf((await file()).value, 'folio')];
    await quejas(['backup', 'copy.db']);
    for (const end of ['2', '3', '4'])
      folios.push(
        textOf((await file({ commandId: `0198c000-0000-7000-8000-00000000000${end}` })).value, 'folio'),
      );
    const restored = await quejas(['restore', 'copy.db', '--replace']);
    expect(restored.stderr).toContain('sus folios no se volverán a dar');
    folios.push(textOf((await file({ commandId: '0198c000-0000-7000-8000-000000000005' })).value, 'folio'));
    expect(new Set(folios).size).toBe(5);
  });

  it('says so where the folios given after the copy are lost', async () => {
    await file();
    await quejas(['backup', 'copy.db']);
    writeFileSync(join(folder(), 'quejas.db'), 'damaged'.repeat(1_000));
    const restored = await quejas(['restore', 'copy.db', '--replace']);
    expect(restored.stderr).toContain('se volverán a dar');
    expect(restored.status).toBe(0);
  });
});

describe('the provider', () => {
  it('has to be named for the first filing, and is known from then on', async () => {
    expect((await file({}, [])).value).toMatchObject({ code: 'provider-missing' });
    await file();
    expect((await file({ commandId: '0198c000-0000-7000-8000-000000000003' }, [])).value).toMatchObject({
      ok: true,
    });
  });

  it('has to be named where the store holds several', async () => {
    await file();
    await file({ commandId: '0198c000-0000-7000-8000-000000000004' }, ['--provider', 'emenet']);
    expect(await json(['queue'])).toMatchObject({ status: 2, value: { code: 'provider-ambiguous' } });
    expect((await json(['queue', '--provider', 'emenet'])).value).toMatchObject({ total: 1 });
  });

  it('comes from a file too', async () => {
    const mine = { ...conectared, id: 'mired', folio: { ...conectared.folio, prefix: 'MR' } };
    writeFileSync(join(folder(), 'mired.json'), JSON.stringify(mine));
    const { value } = await file({}, ['--provider', './mired.json']);
    expect(value).toMatchObject({ ok: true, folio: expect.stringMatching(/^MR-/) });
    expect((await json(['queue', '--provider', 'mired.json'])).value).toMatchObject({ total: 1 });
    expect((await json(['queue'])).value).toMatchObject({ code: 'provider-unknown' });
  });

  it('is refused where the file says nonsense', async () => {
    writeFileSync(join(folder(), 'bad.json'), JSON.stringify({ ...conectared, zone: 'Mars/Olympus' }));
    const { status, value } = await file({}, ['--provider', 'bad.json']);
    expect({ status, code: fieldOf(value, 'code') }).toEqual({ status: 2, code: 'profile-invalid' });
    expect(textOf(value, 'message')).toContain('/zone');
    expect(await file({}, ['--provider', 'none.json'])).toMatchObject({
      value: { code: 'input-unreadable' },
    });
    expect(await file({}, ['--provider', 'nobody'])).toMatchObject({ value: { code: 'provider-unknown' } });
  });
});
