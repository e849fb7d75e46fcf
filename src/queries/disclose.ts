import type { By } from '../application/commands/actors.js';
import { isComplaintEvent } from '../domain/complaint/evolve.js';
import { userMaySee } from '../domain/texts/certificate/history.js';
import type { JsonObject } from '../domain/kernel/json.js';
import type { CaseFile, HistoryItem } from './case-file.js';
import type { StoredEvent } from '../application/ports/event-store.js';
import type { Codec } from '../application/schema/codec.js';
import { briefOf, fullOf, type CaseView } from './case-view.js';
import { mayOpen, maySee } from './viewer.js';

type Opened = Readonly<Record<string, JsonObject>>;

/** The personal values of these events that this viewer may see, by revision. */
const openFor = async (
  viewer: By,
  file: CaseFile,
  events: readonly StoredEvent[],
  codec: Codec,
): Promise<ReadonlyMap<number, Opened>> => {
  const opened = new Map<number, Opened>();
  for (const event of events) {
    const persons = Object.keys(event.sealed ?? {}).filter((person) => mayOpen(viewer, file, person));
    if (persons.length === 0) continue;
    const all = Object.entries(await codec.open(event)).filter(([person]) => persons.includes(person));
    if (all.length > 0) opened.set(event.revision, Object.fromEntries(all));
  }
  return opened;
};

/** A user sees of their own request everything but the house's own notes and signals. */
const visibleTo =
  ({ role }: By) =>
  (item: HistoryItem): boolean =>
    role !== 'user' || !isComplaintEvent(item) || userMaySee(item);

/**
 * A case as a viewer may see it: an unverified party learns where it stands and no more (I-20); personal values are opened
 * at this moment, for those who may see them, and are kept nowhere (design: Rows).
 */
export const disclose = async (
  file: CaseFile,
  viewer: By,
  events: () => Promise<readonly StoredEvent[]>,
  codec: Codec,
): Promise<CaseView> => {
  if (!maySee(viewer, file)) return briefOf(file);
  const persons = [file.subscriber, file.reporter, file.technician];
  const opensAny = persons.some((person) => person !== null && mayOpen(viewer, file, person));
  const opened = opensAny ? await openFor(viewer, file, await events(), codec) : new Map<number, Opened>();
  const view = fullOf(file);
  return {
    ...view,
    history: file.history.filter(visibleTo(viewer)).map((item) => {
      const personal = opened.get(item.revision);
      return personal === undefined ? item : { ...item, personal };
    }),
  };
};
