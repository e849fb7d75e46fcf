import type { ComplaintEventType } from '../../domain/complaint/events.js';
import { termsOf, type ProviderProfile } from '../../domain/provider/profile.js';
import type { Published } from '../../domain/sla/clocks/read-clocks.js';
import { compileCalendar, type BusinessCalendar } from '../../domain/sla/compile-calendar.js';
import { parsePolicy } from '../../domain/sla/policy/parse-policy.js';
import { refOf, type SlaPolicy } from '../../domain/sla/policy/policy.js';
import type { PublishedCalendar } from '../../domain/sla/calendar.js';
import { storeError } from '../errors/store-error.js';
import type { SharedName } from '../identity/own-stream.js';
import { streamName } from '../identity/stream-name.js';
import type { EventStore, StoredEvent } from '../ports/event-store.js';
import { catalogue } from '../schema/catalogue.js';
import { isJsonObject } from '../schema/json-object.js';
import { readCalendar } from './publish-calendar.js';

/** The `id@version` of policies and calendars. */
export interface NamedVersions {
  /** Of policies. */
  readonly policies: readonly string[];
  /** Of calendars. */
  readonly calendars: readonly string[];
}

/** The policies and calendars that were published in a store, which never change. */
export interface PublishedVersions {
  /** Reads what is named and was not read before; a version that is not there is not known to the answer either. */
  readonly load: (named: NamedVersions) => Promise<Published>;
  /** What was read so far. */
  readonly known: Published;
}

/** The versions that a provider's requests are filed under today. */
export const versionsOfToday = (profile: ProviderProfile): NamedVersions => {
  const { policy, version, calendars } = termsOf(profile);
  return { policies: [refOf({ id: policy, version })], calendars };
};

const corrupt = ({ stream, revision }: StoredEvent, reason: string) =>
  storeError('store-corrupt', { reason: `${stream}, revision ${String(revision)}: ${reason}` });

/** The fields of each event, as the triggers of a policy may name them. */
export const fieldsOfEvents = (event: ComplaintEventType): readonly string[] =>
  Object.keys(catalogue[event].fields);

/** The calendar of a `CalendarPublished`. Throws `store-corrupt` where its content is not what was published. */
export const calendarIn = (event: StoredEvent): PublishedCalendar => {
  const { calendar, sha256 } = event.data;
  const read = isJsonObject(calendar) ? readCalendar({ ...calendar, sha256 }) : undefined;
  if (read?.ok === true && 'transitions' in read.calendar) return read.calendar;
  throw corrupt(event, read?.ok === false ? (read.faults[0]?.code ?? '') : 'no calendar');
};

/** The policy of a `PolicyPublished`. Throws `store-corrupt` where it is none. */
export const policyIn = (event: StoredEvent): SlaPolicy => {
  const { policy } = event.data;
  const read = policy === undefined ? undefined : parsePolicy(policy, fieldsOfEvents);
  if (read?.ok === true) return read.policy;
  throw corrupt(event, read?.faults[0]?.code ?? 'no policy');
};

const compiledIn = (event: StoredEvent): BusinessCalendar => {
  const compiled = compileCalendar(calendarIn(event));
  if (compiled.ok) return compiled.calendar;
  throw corrupt(event, compiled.faults[0]?.code ?? '');
};

/**
 * Where the versions of a calendar or a policy are published. Two providers of a store may give the same name to theirs: who
 * comes second has a stream of its own (no id has an `@`).
 */
export const publicationStreams = (
  namespace: string,
  kind: 'policy' | 'calendar',
  id: string,
  provider: string,
): SharedName => ({
  first: streamName(namespace, kind, id),
  own: streamName(namespace, kind, `${id}@${provider}`),
});

/**
 * Each stream is read once, and again where a version is named that it did not have. What is the provider's own comes before
 * what another one published under the same name.
 */
export const publishedVersions = ({
  store,
  namespace,
  provider,
}: {
  readonly store: Pick<EventStore, 'read'>;
  readonly namespace: string;
  readonly provider: string;
}): PublishedVersions => {
  const policies = new Map<string, SlaPolicy>();
  const calendars = new Map<string, BusinessCalendar>();

  const read = async (kind: 'policy' | 'calendar', refs: readonly string[]): Promise<void> => {
    const known: ReadonlyMap<string, unknown> = kind === 'policy' ? policies : calendars;
    const ids = new Set(refs.filter((ref) => !known.has(ref)).map((ref) => ref.slice(0, ref.indexOf('@'))));
    for (const id of ids) {
      const { first, own } = publicationStreams(namespace, kind, id, provider);
      for (const event of [...(await store.read(first)), ...(await store.read(own))]) {
        if (event.type === 'PolicyPublished') {
          const policy = policyIn(event);
          policies.set(refOf(policy), policy);
        } else if (event.type === 'CalendarPublished') {
          const calendar = compiledIn(event);
          calendars.set(refOf(calendar), calendar);
        }
      }
    }
  };

  const known: Published = {
    policyOf: (ref) => policies.get(ref),
    calendarOf: (ref) => calendars.get(ref),
  };
  return {
    known,
    load: async (named) => {
      await read('policy', named.policies);
      await read('calendar', named.calendars);
      return known;
    },
  };
};
