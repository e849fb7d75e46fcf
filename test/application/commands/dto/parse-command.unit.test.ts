import { describe, expect, it } from '@jest/globals';
import {
  commandTypes,
  parseCommand,
  type CommandInputs,
  type ParsedInput,
} from '../../../../src/application/commands/parse-command.js';
import { stages } from '../../../../src/application/stages/stages.js';
import { roleMatrix, type ComplaintCommandType } from '../../../../src/domain/complaint/index.js';
import { instantOf } from '../../../../src/domain/kernel/instant.js';
import { sampleInputs } from '../sample-inputs.js';

type FieldsOf<T> = string extends keyof T ? never : keyof T;

/** Fields of the domain's commands that no DTO has: none, or this file does not compile. */
type Undeclared = {
  [C in ComplaintCommandType]: Exclude<
    FieldsOf<CommandInputs[C]>,
    keyof InstanceType<(typeof stages.intakes)[C]['Dto']>
  >;
}[ComplaintCommandType];

const now = instantOf(Date.UTC(2026, 2, 2, 18));

const faultsOf = (parsed: ParsedInput): readonly (readonly [string, string])[] =>
  parsed.ok ? [] : parsed.details.faults.map(({ path, code }) => [path, code]);

const dataOf = (type: ComplaintCommandType, input: unknown): unknown => {
  const parsed = parseCommand(type, input, now);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.details));
  return parsed.command.data;
};

const filing = (changes: object): unknown => ({ ...sampleInputs.file, ...changes });
const noting = (note: unknown): unknown => ({ commandId: 'c', note });

describe('every command of the complaint', () => {
  it('has an intake, and a sample here', () => {
    expect([...commandTypes].sort()).toEqual(Object.keys(roleMatrix).sort());
    expect(Object.keys(sampleInputs)).toEqual(commandTypes);
  });

  it.each(commandTypes)('%s is taken with all of its fields, and keeps each of them', (type) => {
    const parsed = parseCommand(type, sampleInputs[type], now);
    expect(faultsOf(parsed)).toEqual([]);
    const sent = Object.keys(sampleInputs[type]).filter(
      (field) => !['commandId', 'occurredAt', 'expectedRevision'].includes(field),
    );
    expect(parsed.ok && Object.keys(parsed.command.data).sort()).toEqual(sent.sort());
    expect(parsed.ok && parsed.command.type).toBe(type);
  });

  it('declares every field that the domain takes', () => {
    const undeclared: [Undeclared] extends [never] ? readonly string[] : Undeclared = [];
    expect(undeclared).toEqual([]);
  });

  it.each(commandTypes)('%s has a sample that brings every field it declares', (type) => {
    const declared = [...stages.intakes[type].fields.keys()].filter(
      (field) => field !== 'occurredAt' && field !== 'expectedRevision',
    );
    const sent = Object.keys(sampleInputs[type]).filter((field) => field !== 'occurredAt');
    expect(sent.sort()).toEqual(declared.sort());
  });

  it.each(commandTypes)(
    '%s is refused without a command id, with a field too many, or as no object',
    (type) => {
      const without = { ...sampleInputs[type], commandId: undefined };
      expect(faultsOf(parseCommand(type, without, now))).toContainEqual(['commandId', 'missing']);
      expect(faultsOf(parseCommand(type, { ...sampleInputs[type], fee: 0 }, now))).toEqual([
        ['fee', 'unknown-field'],
      ]);
      for (const input of [undefined, null, 'x', 7, [], [sampleInputs[type]]])
        expect(faultsOf(parseCommand(type, input, now))).toEqual([['', 'not-an-object']]);
    },
  );

  it.each(commandTypes)('%s gives plain data, without the classes it was checked by', (type) => {
    const parsed = parseCommand(type, sampleInputs[type], now);
    expect(parsed).toStrictEqual(JSON.parse(JSON.stringify(parsed)));
  });
});

