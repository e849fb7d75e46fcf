import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import { openQuejas } from '../../../src/composition/open-quejas.js';
import { xesFile } from '../../../src/infrastructure/xes/index.js';
import { exportAnalytics } from '../../../src/jobs/analytics/index.js';
import { checkedMapping } from '../../../src/jobs/import/check-mapping.js';
import { importLog, type LogCase } from '../../../src/jobs/import/index.js';
import { listOf, textOf } from '../../interfaces/cli/json-fields.js';
import { itWithShared, sharedFile } from '../../support/shared.js';
import { rowsOf, simulated } from './simulated.js';
import { xesSchema } from './xes-schema.js';

const xmllint = spawnSync('xmllint', ['--version']).status === 0;

let dir = '';
let ocel: unknown;
let all: readonly StoredEvent[] = [];
const cases: LogCase[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'quejas-logs-'));
  const { quejas } = await simulated(13);
  const { events } = await quejas.events({ limit: 10_000 });
  all = events.filter(({ stream }) => stream.startsWith('complaint-'));
  await exportAnalytics(quejas, dir, { formats: ['csv', 'ocel', 'xes'], salt: 'logs' });
  await quejas.close();
  ocel = JSON.parse(readFileSync(join(dir, 'ocel.json'), 'utf8'));
  for await (const each of xesFile(join(dir, 'log.xes')).cases()) cases.push(each);
}, 120_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

const typesIn = (name: 'eventTypes' | 'objectTypes') =>
  new Map(
    listOf(ocel, name).map((type) => [
      textOf(type, 'name'),
      listOf(type, 'attributes').map((each) => textOf(each, 'name')),
    ]),
  );

