import { describe, expect, it } from '@jest/globals';
import { isCodedError } from '../../../src/application/errors/coded-error.js';
import {
  checkedMapping,
  mappingFor,
  mappingNamed,
  shippedMappings,
  type Mapping,
} from '../../../src/jobs/import/index.js';
import { helpdesk } from '../../../src/jobs/import/mappings/helpdesk.js';

const faultsOf = (value: unknown): readonly unknown[] => {
  try {
    checkedMapping(value);
  } catch (error) {
    if (isCodedError(error) && error.code === 'mapping-invalid' && Array.isArray(error.details['faults']))
      return error.details['faults'];
    throw error;
  }
  return [];
};

const copy = (change: Partial<Record<keyof Mapping, unknown>>): unknown => ({
  ...helpdesk,
  ...change,
});
const step = { rule: 'a', command: 'addNote', by: 'resource', as: 'customer-service' };
const activity = (...steps: readonly unknown[]) => copy({ activities: [{ activity: 'A', steps }] });

describe('a mapping is data', () => {
  it.each(shippedMappings.map((mapping) => [mapping.id, mapping] as const))(
    '%s passes the check as JSON',
    (_id, mapping) => {
      expect(faultsOf(JSON.parse(JSON.stringify(mapping)))).toEqual([]);
    },
  );

  it('may be any that a file holds', () => {
    expect(faultsOf(activity(step, { use: 'note' }))).toEqual([]);
  });
});

describe('a mapping that cannot be is refused in the language of its reader', () => {
  const toldOf = (value: unknown) => {
    try {
      checkedMapping(value);
    } catch (error) {
      if (isCodedError(error)) return error.text;
      throw error;
    }
    return undefined;
  };

  it('says in Spanish what is missing, unknown and of another type, without a word of English', () => {
    const told = toldOf({ ...helpdesk, groups: undefined, colour: 1, activities: {}, closing: ['A', 'A'] });
    expect(told?.es).toMatch(/^El mapeo no es válido: /u);
    expect(told?.es).toContain('/groups falta este dato');
    expect(told?.es).toContain('/colour este dato no se conoce');
    expect(told?.es).not.toMatch(/\b(?:must|have|required|property|additional)\b/u);
    expect(told?.en).toContain('/groups this field is missing');
  });

  it('tells each fault at the field that is wrong, alike in both languages', () => {
    const told = toldOf({ ...helpdesk, groups: undefined, colour: 1, activities: {} });
    expect(told?.es.split(', ')).toEqual([
      'El mapeo no es válido: /colour este dato no se conoce',
      '/activities debe ser de tipo array',
      '/groups falta este dato.',
    ]);
    expect(told?.en.split(', ')).toEqual([
      'The mapping is not valid: /colour this field is unknown',
      '/activities it must be of type array',
      '/groups this field is missing.',
    ]);
  });

  it('says in Spanish what no schema can say', () => {
    expect(toldOf(activity(step, step))?.es).toContain('la regla a viene dos veces en una actividad');
    expect(toldOf(activity({ use: 'nothing' }))?.es).toContain('ningún grupo se llama nothing');
  });
});

describe('a mapping that cannot be is refused, and says where', () => {
  it.each<[string, unknown, string]>([
    ['no object', 'helpdesk', '/ it must be of type object'],
    ['a field that is not known', { ...helpdesk, colour: 'red' }, '/colour this field is unknown'],
    ['a field that is missing', copy({ closing: undefined }), '/closing this field is missing'],
    [
      'a command that does not exist',
      activity({ ...step, command: 'delete' }),
      '/activities/0/steps/0/command',
    ],
    ['a role that does not exist', activity({ ...step, as: 'king' }), '/activities/0/steps/0/as'],
    [
      'a condition that does not exist',
      activity({ ...step, when: ['sunny'] }),
      '/activities/0/steps/0/when/0',
    ],
    [
      'a value that is nothing',
      activity({ ...step, input: { note: null } }),
      '/activities/0/steps/0/input/note',
    ],
    ['a group that is not there', activity({ use: 'constructor' }), 'no group is called constructor'],
    [
      'a group inside itself',
      copy({ groups: { ...helpdesk.groups, note: [{ use: 'note' }] } }),
      'is inside itself',
    ],
    ['a rule that comes twice', activity(step, step), 'the rule a comes twice'],
    ['a placeholder nobody fills', activity({ ...step, input: { note: '{moon}' } }), '{moon} is unknown'],
    [
      'two rules for one activity',
      copy({
        activities: [
          { activity: 'A', steps: [] },
          { activity: 'A', steps: [] },
        ],
      }),
      'a second rule for one activity',
    ],
  ])('%s', (_what, value, said) => {
    expect(faultsOf(value).join('\n')).toContain(said);
  });

  it('groups that multiply without end', () => {
    const groups = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        `g${n}`,
        n === 29 ? [step] : [{ use: `g${n + 1}` }, { use: `g${n + 1}` }],
      ]),
    );
    const value = copy({ groups, activities: [{ activity: 'A', steps: [{ use: 'g0' }] }] });
    expect(faultsOf(value).join()).toContain('more than 500 steps');
  });

  it('conditions inside conditions without end', () => {
    let condition: unknown = 'filed';
    for (let n = 0; n < 5000; n += 1) condition = { not: condition };
    expect(faultsOf(activity({ ...step, when: [condition] })).join()).toContain('nests more than');
  });
});

describe('the mapping of a log', () => {
  const survey = (...activities: readonly string[]) => ({
    cases: 1,
    events: activities.length,
    activities: activities.map((name) => ({ activity: name })),
  });

  it('is the shipped one whose activities cover the log', () => {
    expect(mappingFor(survey('Wait', 'Closed'), shippedMappings).id).toBe('helpdesk');
    const repair = { ...survey(), activities: [{ activity: 'Test Repair', transition: 'start' }] };
    expect(mappingFor(repair, shippedMappings).id).toBe('repair-example');
  });

  it('is none where an activity is left over', () => {
    expect(() => mappingFor(survey('Wait', 'Dance'), shippedMappings)).toThrow(
      expect.objectContaining({ code: 'no-mapping', details: { activities: 'Wait, Dance' } }),
    );
  });

  it('may be named', () => {
    expect(mappingNamed('repair-example', shippedMappings).id).toBe('repair-example');
    expect(() => mappingNamed('helpdesk2', shippedMappings)).toThrow(
      expect.objectContaining({ code: 'mapping-unknown' }),
    );
  });
});
