import { afterAll, describe, expect, it } from '@jest/globals';
import { asUser } from '../../src/index.js';
import { hours, opened, removeScratch, report, storeKinds } from './opened.js';
import { cs, id, inbox, told, withInbox } from './staff-inbox.js';

afterAll(removeScratch);

describe.each(storeKinds)('notices for staff, on a %s store', (kind) => {
  const open = (box: ReturnType<typeof inbox>) => withInbox(kind, box);

  it('are given once for each thing that falls due, under a key of their own', async () => {
    const box = inbox();
    const { quejas, time, file, recorded } = await open(box);
    const folio = await file(1);
    time.forward(24 * 60_000);
    expect(await quejas.runDue()).toMatchObject({ acted: 1, notices: 1, undelivered: 0 });
    expect(await quejas.runDue()).toMatchObject({ acted: 0, notices: 0 });
    time.forward(6 * 60_000);
    expect(await quejas.runDue()).toMatchObject({ acted: 1, notices: 1 });
    expect(told(box.given)).toEqual(['warning 80 C-01', 'breach  C-01']);
    expect(new Set(box.given.map(({ key }) => key)).size).toBe(2);
    expect(box.given[1]).toMatchObject({
      ...{ folio, provider: 'conectared', dueAt: '2026-03-02T16:30:00.000Z', of: 1, target: null },
      text: {
        es: `Solicitud ${folio}: venció sin cumplirse el plazo «Dar a conocer el folio», que terminaba el 2 de marzo de 2026, 10:30 h.`,
      },
    });
    expect((await recorded('StaffAlerted')).map(({ data }) => data)).toEqual([
      { act: 'warning', level: 80, clock: 'C-01', cycle: 1, upTo: 2 },
      { act: 'breach', clock: 'C-01', cycle: 1, upTo: 4 },
    ]);
    await quejas.close();
  });

  it('tell of the highest level alone after a long sleep, while every level is recorded (62, dbos-transact-py#803)', async () => {
    const box = inbox();
    const { quejas, time, file, recorded } = await open(box);
    await file(1);
    time.forward(hours(24 * 3));
    const { acted } = await quejas.runDue();
    expect(acted).toBeGreaterThan(8);
    expect(told(box.given)).toEqual(['escalation 3']);
    expect(box.given[0]).toMatchObject({
      ...{ of: acted, target: 'management', dueAt: null },
      text: {
        es: expect.stringMatching(
          /subió al nivel 3\. Además, vencidos sin cumplirse: «Dar a conocer el folio», .*«Reparación».*\.$/,
        ),
      },
    });
    expect(await recorded('StaffAlerted')).toHaveLength(1);
    await quejas.close();
  });

  it('say of a clock that is held up when it would be due, and of one that went on when it is due now (I-15)', async () => {
    const box = inbox();
    const { quejas, time, file } = await open(box);
    const assigned = async (last: number): Promise<string> => {
      const folio = await file(last);
      const request = quejas.complaint(folio);
      const told = { commandId: id(last + 1), channel: 'phone', communicatedAt: time.clock() } as const;
      await request.communicateFolio(told, cs);
      await request.assignTechnician({ commandId: id(last + 2), technician: 'rt-3' }, cs);
      return folio;
    };
    const [paused, resumed] = [await assigned(10), await assigned(20)];
    time.forward(hours(9.75));
    box.down(true);
    expect(await quejas.runDue()).toMatchObject({ acted: 2, undelivered: 2 });
    for (const [index, folio] of [paused, resumed].entries())
      await quejas
        .complaint(folio)
        .putOnHold({ commandId: id(30 + index), reason: 'authority-extension' }, cs);
    time.forward(hours(3));
    await quejas.complaint(resumed).resume({ commandId: id(40) }, cs);
    box.down(false);
    expect(await quejas.runDue()).toMatchObject({ acted: 0, notices: 2 });
    expect(box.given.find(({ text }) => text.es.includes(paused))).toMatchObject({
      ...{ act: 'warning', level: 80, clock: 'C-06', dueAt: null },
      text: {
        es: `Solicitud ${paused}: va el 80 % del plazo «Verificar la causa», que está en pausa; si la pausa terminara ahora, vencería el 3 de marzo de 2026, 01:00 h.`,
        en: `Request ${paused}: 80 % of the deadline "Cause verified" is over, and it is paused; if the pause ended now, it would be due on 3 March 2026, 01:00.`,
      },
    });
    expect(box.given.find(({ text }) => text.es.includes(resumed))).toMatchObject({
      ...{ act: 'warning', dueAt: '2026-03-03T07:00:00.000Z' },
      text: { es: expect.stringMatching(/; vence el 3 de marzo de 2026, 01:00 h\.$/) },
    });
    await quejas.close();
  });

  it('become one digest above the number that the host names, so that a mistake sends no storm', async () => {
    const box = inbox({ atMost: 5 });
    const { quejas, time, file, recorded } = await open(box);
    for (let each = 1; each <= 6; each += 1) await file(each);
    time.forward(hours(1));
    expect(await quejas.runDue()).toMatchObject({ notices: 1 });
    expect(told(box.given)).toEqual(['digest of 6: 0 6 0']);
    const [digest] = box.given;
    const alerts = await recorded('StaffAlerted');
    expect(alerts).toHaveLength(6);
    expect(new Set(alerts.map(({ data }) => data['digest']))).toEqual(new Set([digest?.key]));
    expect(await quejas.runDue()).toMatchObject({ notices: 0 });
    await quejas.close();
  });

  it('count in a digest every request with a missed deadline, also one that went up a level or was told of before', async () => {
    const box = inbox({ atMost: 2 });
    const { quejas, time, file } = await open(box);
    for (let each = 1; each <= 3; each += 1) await file(each);
    time.forward(hours(72));
    await quejas.runDue();
    time.forward(hours(24 * 50));
    await quejas.runDue();
    expect(box.given).toMatchObject([
      {
        ...{ kind: 'digest', complaints: 3, warnings: 0, breaches: 3, escalations: 3 },
        text: {
          es: 'Solicitudes con plazos que atender: 3. Con plazos vencidos: 3; que subieron de nivel: 3; con plazos por vencer: 0; una misma puede contar en varias cifras. Si son demasiadas, revise el calendario publicado.',
          en: 'Requests with deadlines to attend to: 3. With deadlines missed: 3; up a level: 3; with deadlines drawing near: 0; the same one may count in several figures. If these are too many, look at the published calendar.',
        },
      },
      { kind: 'digest', complaints: 3, breaches: 3, escalations: 0 },
    ]);
    await quejas.close();
  });

  it('are one each for exactly the number that the host names', async () => {
    const box = inbox({ atMost: 10 });
    const { quejas, time, file, recorded } = await open(box);
    for (let each = 1; each <= 10; each += 1) await file(each);
    time.forward(hours(1));
    expect(await quejas.runDue()).toMatchObject({ notices: 10 });
    expect(told(box.given)).toEqual(Array.from({ length: 10 }, () => 'breach  C-01'));
    expect(await recorded('StaffAlerted')).toHaveLength(10);
    await quejas.close();
  });

  it('name in a digest the first twenty requests and since when, and one that fails is given again with its key', async () => {
    const box = inbox({ atMost: 1 });
    const { quejas, time, file, recorded } = await open(box);
    const folios: string[] = [];
    for (let each = 1; each <= 22; each += 1) folios.push(await file(each));
    time.forward(hours(1));
    box.down(true);
    expect(await quejas.runDue()).toMatchObject({ notices: 0, undelivered: 1 });
    expect(await recorded('StaffAlerted')).toEqual([]);
    box.down(false);
    expect(await quejas.runDue()).toMatchObject({ notices: 1, undelivered: 0 });
    expect(box.tried[1]).toBe(box.tried[0]);
    const [digest] = box.given;
    if (digest?.kind !== 'digest') throw new Error('no digest');
    expect(digest).toMatchObject({ complaints: 22, breaches: 22, since: '2026-03-02T16:30:00.000Z' });
    expect(digest.folios).toHaveLength(20);
    expect(folios).toEqual(expect.arrayContaining([...digest.folios]));
    await quejas.close();
  });

  it('wait for the hours in which staff may be told, while the breach stands at its own instant (I-24)', async () => {
    const week = { tue: ['08:00-20:00'] };
    const box = inbox({ hours: { id: 'awake', version: 1, zone: 'America/Mexico_City', week } });
    const { quejas, time, file, recorded } = await open(box);
    await file(1);
    time.forward(hours(1));
    expect(await quejas.runDue()).toMatchObject({
      ...{ notices: 0, undelivered: 0, nextWakeAt: '2026-03-02T19:12:00.000Z' },
    });
    expect((await recorded('SlaBreached')).map(({ occurredAt }) => occurredAt)).toEqual([
      '2026-03-02T16:30:00.000Z',
    ]);
    time.forward(hours(19));
    await quejas.runDue();
    expect(await quejas.nextWakeAt()).toBe('2026-03-03T14:00:00.000Z');
    expect(quejas.health().deadlines.state).toBe('ok');
    time.forward(hours(2));
    expect(await quejas.runDue()).toMatchObject({ notices: 1 });
    expect(box.given).toHaveLength(1);
    await quejas.close();
  });

  it('that a host fails to deliver are given again under the same key, and the fault hinders nothing (dbos-transact-py#716)', async () => {
    const box = inbox();
    const { quejas, time, file, recorded } = await open(box);
    await file(1);
    time.forward(hours(0.6));
    box.down(true);
    expect(await quejas.runDue()).toMatchObject({ acted: 2, notices: 0, undelivered: 1 });
    expect(await recorded('StaffAlerted')).toEqual([]);
    expect(quejas.health().deadlines).toEqual({
      ...{ state: 'degraded', reasons: ['staff-not-told'], oldestDue: null },
      ...{ nextWakeAt: '2026-03-02T16:30:00.000Z', oldestUntold: '2026-03-02T16:30:00.000Z' },
    });
    box.down(false);
    expect(await quejas.runDue()).toMatchObject({ acted: 0, notices: 1, undelivered: 0 });
    expect(quejas.health().deadlines).toMatchObject({ state: 'ok', reasons: [], oldestUntold: null });
    expect(told(box.given)).toEqual(['breach  C-01']);
    expect(box.tried).toHaveLength(2);
    expect(box.tried[1]).toBe(box.tried[0]);
    await quejas.close();
  });

  it('tell nothing of what was done or ended before staff was told, and a dry run tells nothing', async () => {
    const box = inbox();
    const { quejas, time, file } = await open(box);
    const [one, other] = [await file(1), await file(2)];
    time.forward(hours(0.5));
    await quejas.runDue({ dryRun: true });
    box.down(true);
    await quejas.runDue();
    box.down(false);
    const done = [
      await quejas
        .complaint(one)
        .communicateFolio({ commandId: id(3), channel: 'phone', communicatedAt: time.clock() }, cs),
      await quejas
        .complaint(other)
        .withdraw({ commandId: id(4), reason: 'no-longer-wanted' }, asUser('s-1', { verified: true })),
    ];
    expect(done).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await quejas.runDue()).toMatchObject({ notices: 0 });
    expect(box.given).toEqual([]);
    await quejas.close();
  });

  it('are recorded once by two runs at the same moment, and their keys tell doubles apart', async () => {
    const box = inbox();
    const { quejas, time, file, recorded } = await open(box);
    for (let each = 1; each <= 3; each += 1) await file(each);
    time.forward(hours(0.5));
    await Promise.all([quejas.runDue(), quejas.runDue()]);
    await quejas.runDue();
    const alerts = await recorded('StaffAlerted');
    const keys = new Set(box.given.map(({ key }) => key));
    const known = alerts.map(({ stream, data }) => JSON.stringify([stream, data]));
    expect(new Set(known).size).toBe(alerts.length);
    expect(keys.size).toBe(alerts.length);
    await quejas.close();
  });

  it('are kept for later as rows that are byte-equal when they are made anew', async () => {
    const { quejas, time } = await opened(kind);
    await quejas.file(report(id(1)), cs);
    time.forward(hours(30));
    await quejas.runDue();
    const { alerts } = await import('../../src/projections/alerts/projection.js');
    const rows = async () => (await quejas.rows(alerts()).page()).items;
    const before = await rows();
    expect(before).toMatchObject([{ act: 'escalation', key: '#1:escalation:2' }]);
    await quejas.rebuildProjection('alerts');
    expect(await rows()).toEqual(before);
    await quejas.close();
  });
});

const awake = { id: 'awake', version: 1, zone: 'America/Mexico_City', week: { mon: ['08:00-20:00'] } };

it.each([
  [{ deliver: 1 }, 'staffNotices'],
  [{ deliver: () => Promise.resolve(), atMost: 0 }, 'staffNotices.atMost'],
  [{ deliver: () => Promise.resolve(), hours: { id: 'x' } }, 'staffNotices.hours'],
  [{ deliver: () => Promise.resolve(), hours: { ...awake, week: () => 1 } }, 'staffNotices.hours'],
  [{ deliver: () => Promise.resolve(), hours: { ...awake, week: { mon: [1n] } } }, 'staffNotices.hours'],
  [{ deliver: () => Promise.resolve(), hour: 1 }, 'hour'],
])('notices for staff that are none of these are refused when it is opened (%#)', async (given, said) => {
  const options: object = { staffNotices: given };
  await expect(opened('memory', options)).rejects.toMatchObject({
    code: 'option-invalid',
    message: expect.stringContaining(said),
  });
});
