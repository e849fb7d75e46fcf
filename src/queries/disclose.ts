import type { By } from '../application/commands/actors.js';
import {
  audienceOf,
  seesTheHouse,
  opensAny,
  reads,
  type Audience,
  type Viewed,
} from '../domain/complaint/disclosure/audience.js';
import { fieldsHiddenFrom, isForParties, wordsIn } from '../domain/complaint/disclosure/table.js';
import { isComplaintEvent } from '../domain/complaint/evolve.js';
import { partyOf } from '../domain/complaint/relations.js';
import type { JsonObject } from '../domain/kernel/json.js';
import type { CaseFile, HistoryItem, Unread } from './case-file.js';
import type { StoredEvent } from '../application/ports/event-store.js';
import { personalFieldsOf } from '../application/schema/catalogue.js';
import type { Codec, SealedReading } from '../application/schema/codec.js';
import { caseFromEvents } from './case-from-events.js';
import { briefOf, fullOf, type CaseFull, type CaseView } from './case-view.js';

/** Whether the viewer is told of an event, by whose matter it is. */
type Told = (event: StoredEvent) => boolean;

/** Personal values of an event by person, and why those of others cannot be read. */
type Disclosed = Pick<HistoryItem, 'personal' | 'unreadable'>;

/** The values of a person in an event that this viewer reads, or why they cannot be read. */
const disclosedOf = (
  reading: SealedReading,
  readsField: (field: string) => boolean,
  fields: readonly string[],
): JsonObject | Unread | undefined => {
  if (reading.kind !== 'opened') return fields.some(readsField) ? reading.kind : undefined;
  const kept = Object.entries(reading.fields).filter(([field]) => readsField(field));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

/** The personal values of an event for this viewer; `undefined` where there is nothing to tell. */
const openedOf = async (
  viewer: By,
  audience: Audience,
  event: StoredEvent,
  codec: Codec,
): Promise<Disclosed | undefined> => {
  if (event.sealed === undefined || !isComplaintEvent(event)) return undefined;
  const personal: Record<string, JsonObject> = {};
  const unreadable: Record<string, Unread> = {};
  const fields = Object.keys(personalFieldsOf(event.type));
  for (const [person, reading] of Object.entries(await codec.read(event))) {
    const readsField = (field: string): boolean =>
      reads(audience, wordsIn(event, field, event.metadata.role), person, viewer);
    const disclosed = disclosedOf(reading, readsField, fields);
    if (typeof disclosed === 'string') unreadable[person] = disclosed;
    else if (disclosed !== undefined) personal[person] = disclosed;
  }
  const told: Disclosed = {
    ...(Object.keys(personal).length > 0 && { personal }),
    ...(Object.keys(unreadable).length > 0 && { unreadable }),
  };
  return Object.keys(told).length === 0 ? undefined : told;
};

const openFor = async (
  viewer: By,
  audience: Audience,
  events: readonly StoredEvent[],
  codec: Codec,
): Promise<ReadonlyMap<number, Disclosed>> => {
  const opened = new Map<number, Disclosed>();
  if (!opensAny(audience)) return opened;
  for (const event of events) {
    const told = await openedOf(viewer, audience, event, codec);
    if (told !== undefined) opened.set(event.revision, told);
  }
  return opened;
};

/** What a party is told of an event; `undefined` for the house's own. */
const forParty = (item: HistoryItem, party: string): HistoryItem | undefined => {
  if (!isComplaintEvent(item)) return undefined;
  if (!isForParties(item)) return undefined;
  const hidden = fieldsHiddenFrom(item, party);
  if (hidden.length === 0) return item;
  const data = Object.fromEntries(Object.entries(item.data).filter(([field]) => !hidden.includes(field)));
  return { ...item, data };
};

/**
 * The view without what follows from events that a party is not told of: where it stands is told by the others alone. The
 * public status is that which any list tells.
 */
const partyView = (
  view: CaseFull,
  { complaint, folio }: CaseFile,
  events: readonly StoredEvent[],
  party: string,
): CaseFull => {
  const told = caseFromEvents(
    complaint,
    events.filter((event) => !isComplaintEvent(event) || isForParties(event)),
    folio,
  );
  return {
    ...view,
    ...told?.facets,
    kind: view.kind,
    severity: null,
    owner: null,
    history: view.history.flatMap((item) => forParty(item, party) ?? []),
  };
};

/** That an authority opened the request again is the matter of that authority. */
const withoutItsReason = (item: HistoryItem, before: StoredEvent | undefined, isTold: Told): HistoryItem => {
  const isAnothers =
    item.type === 'Reopened' &&
    (before?.type === 'AuthorityResolved' || before?.type === 'ResolutionCorrected') &&
    !isTold(before);
  const { reason: _another, ...data } = item.data;
  return isAnothers ? { ...item, data } : item;
};

/** The view of an authority: without what is before another one, and without what follows from it. */
const authorityView = (
  view: CaseFull,
  { complaint, folio }: CaseFile,
  events: readonly StoredEvent[],
  isTold: Told,
): CaseFull => {
  const told = caseFromEvents(complaint, events.filter(isTold), folio);
  if (told === undefined) return view;
  const { proceedings, toCarryOut, escalation, untold } = told.facets;
  const byRevision = new Map(events.map((event) => [event.revision, event]));
  const history = told.history.map((item) =>
    withoutItsReason(item, byRevision.get(item.revision - 1), isTold),
  );
  return { ...view, proceedings, toCarryOut, escalation, untold, history };
};

const viewFor = (
  file: CaseFile,
  viewer: By,
  audience: Audience,
  events: readonly StoredEvent[],
  isTold: Told,
): CaseFull => {
  const view = fullOf(file);
  if (audience === 'authority') return authorityView(view, file, events, isTold);
  return seesTheHouse(audience) ? view : partyView(view, file, events, partyOf(viewer));
};

/**
 * A case as a viewer may see it, by what they are to it as it stands today: an unverified party learns where it stands
 * and no more (I-20); personal values are opened at this moment, for those who may read them, and are kept nowhere
 * (design: Rows).
 */
export const disclose = async (
  file: CaseFile,
  viewer: By,
  today: Viewed,
  { events, isTold }: { readonly events: readonly StoredEvent[]; readonly isTold: Told },
  codec: Codec,
): Promise<CaseView> => {
  const audience = audienceOf(viewer, today);
  if (audience === 'nobody') return briefOf(file);
  const opened = await openFor(viewer, audience, events, codec);
  const view = viewFor(file, viewer, audience, events, isTold);
  return {
    ...view,
    history: view.history.map((item) => {
      const told = opened.get(item.revision);
      return told === undefined ? item : { ...item, ...told };
    }),
  };
};
