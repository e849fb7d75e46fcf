import type { FaultRule } from '../../test/support/eventstoredb/server/loopback-server.js';
import type { Chance } from './chance.js';

/** What happens to the server itself; `ms` is how long it lasts. */
export type Outage =
  | { readonly kind: 'connections-dropped' | 'killed' }
  | { readonly kind: 'down' | 'frozen'; readonly ms: number };

/** What goes wrong once so many commands have had their answer. */
export interface Trouble {
  readonly afterAnswers: number;
  readonly what: { readonly rule: FaultRule } | { readonly outage: Outage };
}

type Fault<On extends FaultRule['on']> = Extract<FaultRule, { on: On }>['fault'];

const appendFault = ({ below, pick }: Chance, port: number): Fault<'append'> => {
  const committed = below(2) === 0;
  return pick<Fault<'append'>>([
    { kind: 'reset', committed },
    { kind: 'no-reply', committed },
    { kind: 'timeout', committed },
    { kind: 'end', committed },
    { kind: 'late-reply', ms: 50 + below(400) },
    { kind: 'not-leader', leader: { host: '127.0.0.1', port } },
    { kind: 'not-ready' },
    { kind: 'busy' },
    { kind: 'access-denied' },
  ]);
};

const readFault = ({ below, pick }: Chance, port: number): Fault<'read'> =>
  pick<Fault<'read'>>([
    { kind: 'reset' },
    { kind: 'no-reply' },
    { kind: 'late-reply', ms: 50 + below(300) },
    { kind: 'timeout' },
    { kind: 'deadline-exceeded' },
    { kind: 'not-leader', leader: { host: '127.0.0.1', port } },
    { kind: 'not-ready' },
    { kind: 'access-denied' },
  ]);

const subscribeFault = ({ below, pick }: Chance): Fault<'subscribe'> => {
  const afterEvents = below(60);
  return pick<Fault<'subscribe'>>([
    { kind: 'end', afterEvents },
    { kind: 'silent', afterEvents },
    { kind: 'slow-consumer', afterEvents },
    { kind: 'reset-later', afterEvents },
    { kind: 'repeat-event', afterEvents },
    { kind: 'no-caught-up' },
    { kind: 'repeat-checkpoints' },
    { kind: 'old-checkpoints' },
    { kind: 'no-reply' },
    { kind: 'not-ready' },
    { kind: 'access-denied' },
  ]);
};

const ruleOf = (chance: Chance, port: number): FaultRule => {
  const times = 1 + chance.below(4);
  const after = chance.below(10);
  switch (chance.pick<FaultRule['on']>(['append', 'append', 'append', 'read', 'subscribe', 'features'])) {
    case 'append':
      return { on: 'append', fault: appendFault(chance, port), times, after };
    case 'read':
      return { on: 'read', fault: readFault(chance, port), times, after };
    case 'subscribe':
      return { on: 'subscribe', fault: subscribeFault(chance) };
    case 'delete':
    case 'features':
      return {
        on: 'features',
        fault: chance.pick<Fault<'features'>>([
          { kind: 'access-denied' },
          { kind: 'reset' },
          { kind: 'no-reply' },
        ]),
      };
  }
};

const outageOf = ({ below, pick }: Chance): Outage => {
  const kind = pick<Outage['kind']>([
    'connections-dropped',
    'connections-dropped',
    'down',
    'frozen',
    'frozen',
    'killed',
  ]);
  return kind === 'down' || kind === 'frozen' ? { kind, ms: 20 + below(400) } : { kind };
};

/** What goes wrong in a run of so many commands, in order. */
export const scheduleOf = (chance: Chance, commands: number, port: number): readonly Trouble[] => {
  const subscribed: Trouble = {
    afterAnswers: 0,
    what: { rule: { on: 'subscribe', fault: subscribeFault(chance) } },
  };
  const rules = Array.from({ length: 6 + chance.below(10) }, (): Trouble => ({
    afterAnswers: chance.below(commands),
    what: { rule: ruleOf(chance, port) },
  }));
  const outages = Array.from({ length: chance.below(4) }, (): Trouble => ({
    afterAnswers: chance.below(commands),
    what: { outage: outageOf(chance) },
  }));
  return [subscribed, ...rules, ...outages].sort((a, b) => a.afterAnswers - b.afterAnswers);
};
