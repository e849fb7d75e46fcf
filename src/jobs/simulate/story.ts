import { houseOf } from '../../domain/provider/house.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { openingOf } from '../../domain/provider/opening.js';
import type { ComplaintCommandType } from '../../domain/complaint/commands.js';
import type { ComplaintState } from '../../domain/complaint/state.js';
import { instantOf, millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { By } from '../../application/commands/actors.js';
import { parseCommand } from '../../application/commands/parse-command.js';
import { derivedUuid, timeBits } from '../../application/identity/uuid.js';
import { notFiledYet, simulate } from '../import/simulate.js';
import { hourMs, minuteMs, withinHours } from './local-time.js';
import { numbers } from './numbers.js';
import type { Random } from './random.js';
import type { ScriptedCommand } from './script.js';

/** The staff of a provider, as pseudonyms. */
export interface Staff {
  readonly desk: By;
  readonly lead: By;
  readonly area: By;
  readonly ruling: By;
  readonly billing: By;
  readonly legal: By;
  readonly system: By;
}

interface Told {
  /** When it happened, where that is earlier than the clock. */
  readonly occurredAt?: Instant;
  readonly folioOf?: Readonly<Record<string, string>>;
}

/** One complaint of a workload while its life is told. Time only goes on; what lies after the end is not told. */
export interface Story {
  readonly name: string;
  readonly profile: ProviderProfile;
  readonly random: Random;
  readonly staff: Staff;
  readonly now: () => Instant;
  readonly state: () => ComplaintState;
  /** Whose request it is, as who acts. */
  readonly user: () => By;
  /** When the request reached the provider; before it is filed, now. */
  readonly receivedAt: () => Instant;
  /** Lets between so many hours and so many pass. */
  readonly wait: (least: number, most: number) => void;
  readonly waitUntil: (at: number) => void;
  /** Goes on when the office works: the phone is answered, and it is day. */
  readonly inHours: () => void;
  /** Goes on by day: people do not call, and are not called or visited, while they sleep. */
  readonly byDay: () => void;
  readonly tell: (type: ComplaintCommandType, fields: JsonObject, by: By, told?: Told) => void;
}

interface StoryOptions {
  readonly profile: ProviderProfile;
  readonly seed: string | number;
  readonly name: string;
  readonly random: Random;
  /** Milliseconds: where it begins, and where the workload ends. */
  readonly start: number;
  readonly end: number;
}

const staffOf = ({ id }: ProviderProfile, random: Random): Staff => {
  const one = (part: string, most: number) => `${id}-${part}-${random.whole(1, most)}`;
  return {
    desk: { actor: one('cs', 4), role: 'customer-service' },
    lead: { actor: one('rt', 5), role: 'technical-lead' },
    area: { actor: one('area', 2), role: 'competent-area' },
    ruling: { actor: one('ruling', 2), role: 'ruling-officer' },
    billing: { actor: `${id}-billing`, role: 'billing' },
    legal: { actor: `${id}-legal`, role: 'legal' },
    system: { actor: `${id}-system`, role: 'system' },
  };
};

const standIns = (folioOf: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.keys(folioOf).map((field) => [field, 'PLANNED-OTHER']));

/**
 * Begins a story. Every command is tried on the domain's own decider: what a rule would refuse is told with the code
 * that it will be refused with, and nothing follows from it.
 */
export const beginStory = (
  options: StoryOptions,
): { readonly story: Story; readonly told: ScriptedCommand[] } => {
  const { profile, seed, name, random, start, end } = options;
  const house = houseOf(profile);
  const opening = openingOf(profile);
  const told: ScriptedCommand[] = [];
  let simulated = notFiledYet;
  let clock = start;
  const now = () => instantOf(Math.round(clock));

  /** What the rules would make of it: the refusal's code, or nothing. */
  const tried = (command: Pick<ScriptedCommand, 'type' | 'input' | 'by'>, { occurredAt, folioOf }: Told) => {
    const { type, input, by } = command;
    const at = now();
    const parsed = parseCommand(type, { ...input, ...standIns(folioOf) }, at);
    if (!parsed.ok) return parsed.code;
    // A request is told as a duplicate of an open one of the same subscriber alone.
    const other = {
      folio: '',
      subscriber: simulated.state.subscriber,
      reporter: null,
      ending: 'open',
    } as const;
    const context = { ...by, ...house, occurredAt: occurredAt ?? at, now: at, outOfHours: false, other };
    const outcome = simulate(simulated, parsed.command, context);
    if (!outcome.ok) return outcome.code;
    simulated = outcome;
    return undefined;
  };

  const tell: Story['tell'] = (type, fields, by, options = {}) => {
    if (clock >= end) return;
    const at = now();
    const { occurredAt = at, folioOf } = options;
    const names = ['workload', String(seed), name, String(told.length)];
    const commandId = derivedUuid(timeBits(millisecondsOf(at)), ...names);
    const input = { ...fields, commandId, occurredAt };
    const refused = tried({ type, input, by }, options);
    const known = { at, provider: profile.id, complaint: name, type, input, by };
    told.push({ ...known, ...(folioOf && { folioOf }), ...(refused !== undefined && { refused }) });
  };

  const story: Story = {
    name,
    profile,
    random,
    staff: staffOf(profile, random),
    now,
    state: () => simulated.state,
    user: () => ({ actor: simulated.state.filing?.subscriber ?? `${profile.id}-nobody`, role: 'user' }),
    receivedAt: () => simulated.state.filing?.receivedAt ?? now(),
    wait: (least, most) => {
      clock += random.between(least, most) * hourMs;
    },
    waitUntil: (at) => {
      clock = Math.max(clock, at);
    },
    inHours: () => {
      const { opens, closes } = numbers.awake;
      for (let tries = 0; tries < 500 && !opening.isOpenAt('phone', now()); tries += 1)
        clock += 15 * minuteMs;
      // A phone that is answered day and night files what comes; offices work by day.
      clock = withinHours(clock, profile.zone, opens, closes);
    },
    byDay: () => {
      const { opens, closes } = numbers.awake;
      const at = withinHours(clock, profile.zone, opens, closes);
      if (at > clock) clock = at + random.between(0, 2) * hourMs;
    },
    tell,
  };
  return { story, told };
};
