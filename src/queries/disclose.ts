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
import type { CaseFile, HistoryItem } from './case-file.js';
import type { StoredEvent } from '../application/ports/event-store.js';
import type { Codec } from '../application/schema/codec.js';
import { caseFromEvents } from './case-from-events.js';
import { briefOf, fullOf, type CaseFull, type CaseView } from './case-view.js';

/** Whether the viewer is told of an event, by whose matter it is. */
type Told = (event: StoredEvent) => boolean;

type Opened = Readonly<Record<string, JsonObject>>;

/** The personal values of an event that this viewer reads, by person. */
const openedOf = async (
  viewer: By,
  audience: Audience,
  event: StoredEvent,
  codec: Codec,
): Promise<Opened | undefined> => {
  if (event.sealed === undefined || !isComplaintEvent(event)) return undefined;
  const persons = Object.entries(await codec.open(event)).flatMap(([person, values]) => {
    const kept = Object.entries(values).filter(([field]) =>
      reads(audience, wordsIn(event, field, event.metadata.role), person, viewer),
    );
    return kept.length === 0 ? [] : [[person, Object.fromEntries(kept)] as const];
  });
  return persons.length === 0 ? undefined : Object.fromEntries(persons);
};

const openFor = async (
  viewer: By,
  audience: Audience,
  events: readonly StoredEvent[],
  codec: Codec,
): Promise<ReadonlyMap<number, Opened>> => {
  const opened = new Map<number, Opened>();
  if (!opensAny(audience)) return opened;
  for (const event of events) {
    const personal = await openedOf(viewer, audience, event, codec);
    if (personal !== undefined) opened.set(event.revision, personal);
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
      const personal = opened.get(item.revision);
      return personal === undefined ? item : { ...item, personal };
    }),
  };
};
