import { hash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import { calendarsOf, policyTermsOf, slaPolicyOf } from '../../domain/provider/deadlines.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import type { ZoneTransition } from '../../domain/sla/zone.js';
import { calendarFaultText } from '../../domain/sla/calendar-faults.js';
import type { CalendarSource } from '../../domain/sla/calendar.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';
import { parsePolicy } from '../../domain/sla/policy/parse-policy.js';
import { policyFaultText } from '../../domain/sla/policy/policy-faults.js';
import type { SlaPolicy } from '../../domain/sla/policy/policy.js';
import type { HouseActor } from '../../domain/texts/labels/house-actors.js';
import { isPublicationEvent } from '../../domain/sla/publication/events.js';
import {
  publication,
  type PublicationCommand,
  type PublicationState,
} from '../../domain/sla/publication/publication.js';
import { createExecutor, type Execution } from '../commands/execute-command.js';
import { codedError, isCodedError } from '../errors/coded-error.js';
import { storeError } from '../errors/store-error.js';
import { streamOfProvider, type SharedName } from '../identity/own-stream.js';
import { derivedUuid } from '../identity/uuid.js';
import type { EventStore, StreamName } from '../ports/event-store.js';
import type { Codec } from '../schema/codec.js';
import { isJsonObject } from '../schema/json-object.js';
import { contentHashOf, publishCalendar, readCalendar, type ZoneTransitionsOf } from './publish-calendar.js';
import {
  fieldsOfEvents,
  publicationStreams,
  versionsOfToday,
  type PublishedVersions,
} from './published-versions.js';

interface PublisherParts {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly profile: ProviderProfile;
  readonly namespace: string;
  readonly transitionsOf: ZoneTransitionsOf;
  /** Is told what was published, so that rows count by it too. */
  readonly versions: Pick<PublishedVersions, 'load'>;
}

/** Publishes the policy and the calendars that a provider's requests are filed under. */
export interface VersionPublisher {
  /**
   * Publishes what is not published yet; once it is, nothing is asked of the store any more. Throws `version-differs`
   * where a version is there with other content, `profile-invalid` where a calendar cannot be published.
   */
  readonly publish: (now: Instant) => Promise<void>;
  /** Throws `version-differs`, and writes nothing. Where the store cannot be asked, `publish` asks again. */
  readonly check: () => Promise<void>;
}

/** A version that the profile has: where it is published, and what the provider wrote of it. */
interface Version {
  readonly of: 'calendar' | 'policy';
  readonly id: string;
  readonly version: number;
  readonly streams: SharedName;
  readonly sourceSha256: string;
  readonly command: (now: Instant) => PublicationCommand;
}

interface PublicationFault {
  readonly code: string;
  readonly text: RejectionText;
}

const sha256Of = (value: object): string => hash('sha256', canonicalize(value));

const versionDiffers = ({ of, id, version, sourceSha256 }: Version, published: string) =>
  codedError(
    'version-differs',
    of === 'calendar'
      ? {
          es: `La versión ${String(version)} del calendario «${id}» ya está publicada con otro contenido: lo publicado no cambia; suba la versión del calendario en el perfil.`,
          en: `Version ${String(version)} of the calendar "${id}" is published already with other content: what is published never changes; raise the calendar's version in the profile.`,
        }
      : {
          es: `La versión ${String(version)} de las reglas «${id}» ya está publicada con otro contenido: lo publicado no cambia; suba policy.version en el perfil.`,
          en: `Version ${String(version)} of the policy "${id}" is published already with other content: what is published never changes; raise policy.version in the profile.`,
        },
    { of, id, version, published, given: sourceSha256 },
  );

const unpublishable = (what: string, faults: readonly PublicationFault[]) =>
  codedError(
    'profile-invalid',
    {
      es: `«${what}» no se puede publicar: ${faults.map(({ text }) => text.es).join(' ')}`,
      en: `"${what}" cannot be published: ${faults.map(({ text }) => text.en).join(' ')}`,
    },
    { of: what, codes: faults.map(({ code }) => code) },
  );

/** What was published can be read again: a profile that is made in code was read by no check of files. */
const calendarCommand = (
  source: CalendarSource,
  sourceSha256: string,
  now: Instant,
  transitionsOf: ZoneTransitionsOf,
): PublicationCommand => {
  const made = publishCalendar(source, now, transitionsOf);
  const read = made.ok && isJsonObject(made.calendar) ? readCalendar(made.calendar) : made;
  if (made.ok && read.ok)
    return {
      type: 'publishCalendar',
      data: { calendar: made.calendar, sha256: contentHashOf(made.calendar), sourceSha256 },
    };
  const faults = read.ok ? [] : read.faults;
  throw unpublishable(
    source.id,
    faults.map((each) => ({ code: each.code, text: calendarFaultText(each) })),
  );
};

const policyCommand = (policy: SlaPolicy, sourceSha256: string): PublicationCommand => {
  const read = isJsonObject(policy) ? parsePolicy(policy, fieldsOfEvents) : undefined;
  if (read?.ok === true)
    return { type: 'publishPolicy', data: { policy, sha256: sha256Of(policy), sourceSha256 } };
  const faults = read?.faults ?? [];
  throw unpublishable(
    policy.id,
    faults.map((each) => ({ code: each.code, text: policyFaultText(each) })),
  );
};

/** Calendars begin at one instant: the changes of a shorter one are the first of those of a longer one in its zone. */
const askedOnce = (ask: ZoneTransitionsOf): ZoneTransitionsOf => {
  const longest = new Map<string, { readonly to: number; readonly all: readonly ZoneTransition[] }>();
  return (zone, from, to) => {
    const known = longest.get(zone);
    if (known !== undefined && to <= known.to)
      return known.all.filter(({ at }, index) => index === 0 || millisecondsOf(at) <= to);
    const all = ask(zone, from, to);
    if (all !== undefined) longest.set(zone, { to, all });
    return all;
  };
};

const versionsOf = ({ profile, namespace, transitionsOf: ask }: PublisherParts): readonly Version[] => {
  const transitionsOf = askedOnce(ask);
  const policy = slaPolicyOf(profile);
  const ofPolicy = sha256Of(policyTermsOf(profile));
  return [
    ...calendarsOf(profile).map((source): Version => {
      const sourceSha256 = sha256Of(source);
      return {
        of: 'calendar',
        id: source.id,
        version: source.version,
        streams: publicationStreams(namespace, 'calendar', source.id, profile.id),
        sourceSha256,
        command: (now) => calendarCommand(source, sourceSha256, now, transitionsOf),
      };
    }),
    {
      of: 'policy',
      id: policy.id,
      version: policy.version,
      streams: publicationStreams(namespace, 'policy', policy.id, profile.id),
      sourceSha256: ofPolicy,
      command: () => policyCommand(policy, ofPolicy),
    },
  ];
};

/** The first filing that needs a version publishes it, idempotent by the hash of what the provider wrote. */
export const versionPublisher = (parts: PublisherParts): VersionPublisher => {
  const { store, codec, profile, versions } = parts;
  const { execute, current } = createExecutor(
    { decider: publication, isEvent: isPublicationEvent },
    { store, codec },
  );
  let published: Promise<void> | undefined;

  const refuseOther = (version: Version, state: PublicationState): void => {
    const known = state[version.version];
    if (known !== undefined && known !== version.sourceSha256) throw versionDiffers(version, known);
  };

  /** Where a version goes; what another provider published by this name and number has the same content. */
  const placeOf = async (version: Version): Promise<StreamName> => {
    const stream = await streamOfProvider(version.streams, profile.id, store);
    for (const each of new Set([version.streams.first, stream]))
      refuseOther(version, (await current(each)).state);
    return stream;
  };

  /** Where another provider took the name meanwhile, what was decided is decided anew in a stream of one's own. */
  const publishOne = async (version: Version, now: Instant): Promise<void> => {
    const { sourceSha256 } = version;
    const stream = await placeOf(version);
    const { revision: expectedRevision } = await current(stream);
    const commandId = derivedUuid(undefined, stream, String(version.version), sourceSha256);
    const execution: Execution = await execute({
      stream,
      now,
      meta: {
        commandId,
        actor: 'publication' satisfies HouseActor,
        role: 'system',
        provider: profile.id,
        zone: profile.zone,
        expectedRevision,
      },
      command: (state) => {
        refuseOther(version, state);
        return version.command(now);
      },
      context: () => null,
    });
    const isOvertaken = !execution.ok && execution.code === 'revision-conflict';
    if (isOvertaken || (await placeOf(version)) !== stream) return publishOne(version, now);
    if (execution.ok || execution.code === 'already-published') return;
    refuseOther(version, (await current(stream)).state);
    throw storeError('store-failed', { reason: `${stream}: ${execution.code}` });
  };

  const publishAll = async (now: Instant): Promise<void> => {
    for (const version of versionsOf(parts)) await publishOne(version, now);
    await versions.load(versionsOfToday(profile));
  };

  return {
    publish: (now) =>
      (published ??= publishAll(now).catch((fault: unknown) => {
        published = undefined;
        throw fault;
      })),
    check: async () => {
      try {
        for (const version of versionsOf(parts)) await placeOf(version);
      } catch (error) {
        if (isCodedError(error) && error.code === 'version-differs') throw error;
      }
    },
  };
};