describe('what is wrong with an input', () => {
  it('is said all at once, each fault with its path and in two languages', () => {
    const parsed = parseCommand(
      'file',
      filing({
        kind: 'grievance',
        channel: undefined,
        receivedAt: '2026-02-30T10:00:00Z',
        subscriber: { ref: 'Ana Núñez', phone: 5512345678 },
        attachments: [sampleInputs.file.attachments?.[0], { sha256: 'AA', size: -1 }, 'x'],
        price: { amount: 1.5, currency: 'pesos' },
        fee: 100,
      }),
      now,
    );
    expect([...faultsOf(parsed)].sort()).toEqual([
      ['attachments[1].mediaType', 'missing'],
      ['attachments[1].personal', 'missing'],
      ['attachments[1].sha256', 'not-a-content-hash'],
      ['attachments[1].size', 'number-out-of-range'],
      ['attachments[2]', 'not-an-object'],
      ['channel', 'missing'],
      ['fee', 'unknown-field'],
      ['kind', 'not-one-of'],
      ['price.amount', 'not-a-whole-number'],
      ['price.currency', 'not-a-currency'],
      ['receivedAt', 'not-an-instant'],
      ['subscriber.phone', 'not-a-text'],
      ['subscriber.ref', 'not-a-reference'],
    ]);
    for (const fault of parsed.ok ? [] : parsed.details.faults) {
      expect(fault.es).toMatch(/\.$/);
      expect(fault.en).toMatch(/\.$/);
      expect(fault.es + fault.en).not.toMatch(/[{}]/);
    }
  });

  it('is a charge of nothing, wherever one is disputed or found undue', () => {
    for (const [type, field, input] of [
      ['file', 'disputedCharge', filing({ disputedCharge: { amount: 0, currency: 'MXN' } })],
      [
        'disputePenalty',
        'amount',
        { ...sampleInputs.disputePenalty, amount: { amount: 0, currency: 'MXN' } },
      ],
      [
        'rulePenalty',
        'undueCharge',
        { ...sampleInputs.rulePenalty, undueCharge: { amount: -1, currency: 'MXN' } },
      ],
      ['rule', 'undueCharge', { ...sampleInputs.rule, undueCharge: { amount: 0, currency: 'MXN' } }],
    ] as const)
      expect([...faultsOf(parseCommand(type, input, now))]).toEqual([[`${field}.amount`, 'nothing-or-less']]);
  });

  it('names the words that are allowed, and the limits', () => {
    const parsed = parseCommand('rate', { commandId: 'c', rating: 6 }, now);
    expect(!parsed.ok && parsed.details.faults[0]).toMatchObject({
      es: 'Debe ser uno de: 1, 2, 3, 4, 5.',
      en: 'It must be one of: 1, 2, 3, 4, 5.',
    });
  });

  it('is a currency that ISO 4217 does not have, in whichever amount of whichever command', () => {
    let amounts = 0;
    for (const type of commandTypes)
      for (const [field, value] of Object.entries(sampleInputs[type])) {
        const sent: unknown = value;
        if (typeof sent !== 'object' || sent === null || !('currency' in sent)) continue;
        amounts += 1;
        const foreign = { ...sampleInputs[type], [field]: { ...sent, currency: 'XYZ' } };
        const parsed = parseCommand(type, foreign, now);
        expect(faultsOf(parsed)).toEqual([[`${field}.currency`, 'not-a-currency']]);
        expect(!parsed.ok && parsed.details.faults[0].es).toContain('como MXN');
      }
    expect(amounts).toBeGreaterThan(8);
  });

  it('is null where a value is wanted: null is not absence', () => {
    expect(faultsOf(parseCommand('file', filing({ contract: null, reporter: null }), now))).toEqual([
      ['reporter', 'not-an-object'],
      ['contract', 'not-a-reference'],
    ]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])(
    'is a field named %s, which every object seems to have',
    (name) => {
      const hostile: unknown = JSON.parse(`{"commandId":"c","${name}":{"x":1}}`);
      expect(faultsOf(parseCommand('resume', hostile, now))).toEqual([[`["${name}"]`, 'unknown-field']]);
      const inside: unknown = JSON.parse(`{"ref":"s-1","${name}":1}`);
      expect(faultsOf(parseCommand('file', filing({ subscriber: inside }), now))).toEqual([
        [`subscriber["${name}"]`, 'unknown-field'],
      ]);
    },
  );

  it('is a list that is too long, of which no more is read than shows it', () => {
    const endless = new Proxy(
      Array.from({ length: 21 }, () => ({})),
      {
        get: (target, key): unknown => {
          if (key === 'length') return 4_000_000_000;
          if (typeof key === 'string' && Number(key) > 30) throw new Error('read on');
          return Reflect.get(target, key);
        },
      },
    );
    const faults = faultsOf(parseCommand('file', filing({ attachments: endless }), now));
    expect(faults).toContainEqual(['attachments', 'list-too-long']);
  });

  it('is a hole in a list', () => {
    const causes = ['water', 'cut-fibre'];
    Reflect.deleteProperty(causes, '0');
    const faults = faultsOf(parseCommand('verifyCause', { ...sampleInputs.verifyCause, causes }, now));
    expect(faults).toEqual([['causes[0]', 'missing']]);
  });

  it('is too many fields, named once and not one by one', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, 1]));
    expect(faultsOf(parseCommand('resume', many, now))).toEqual([['', 'too-many-fields']]);
    expect(faultsOf(parseCommand('file', filing({ subscriber: many }), now)).length).toBeLessThan(110);
  });

  it('is an object that throws when it is read', () => {
    const hostile = {
      get commandId(): string {
        throw new Error('boo');
      },
    };
    expect(faultsOf(parseCommand('resume', hostile, now))).toEqual([['commandId', 'not-readable']]);
  });

  it('is a list of lists without end, and no caller runs out of stack on it', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    const input = filing({ attachments: deep, subscriber: deep, description: deep });
    expect(faultsOf(parseCommand('file', input, now))).toEqual([
      ['subscriber', 'not-an-object'],
      ['attachments[0]', 'not-an-object'],
      ['description', 'not-a-text'],
    ]);
  });
});

