import type { ComplaintCommandType } from '../../domain/complaint/commands.js';
import type { Role } from '../../domain/complaint/vocabulary.js';
import type { Label, ProviderProfile } from '../../domain/provider/profile.js';
import type { Condition } from './conditions.js';

/**
 * A value of a command. Text may hold `{case}`, `{ordinal}`, `{activity}`, `{at}`, `{at+MINUTES}`, `{subscriber}`,
 * `{resource}`, `{technician}`, `{owner}`, `{visit}`, `{event:KEY}`, `{trace:KEY}` and, where a reference is asked for, `{slug:event:KEY}`; a text that is nothing but one of
 * them and finds nothing leaves its field out.
 */
export type Template = string | number | boolean | Lookup | readonly Template[] | TemplateObject;

/** What a text stands for, from a table; `otherwise` where the table does not know it. */
export interface Lookup {
  readonly of: string;
  readonly table: Readonly<Record<string, Template>>;
  readonly otherwise?: Template;
}

export interface TemplateObject {
  readonly [field: string]: Template;
}

/** Who acts: whom the log names, who is in charge by then, or one of the mapping's own pseudonyms. */
export const actorSources = ['resource', 'technician', 'owner', 'desk', 'ruling', 'system'] as const;
export type ActorSource = (typeof actorSources)[number];

/** One command, where its conditions hold. */
export interface Step {
  /** Name of the rule: part of the command's id, so it never changes its meaning. */
  readonly rule: string;
  readonly when?: readonly Condition[];
  readonly command: ComplaintCommandType;
  readonly by: ActorSource;
  readonly as: Role;
  readonly input?: TemplateObject;
  /** True where the log does not say this, and the rule fills it in. The event's `source` says so. */
  readonly filled?: boolean;
}

/** The steps of a group, where the conditions hold as the group is reached. */
export interface GroupUse {
  readonly use: string;
  readonly when?: readonly Condition[];
  readonly filled?: boolean;
}

/** What one activity of the log becomes. */
export interface ActivityRule {
  readonly activity: string;
  /** Only with this `lifecycle:transition`; any where absent. */
  readonly transition?: string;
  readonly steps: readonly (Step | GroupUse)[];
  /** What to do where none of the steps brings a new fact; nothing: the event is counted as one that brings none. */
  readonly otherwise?: readonly (Step | GroupUse)[];
}

/** How a log becomes complaints, as data: another log needs another mapping, and no code. */
export interface Mapping {
  readonly id: string;
  readonly version: number;
  readonly title: Label;
  /** Under whose profile the cases are filed if the caller does not say. */
  readonly provider: ProviderProfile;
  readonly people: {
    /** Where the subscriber's reference comes from: a text with `{event:KEY}`, `{trace:KEY}` or `{case}`. */
    readonly subscriber: string;
    /**
     * True where the log's names of cases and people are pseudonyms already and may be kept. Else each becomes a hash:
     * no name, phone or account number may enter metadata or data.
     */
    readonly pseudonyms: boolean;
  };
  /**
   * The attribute that holds an event's own id, where the log has one: by it an event is known again though others were
   * added before it. Where it is absent an event is known by its number among its equals.
   */
  readonly eventId?: string;
  /** Activities that end a case. */
  readonly closing: readonly string[];
  readonly groups: Readonly<Record<string, readonly (Step | GroupUse)[]>>;
  readonly activities: readonly ActivityRule[];
}
