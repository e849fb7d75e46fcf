import type { ComplaintCommandType } from '../../domain/complaint/commands.js';
import { areasOf, folioLabelOf, termsOf, type ProviderProfile } from '../../domain/provider/profile.js';
import { instantOf, laterOf, type Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { By } from '../actors.js';
import { parseCommand } from '../commands/parse-command.js';
import { importedCommandId } from './command-id.js';
import { holds, type Situation } from './conditions.js';
import { createFiller } from './fill-template.js';
import type { LogCase, LogEvent } from './log.js';
import type { ActivityRule, ActorSource, GroupUse, Mapping, Step } from './mapping.js';
import { ownPseudonym, pseudonym } from './pseudonyms.js';
import { notFiledYet, simulate, type Simulated } from './simulate.js';

/** A command of an import, ready to be sent by the path of live use. */
export interface PlannedCommand {
  readonly activity: string;
  readonly type: ComplaintCommandType;
  /** With `commandId` and `occurredAt`. */
  readonly input: JsonObject;
  readonly by: By;
  /** Mapping, activity's place in the case, and rule; `:filled` where the log does not say it. */
  readonly source: string;
}

export interface RefusedStep {
  readonly activity: string;
  readonly command: ComplaintCommandType;
  readonly code: string;
}

/** What an import will do for a case: a function of the case, the mapping and the provider's profile alone. */
export interface CasePlan {
  readonly commands: readonly PlannedCommand[];
  /** Events that repeat what is known. */
  readonly noNewFact: number;
  /** Activities the mapping has no rule for, once for each event. */
  readonly unmapped: readonly string[];
  /** Steps of the mapping that the rules of the domain do not take. */
  readonly refused: readonly RefusedStep[];
}

/** The rule for an event: one for its very transition before one for any. */
export const ruleFor = (
  { activities }: Mapping,
  { activity, transition }: Pick<LogEvent, 'activity' | 'transition'>,
): ActivityRule | undefined => {
  const fitting = activities.filter((rule) => rule.activity === activity);
  return (
    fitting.find((rule) => rule.transition !== undefined && rule.transition === transition) ??
    fitting.find((rule) => rule.transition === undefined)
  );
};

interface Planning {
  simulated: Simulated;
  readonly commands: PlannedCommand[];
  readonly refused: RefusedStep[];
  /** Who filed the case, and owns it while nobody else does. */
  filer: string;
}

const latest = ({ events }: LogCase): Instant =>
  events.reduce((last, { timestamp }) => laterOf(last, timestamp), instantOf(0));

/** Plans cases. Every command is tried on the domain's own decider, so that what is planned is what will be taken. */
export const createPlanner = (mapping: Mapping, profile: ProviderProfile) => {
  const fill = createFiller(mapping);
  const house = { terms: termsOf(profile), areas: areasOf(profile), folioLabel: folioLabelOf(profile) };

  const actorOf = (by: ActorSource, { state, resource }: Situation, owner: string): string => {
    if (by === 'resource') return resource;
    if (by === 'technician') return state.technician ?? resource;
    return by === 'owner' ? owner : ownPseudonym(mapping, by);
  };

  /** Tries one step: planned where it brings a fact, noted where a rule refuses it, nothing where it repeats. */
  const tryStep = (
    planning: Planning,
    step: Step,
    filled: boolean,
    situation: Situation,
    now: Instant,
  ): void => {
    const { event, ordinal, found, state } = situation;
    const owner = state.owner ?? planning.filer;
    const by = { actor: actorOf(step.by, situation, owner), role: step.as };
    const ids = { mapping: mapping.id, found: found.id, ordinal, rule: step.rule };
    const input = {
      commandId: importedCommandId(ids, event.timestamp),
      occurredAt: event.timestamp,
      ...fill(step.input ?? {}, situation, owner),
    };
    const refuse = (code: string) =>
      planning.refused.push({ activity: event.activity, command: step.command, code });
    const parsed = parseCommand(step.command, input, now);
    if (!parsed.ok) return void refuse(parsed.code);
    const context = { ...by, ...house, occurredAt: event.timestamp, now, outOfHours: false };
    const outcome = simulate(planning.simulated, parsed.command, context);
    if (!outcome.ok) return void (outcome.code === 'no-new-fact' || refuse(outcome.code));
    if (step.command === 'file') planning.filer = by.actor;
    planning.simulated = outcome;
    const source = `import:${mapping.id}@${mapping.version}:${ordinal}:${step.rule}${filled ? ':filled' : ''}`;
    planning.commands.push({ activity: event.activity, type: step.command, input, by, source });
  };

  const tryAll = (
    planning: Planning,
    steps: readonly (Step | GroupUse)[],
    filled: boolean,
    at: Omit<Situation, 'state'>,
    now: Instant,
  ): void => {
    for (const step of steps) {
      const situation = { ...at, state: planning.simulated.state };
      if (!holds(step.when, situation)) continue;
      const isFilled = filled || step.filled === true;
      if ('use' in step) tryAll(planning, mapping.groups[step.use] ?? [], isFilled, at, now);
      else tryStep(planning, step, isFilled, situation, now);
    }
  };

  return (found: LogCase): CasePlan => {
    const now = latest(found);
    const desk = ownPseudonym(mapping, 'desk');
    const planning: Planning = { simulated: notFiledYet, commands: [], refused: [], filer: desk };
    const unmapped: string[] = [];
    let noNewFact = 0;
    found.events.forEach((event, ordinal) => {
      const rule = ruleFor(mapping, event);
      if (rule === undefined) return void unmapped.push(event.activity);
      const resource = event.resource === undefined ? desk : pseudonym(mapping, 'staff', event.resource);
      const at = { found, event, ordinal, before: planning.simulated.state, resource };
      const [planned, refused] = [planning.commands.length, planning.refused.length];
      const nothing = () => planning.commands.length === planned && planning.refused.length === refused;
      tryAll(planning, rule.steps, false, at, now);
      if (nothing()) tryAll(planning, rule.otherwise ?? [], false, at, now);
      if (nothing()) noNewFact += 1;
    });
    return { commands: planning.commands, noNewFact, unmapped, refused: planning.refused };
  };
};

export type Planner = ReturnType<typeof createPlanner>;