describe('a reference stands in clear, so it', () => {
  it.each(['s-1', 'A', 'CR-000123-0', 'mx@1', '15104', '3f2a:b_c.d', 'x'.repeat(100)])('may be %s', (ref) => {
    expect(faultsOf(parseCommand('reassignCase', { commandId: 'c', owner: ref }, now))).toEqual([]);
  });

  it.each([
    'Ana Núñez',
    'ana@correo.example.mx',
    '55 1234 5678',
    '+525512345678',
    '',
    ' s-1',
    's-1\n',
    '-s1',
    'constructor',
    'toString',
    'x'.repeat(101),
    'a/b',
    7,
  ])('may not be %j: no name, no phone number, no address', (ref) => {
    expect(faultsOf(parseCommand('reassignCase', { commandId: 'c', owner: ref }, now))).toEqual([
      ['owner', 'not-a-reference'],
    ]);
  });

  it.each(['PFC/0012/2026', '<m-1@correo.example>', 'clause-10', 'a'.repeat(200)])(
    'may be %s where it is another person’s',
    (reference) => {
      expect(faultsOf(parseCommand('liftLegalHold', { commandId: 'c', hold: 'h' }, now))).toEqual([]);
      const input = { commandId: 'c', authority: 'PROFECO', reference };
      expect(faultsOf(parseCommand('openAuthorityProceeding', input, now))).toEqual([]);
    },
  );

  it.each(['cláusula 10', 'con espacio', '__proto__', 'constructor', 'a'.repeat(201), ''])(
    'may not be %j even then',
    (reference) => {
      const input = { commandId: 'c', authority: 'PROFECO', reference };
      expect(faultsOf(parseCommand('openAuthorityProceeding', input, now))).toEqual([
        ['reference', 'not-an-outside-reference'],
      ]);
    },
  );
});

