import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { repairExample } from '../../../src/jobs/import/mappings/repair-example.js';
import { helpdesk } from '../../../src/jobs/import/mappings/helpdesk.js';
import type { LogCase } from '../../../src/application/ports/event-log.js';
import type { CasePlan } from '../../../src/jobs/import/case-plan.js';
import { createPlanner } from '../../../src/jobs/import/plan-case.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { conectared } from '../../../src/domain/provider/index.js';
import { caseNamed, eventsOf, helpdeskActivities } from './logs.js';

/** Plans a case without giving others their turn. */
const plannerOf = (...given: Parameters<typeof createPlanner>): ((found: LogCase) => CasePlan) => {
  const planner = createPlanner(...given);
  return (found) => {
    const steps = planner(found);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  };
};

const plan = plannerOf(helpdesk, helpdesk.provider);
const steps = (...lines: readonly string[]) =>
  plan(caseNamed('Case 1', ...lines)).commands.map(({ type, source }) => ({
    type,
    filled: source.endsWith(':filled'),
  }));
const types = (...lines: readonly string[]) => steps(...lines).map(({ type }) => type);
const resolution = ['verifyCause', 'repair', 'reportRepair', 'confirmRestoration', 'rule'];

const anyCase: fc.Arbitrary<LogCase> = fc
  .array(fc.tuple(fc.constantFrom(...helpdeskActivities), fc.constantFrom('Value 1', 'Value 2', 'Value 3')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((lines) => caseNamed('Case 1', ...lines.map(([activity, resource]) => `${activity}@${resource}`)));

describe('the common case of the help desk', () => {
  it('is planned an event a step, so that others have their turn in between', () => {
    const found = caseNamed(
      'Case 1',
      'Assign seriousness',
      'Take in charge ticket',
      'Resolve ticket',
      'Closed',
    );
    expect([...createPlanner(helpdesk, helpdesk.provider)(found)]).toHaveLength(found.events.length);
  });

  it('is filed, taken in charge, resolved and closed', () => {
    expect(types('Assign seriousness', 'Take in charge ticket', 'Resolve ticket', 'Closed')).toEqual([
      'file',
      'assignTechnician',
      ...resolution,
      'notifyUser',
      'communicateFolio',
      'close',
    ]);
  });

  it('says of every command whether the log says so or a rule fills it in', () => {
    const filled = steps('Assign seriousness', 'Take in charge ticket', 'Resolve ticket', 'Closed')
      .filter((step) => step.filled)
      .map(({ type }) => type);
    expect(filled).toEqual(['verifyCause', 'reportRepair', 'confirmRestoration', 'rule', 'communicateFolio']);
  });

  it('is filed by the customer of its first event, as its pseudonym, under its own name in the log', () => {
    const [filing] = plan(caseNamed('Case 1', 'Insert ticket')).commands;
    expect(filing?.input).toMatchObject({
      kind: 'fault',
      receivedAt: '2012-01-02T09:00:00.000Z',
      subscriber: { ref: 'helpdesk-subscriber-customer-value-7' },
      service: 'value-3',
      externalReferences: [{ system: 'helpdesk', id: 'case-1' }],
    });
    expect(filing?.by).toEqual({ actor: 'helpdesk-staff-value-1', role: 'customer-service' });
  });
});

describe('the telephone repairs', () => {
  const repairs = plannerOf(repairExample, repairExample.provider);
  const lines: readonly (readonly [string, string])[] = [
    ['Register', 'complete'],
    ['Analyze Defect', 'complete'],
    ['Repair (Simple)', 'start'],
    ['Repair (Simple)', 'complete'],
    ['Test Repair', 'start'],
    ['Test Repair', 'start'],
  ];
  const events = eventsOf(...lines.map(([activity]) => activity)).map((event, index) => {
    const transition = lines[index]?.[1];
    const attributes = new Map([...event.attributes, ['defectType', '3']]);
    return { ...event, attributes, ...(transition !== undefined && { transition }) };
  });

  it('ask for the confirmation of the user once, however often a test is begun', () => {
    const planned = repairs({ id: '1', attributes: new Map(), events });
    expect(planned.refused).toEqual([]);
    const asked = planned.commands.filter(({ type }) => type === 'requestRestorationConfirmation');
    expect(asked).toHaveLength(1);
  });
});

describe('what the log passes over is filled by a stated rule', () => {
  it('a case that begins in the middle is filed first', () => {
    expect(steps('Resolve ticket').slice(0, 2)).toEqual([
      { type: 'file', filled: true },
      { type: 'assignTechnician', filled: true },
    ]);
  });

  it('the technician who resolves is put in charge, and another officer rules (O-19, I-06)', () => {
    const { commands } = plan(
      caseNamed(
        'Case 1',
        'Assign seriousness@Value 1',
        'Take in charge ticket@Value 2',
        'Resolve ticket@Value 3',
      ),
    );
    const assigned = commands
      .filter(({ type }) => type === 'assignTechnician')
      .map(({ input }) => input['technician']);
    expect(assigned).toEqual(['helpdesk-staff-value-2', 'helpdesk-staff-value-3']);
    expect(commands.find(({ type }) => type === 'rule')?.by.actor).toBe('helpdesk-ruling');
  });

  it('what was asked has been answered, and a hold is over, before the work goes on', () => {
    expect(types('Insert ticket', 'Wait', 'Wait', 'Take in charge ticket').slice(1)).toEqual([
      'requestInformation',
      'requestInformation',
      'receiveInformation',
      'assignTechnician',
    ]);
    expect(types('Insert ticket', 'Require upgrade', 'Require upgrade').slice(1)).toEqual([
      'putOnHold',
      'resume',
      'putOnHold',
    ]);
  });

  it('work after Resolve or Closed reopens, under the same folio (I-02)', () => {
    expect(types('Insert ticket', 'Resolve ticket', 'Wait').slice(-2)).toEqual([
      'reopen',
      'requestInformation',
    ]);
    expect(types('Insert ticket', 'Closed', 'Take in charge ticket').slice(-2)).toEqual(['close', 'reopen']);
  });

  it('the cause is what the case went through', () => {
    const causes = (...lines: readonly string[]) =>
      plan(caseNamed('Case 1', 'Insert ticket', ...lines, 'Resolve ticket'))
        .commands.filter(({ type }) => type === 'verifyCause')
        .map(({ input }) => input['causes']);
    expect(causes()).toEqual([['not-recorded']]);
    expect(causes('Require upgrade')).toEqual([['upgrade-needed']]);
    expect(causes('Create SW anomaly', 'Require upgrade')).toEqual([['software-anomaly']]);
  });
});

describe('nothing is dropped silently', () => {
  it('a repeat that brings no new fact is counted', () => {
    const { noNewFact, commands } = plan(
      caseNamed(
        'Case 1',
        'Insert ticket',
        'Resolve ticket',
        'Resolve ticket',
        'Closed',
        'Closed',
        'Resolve ticket',
      ),
    );
    expect(noNewFact).toBe(3);
    expect(commands.filter(({ type }) => type === 'close')).toHaveLength(1);
  });

  it('what repeats another activity, or only names a state, is a note', () => {
    expect(types('Insert ticket', 'Insert ticket').at(-1)).toBe('addNote');
    expect(types('Insert ticket', 'Closed', 'VERIFIED').at(-1)).toBe('addNote');
    expect(types('Insert ticket', 'Assign seriousness', 'Assign seriousness').slice(1)).toEqual([
      'classify',
      'addNote',
    ]);
  });

  it('an activity without a rule is listed, each time', () => {
    expect(plan(caseNamed('Case 1', 'Dance', 'Insert ticket', 'Dance')).unmapped).toEqual(['Dance', 'Dance']);
  });

  it('what a rule of the domain refuses is listed with its code: conectared reopens within 20 days', () => {
    const late = caseNamed('Case 1', 'Insert ticket', 'Closed', 'Take in charge ticket');
    const [first, second, third] = late.events;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three events');
    const events = [first, second, { ...third, timestamp: instantOf(Date.UTC(2012, 2, 1)) }];
    const { refused } = plannerOf(helpdesk, conectared)({ ...late, events });
    expect(refused[0]).toEqual({
      activity: 'Take in charge ticket',
      command: 'reopen',
      code: 'reopening-window-over',
    });
  });
});

describe('whatever order the activities come in', () => {
  it('no rule of the domain refuses what the mapping plans, and every event is accounted for', () => {
    fc.assert(
      fc.property(anyCase, (found) => {
        const { refused, unmapped, commands, noNewFact } = plan(found);
        expect(refused).toEqual([]);
        expect(unmapped).toEqual([]);
        const ordinals = new Set(commands.map(({ source }) => source.split(':')[2]));
        expect(ordinals.size + noNewFact).toBe(found.events.length);
      }),
    );
  });

  it('the plan of a case is the beginning of the plan of the same case as it grew', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(12), (found, length) => {
        const whole = plan(found).commands;
        const part = plan({ ...found, events: found.events.slice(0, length) }).commands;
        expect(whole.slice(0, part.length)).toEqual(part);
      }),
    );
  });

  it('every command has an id of its own (I-25), and the same one each time', () => {
    fc.assert(
      fc.property(anyCase, (found) => {
        const ids = plan(found).commands.map(({ input }) => input.commandId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(plan(found).commands.map(({ input }) => input.commandId)).toEqual(ids);
        const other = plan({ ...found, id: 'Case 2' }).commands.map(({ input }) => input.commandId);
        expect(other.filter((id) => ids.includes(id))).toEqual([]);
      }),
    );
  });
});

describe('names that are no pseudonyms', () => {
  const named = plannerOf(
    { ...helpdesk, people: { ...helpdesk.people, pseudonyms: false } },
    helpdesk.provider,
  );

  it('leave no trace in who did it, for whom, or which case it was', () => {
    const said = caseNamed('Juan Pérez 229 341 0730', 'Insert ticket@Ana López', 'Resolve ticket@Ana López');
    const text = JSON.stringify(named(said).commands.map(({ input, by, source }) => ({ input, by, source })));
    for (const name of ['Juan', 'juan', '341', 'Ana', 'ana', 'pez']) expect(text).not.toContain(name);
    const actors = new Set(named(said).commands.map(({ by }) => by.actor));
    expect([...actors].every((actor) => /^helpdesk-(staff-[0-9a-f]{16}|ruling)$/.test(actor))).toBe(true);
  });
});
