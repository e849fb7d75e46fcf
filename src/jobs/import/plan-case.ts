import { houseOf } from '../../domain/provider/house.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { instantOf, laterOf, type Instant } from '../../domain/kernel/instant.js';
import { askedBy } from '../../application/commands/asked-by.js';
import { importSource } from '../../application/schema/import-source.js';
import { parseCommand } from '../../application/commands/parse-command.js';
import type { CasePlan, PlannedCommand, RefusedStep } from './case-plan.js';
import { importedCommandId, placesOf } from './command-id.js';
import { holds, type Situation } from './conditions.js';
import { fillObject } from './fill-template.js';
import type { LogCase, LogEvent } from '../../application/ports/event-log.js';
import type { ActorSource, GroupUse, Mapping, Step } from './mapping.js';
import { ownPseudonym, pseudonym } from './pseudonyms.js';
import { ruleFinder } from './rule-finder.js';
import { notFiledYet, simulate, type Simulated } from './simulate.js';

type Steps = readonly (Step | GroupUse)[];

/** A plan while it is made. */
interface Draft {
  simulated: Simulated;
  /** Who filed the case, and owns it while none was named. */
  filer: string;
  situation: Situation;
  /** Place of the event in hand. */
  place: string;
  readonly now: Instant;
  readonly commands: PlannedCommand[];
  readonly refused: RefusedStep[];
}

const latest = ({ events }: LogCase): Instant =>
  events.reduce((last, { timestamp }) => laterOf(last, timestamp), instantOf(0));

const actorOf = (by: ActorSource, mapping: Mapping, { state, resource, owner }: Situation): string => {
  if (by === 'resource') return resource;
  if (by === 'technician') return state.technician ?? resource;
  return by === 'owner' ? owner : ownPseudonym(mapping, by);
};

/**
 * Plans cases. Every command is tried on the domain's own decider, from the case alone: a second import plans the very
 * same commands, and what is planned is what the path of live use will take. An event is a step, since one case may be as
 * long as a log: between two steps others may have their turn.
 */
export const createPlanner = (
  mapping: Mapping,
  profile: ProviderProfile,
): ((found: LogCase) => Generator<undefined, CasePlan>) => {
  const house = houseOf(profile);
  const ruleFor = ruleFinder(mapping);
  const desk = ownPseudonym(mapping, 'desk');

  /** Tries one step: planned where it brings a fact, noted where a rule refuses it, nothing where it repeats. */
  const tryStep = (draft: Draft, step: Step, filled: boolean): void => {
    const { event, ordinal, found } = draft.situation;
    const by = { actor: actorOf(step.by, mapping, draft.situation), role: step.as };
    // A case is filed once, whatever event it begins with.
    const place = step.command === 'file' ? '' : draft.place;
    const ids = { mapping: mapping.id, found: found.id, place, rule: step.rule };
    const input = {
      ...fillObject(step.input ?? {}, mapping, draft.situation),
      commandId: importedCommandId(ids),
      occurredAt: event.timestamp,
    };
    const refuse = (code: string): void => {
      draft.refused.push({ activity: event.activity, command: step.command, code });
    };
    const parsed = parseCommand(step.command, input, draft.now, true);
    if (!parsed.ok) {
      refuse(parsed.code);
      return;
    }
    const context = {
      ...by,
      ...house,
      occurredAt: event.timestamp,
      now: draft.now,
      outOfHours: false,
      imported: true,
    };
    const outcome = simulate(draft.simulated, parsed.command, context);
    if (!outcome.ok) {
      if (outcome.code !== 'no-new-fact') refuse(outcome.code);
      return;
    }
    if (step.command === 'file') draft.filer = by.actor;
    const { state } = outcome;
    draft.simulated = outcome;
    draft.situation = { ...draft.situation, state, owner: state.owner ?? draft.filer };
    const source = `${importSource}${mapping.id}@${mapping.version}:${ordinal}:${step.rule}${filled ? ':filled' : ''}`;
    const { open: fingerprint, personal } = askedBy(parsed, by);
    const { activity } = event;
    const planned = { activity, type: step.command, input, fingerprint, personal, by, source, filled };
    draft.commands.push(planned);
  };

  const tryAll = (draft: Draft, steps: Steps, filled: boolean): void => {
    for (const step of steps) {
      if (!holds(step.when, draft.situation)) continue;
      const isFilled = filled || step.filled === true;
      if ('use' in step) tryAll(draft, mapping.groups[step.use] ?? [], isFilled);
      else tryStep(draft, step, isFilled);
    }
  };

  /** True where an event brought anything, if only a refusal. */
  const tries = (draft: Draft, steps: Steps): boolean => {
    const before = draft.commands.length + draft.refused.length;
    tryAll(draft, steps, false);
    return draft.commands.length + draft.refused.length > before;
  };

  const situationOf = (found: LogCase, ordinal: number, event: LogEvent, draft?: Draft): Situation => {
    const { state } = draft?.simulated ?? notFiledYet;
    const resource = event.resource === undefined ? desk : pseudonym(mapping, 'staff', event.resource);
    const owner = state.owner ?? draft?.filer ?? desk;
    return { found, event, ordinal, before: state, state, resource, owner };
  };

  const begin = (found: LogCase, situation: Situation): Draft => ({
    simulated: notFiledYet,
    filer: desk,
    situation,
    place: '',
    now: latest(found),
    commands: [],
    refused: [],
  });

  return function* (found) {
    const unmapped: string[] = [];
    let noNewFact = 0;
    let draft: Draft | undefined;
    const placeOf = placesOf(mapping.eventId);
    for (const [ordinal, event] of found.events.entries()) {
      yield;
      const place = placeOf(event);
      const rule = ruleFor(event);
      if (rule === undefined) {
        unmapped.push(event.activity);
        continue;
      }
      const situation = situationOf(found, ordinal, event, draft);
      draft ??= begin(found, situation);
      draft.situation = situation;
      draft.place = place;
      if (!tries(draft, rule.steps) && !tries(draft, rule.otherwise ?? [])) noNewFact += 1;
    }
    const { commands = [], refused = [] } = draft ?? {};
    return { commands, noNewFact, unmapped, refused };
  };
};