describe('what a person says', () => {
  it('comes in well-formed: a lone surrogate becomes U+FFFD, in texts of any depth', () => {
    expect(dataOf('addNote', noting('a\ud800b'))).toMatchObject({ note: 'a\ufffdb' });
    expect(dataOf('file', filing({ subscriber: { ref: 's-1', name: 'Ana\udc00' } }))).toMatchObject({
      subscriber: { name: 'Ana\ufffd' },
    });
  });

  it('keeps its lines and tabs; any other control character becomes U+FFFD, and is never a reason to refuse', () => {
    expect(dataOf('addNote', noting('uno\r\ndos\rtres\n\tcuatro'))).toMatchObject({
      note: 'uno\ndos\ntres\n\tcuatro',
    });
    expect(dataOf('addNote', noting('\u001b[31mrojo\u0000\u0085\u007f\uffff'))).toMatchObject({
      note: '\ufffd[31mrojo\ufffd\ufffd\ufffd\ufffd',
    });
    expect(dataOf('addNote', noting('<b>ñ — 😀\u202e'))).toMatchObject({ note: '<b>ñ — 😀\u202e' });
  });

  it('has at most 8,000 characters in the description, 4,000 elsewhere; an emoji is one', () => {
    expect(faultsOf(parseCommand('file', filing({ description: '😀'.repeat(8000) }), now))).toEqual([]);
    expect(faultsOf(parseCommand('file', filing({ description: 'x'.repeat(8001) }), now))).toEqual([
      ['description', 'text-too-long'],
    ]);
    expect(faultsOf(parseCommand('addNote', noting('x\r\n'.repeat(2000)), now))).toEqual([]);
    expect(faultsOf(parseCommand('addNote', noting('x'.repeat(4001)), now))).toEqual([
      ['note', 'text-too-long'],
    ]);
    expect(faultsOf(parseCommand('addNote', noting('x'.repeat(1_000_000)), now))).toEqual([
      ['note', 'text-too-long'],
    ]);
  });

  it('is not blank, but where a rule of the domain speaks about blank texts itself (I-08)', () => {
    expect(faultsOf(parseCommand('addNote', noting(' \n'), now))).toEqual([['note', 'text-empty']]);
    const ruling = { ...sampleInputs.rule, reasons: ' ' };
    expect(faultsOf(parseCommand('rule', ruling, now))).toEqual([]);
  });

  it.each(['\u200b', '\u00a0\u3000', '\u3164', '\u2800\u2800', '\u2060\ufeff\u00ad', '\u180e\ufe0f'])(
    'is blank where there is nothing to see in it: %j is no name',
    (name) => {
      const found = faultsOf(parseCommand('file', filing({ subscriber: { ref: 's-1', name } }), now));
      expect(found).toEqual([['subscriber.name', 'text-empty']]);
    },
  );

  it.each(['Ñ', 'क\u094d\u200dष', '👩\u200d🚒', '٣', '李'])(
    'is not blank where something is seen: %s',
    (name) => {
      expect(faultsOf(parseCommand('file', filing({ subscriber: { ref: 's-1', name } }), now))).toEqual([]);
    },
  );

  it('is one line where it is a name or a number', () => {
    const subscriber = { ref: 's-1', name: 'Ana\nNúñez', email: 'no es correo' };
    expect(faultsOf(parseCommand('file', filing({ subscriber }), now))).toEqual([
      ['subscriber.name', 'not-a-line'],
      ['subscriber.email', 'not-an-email'],
    ]);
  });
});

describe('when it happened', () => {
  it('is any ISO 8601 date-time with its offset, and comes in as UTC with milliseconds', () => {
    const parsed = parseCommand('close', { commandId: 'c', occurredAt: '2026-03-02T12:00:00-06:00' }, now);
    expect(parsed).toMatchObject({ ok: true, occurredAt: '2026-03-02T18:00:00.000Z' });
  });

  it('is a Date too', () => {
    const occurredAt = new Date('2026-03-02T18:00:00Z');
    const parsed = parseCommand('close', { commandId: 'c', occurredAt }, now);
    expect(parsed).toMatchObject({ ok: true, occurredAt: '2026-03-02T18:00:00.000Z' });
  });

  it.each(['2026-03-02', '2026-03-02T12:00:00', 'mañana', '2026-02-30T00:00:00.000Z', 0, new Date(NaN)])(
    'is not %j: which moment it means would depend on who reads it',
    (occurredAt) => {
      expect(faultsOf(parseCommand('close', { commandId: 'c', occurredAt }, now))).toEqual([
        ['occurredAt', 'not-an-instant'],
      ]);
    },
  );

  it('dates the act itself where the act names no other moment, and the clock dates both where the input names no time', () => {
    const told = { commandId: 'c', channel: 'phone' };
    expect(dataOf('communicateFolio', told)).toEqual({ channel: 'phone', communicatedAt: now });
    const occurredAt = '2026-03-02T12:00:00.000Z';
    expect(dataOf('communicateFolio', { ...told, occurredAt })).toEqual({
      channel: 'phone',
      communicatedAt: occurredAt,
    });
  });
});

describe('what a filing leaves out', () => {
  const least = {
    commandId: 'c',
    channel: 'web',
    receivedAt: '2026-03-02T10:00:00Z',
    subscriber: { ref: 's-1' },
    description: 'x',
  };

  it.each([
    ['fault', 'service'],
    ['clarification', 'billing'],
    ['suggestion', 'other'],
  ])('is filled in: a %s is about %s, of normal severity, answered in Spanish', (kind, subject) => {
    expect(dataOf('file', { ...least, kind })).toEqual({
      kind,
      subject,
      severity: 'normal',
      language: 'es',
      channel: 'web',
      receivedAt: '2026-03-02T10:00:00.000Z',
      subscriber: { ref: 's-1' },
      description: 'x',
    });
  });

  it('never includes a fee: there is no field for one (O-08, I-04)', () => {
    expect(faultsOf(parseCommand('file', { ...least, kind: 'fault', fee: 0 }, now))).toEqual([
      ['fee', 'unknown-field'],
    ]);
  });
});