describe('ocel.json', () => {
  itWithShared('specs/ocel/schema_ocel2.json')('is as the schema of OCEL 2.0 has it', () => {
    const schema: unknown = JSON.parse(readFileSync(sharedFile('specs/ocel/schema_ocel2.json'), 'utf8'));
    if (typeof schema !== 'object' || schema === null) throw new Error('no schema');
    const ajv = new Ajv({
      strict: false,
      formats: { 'date-time': (text) => !Number.isNaN(Date.parse(text)) },
    });
    const isValid = ajv.compile(schema);
    expect({ valid: isValid(ocel), errors: isValid.errors ?? [] }).toEqual({ valid: true, errors: [] });
  });

  it('declares every type and attribute, names every object once, and relates to none that it lacks', () => {
    const objects = listOf(ocel, 'objects');
    const ids = objects.map((each) => textOf(each, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    const events = listOf(ocel, 'events');
    expect(new Set(events.map((each) => textOf(each, 'id'))).size).toBe(events.length);
    for (const [things, types] of [
      [objects, typesIn('objectTypes')],
      [events, typesIn('eventTypes')],
    ] as const)
      for (const thing of things) {
        const attributes = types.get(textOf(thing, 'type'));
        for (const each of listOf(thing, 'attributes')) expect(attributes).toContain(textOf(each, 'name'));
        for (const each of listOf(thing, 'relationships')) expect(known).toContain(textOf(each, 'objectId'));
      }
  });

  it('has the events, complaints, technicians and visits of the tables', () => {
    expect(listOf(ocel, 'events')).toHaveLength(all.length);
    const namesOf = (type: string): readonly string[] =>
      listOf(ocel, 'objects')
        .filter((each) => textOf(each, 'type') === type)
        .map((each) => textOf(each, 'id').slice(type.length + 1))
        .sort();
    const inTable = (table: string, column: string) =>
      [...new Set(rowsOf(dir, table).flatMap((row) => row[column] ?? []))].sort();
    expect(namesOf('complaint')).toEqual(inTable('complaints', 'complaint'));
    expect(namesOf('subscriber')).toEqual(inTable('complaints', 'subscriber'));
    expect(namesOf('contract')).toEqual(inTable('complaints', 'contract'));
    expect(namesOf('technician')).toEqual(inTable('events', 'technician'));
    expect(namesOf('area')).toEqual(inTable('events', 'area'));
    expect(namesOf('visit')).toEqual(
      rowsOf(dir, 'visits')
        .map(({ complaint, visit }) => `${String(complaint)}/${String(visit)}`)
        .sort(),
    );
    expect(namesOf('outage').length).toBe(
      new Set(all.flatMap(({ type, data }) => (type === 'MassOutageLinked' ? [data['outage']] : []))).size,
    );
  });
});

describe('log.xes', () => {
  (xmllint ? it : it.skip)(
    'is taken by xmllint, by a schema of IEEE 1849, which refuses other forms of it',
    () => {
      const [log, schema, odd] = ['log.xes', 'xes.xsd', 'odd.xes'].map((name) => join(dir, name));
      if (log === undefined || schema === undefined || odd === undefined) throw new Error('no names');
      writeFileSync(schema, xesSchema());
      const linted = (file: string) => {
        const { status, stderr } = spawnSync(
          'xmllint',
          ['--noout', '--nonet', '--huge', '--schema', schema, file],
          {
            encoding: 'utf8',
          },
        );
        return { status, stderr: stderr.replaceAll(dir, '') };
      };
      expect(linted(log)).toEqual({ status: 0, stderr: '/log.xes validates\n' });
      const text = readFileSync(log, 'utf8');
      for (const [from, to] of [
        ['xes.version="1849.2016"', 'xes.version="1849-2016"'],
        ['<event>', '<even>'],
        ['.000Z"/>', '.000"z/>'],
        [/<date key="time:timestamp" value="2026-[^"]*"/u, '<date key="time:timestamp" value="ayer"'],
        [/(<trace>\n)([^]*?)(<event>[^]*?<\/event>\n)/u, '$1$3$2'],
      ] as const) {
        writeFileSync(odd, text.replace(from, to));
        expect({ from, status: linted(odd).status }).not.toEqual({ from, status: 0 });
      }
    },
  );

  it('has a case for each complaint, with its events in the order in which they happened', () => {
    expect(cases).toHaveLength(all.filter(({ type }) => type === 'Filed').length);
    const told = cases.flatMap(({ id, events }) =>
      events.map(({ activity, timestamp, resource }) => [id, activity, timestamp, resource].join(' ')),
    );
    const rows = rowsOf(dir, 'events').map((row) =>
      [row['complaint'], row['event_type'], row['occurred_at'], row['actor']].join(' '),
    );
    expect(told.sort()).toEqual(rows.sort());
    for (const { events } of cases) {
      const times = events.map(({ timestamp }) => timestamp);
      expect(times).toEqual([...times].sort());
    }
  });

  it('is taken by our own import, by a mapping that names its activities', async () => {
    const guide = join(__dirname, '../../../docs/guides/import-a-log.example.json');
    const example: unknown = JSON.parse(readFileSync(guide, 'utf8'));
    const step = { rule: 'alta', command: 'file', by: 'resource', as: 'customer-service' };
    const mapping = checkedMapping({
      ...Object(example),
      ...{ people: { subscriber: '{slug:case}', pseudonyms: false }, closing: ['Closed'], groups: {} },
      activities: [
        {
          activity: 'Filed',
          steps: [
            {
              ...step,
              input: {
                ...{ kind: 'inquiry', subject: 'contract', channel: 'other', receivedAt: '{at}' },
                ...{ subscriber: { ref: '{subscriber}' }, description: '{activity}' },
              },
            },
          ],
        },
      ],
    });
    const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: mapping.provider });
    const log = xesFile(join(dir, 'log.xes'));
    const result = await importLog({ quejas, mapping, cases: log.cases() });
    expect(result).toMatchObject({ cases: cases.length, events: all.length, refused: [], differences: 0 });
    await quejas.close();
  });
});
