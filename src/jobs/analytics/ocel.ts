import type { WriteBytes } from '../../application/ports/table-file.js';
import { complaintEventTypes } from '../../domain/complaint/evolve.js';
import type { ComplaintState } from '../../domain/complaint/state.js';
import { publicStatus } from '../../domain/complaint/status.js';
import { standingsOf } from './standings.js';
import { personOf, type Step, type ToldComplaint } from './tables/told-complaint.js';

interface Relationship {
  readonly objectId: string;
  readonly qualifier: string;
}

const typed = (...names: readonly string[]) => names.map((name) => ({ name, type: 'string' }));

const objectTypes = [
  { name: 'complaint', attributes: typed('kind', 'channel', 'severity', 'municipality', 'status') },
  ...['subscriber', 'contract', 'technician', 'area', 'visit', 'outage'].map((name) => ({
    ...{ name, attributes: [] },
  })),
];

const eventTypes = complaintEventTypes.map((name) => ({
  ...{ name, attributes: typed('role', 'status', 'cycle', 'recorded_at') },
}));

/** The object of a type by its name; the same name may stand in several types. */
const idOf = (type: string, name: string): string => `${type}:${name}`;

const related = (
  type: string,
  name: string | null | undefined,
  qualifier: string = type,
): readonly Relationship[] =>
  name === null || name === undefined ? [] : [{ objectId: idOf(type, name), qualifier }];

const visitOf = (told: ToldComplaint, { event }: Step): string | null => {
  const number: unknown = Reflect.get(event.data, 'visit');
  return typeof number === 'number' ? `${told.complaint}/${String(number)}` : null;
};

const outageOf = ({ pseudonym }: ToldComplaint, { event: { type, data } }: Step): string | null =>
  (type === 'MassOutageLinked' || type === 'MassOutageCorrected') && data.outage !== undefined
    ? pseudonym('outage', data.outage)
    : null;

/** Subscriber and contract of the filing, which every event is about through its complaint. */
const partiesOf = (told: ToldComplaint): readonly Relationship[] => {
  const { filing, pseudonym } = told;
  return [
    ...related('subscriber', personOf(told, filing.subscriber)),
    ...related('contract', filing.contract === undefined ? null : pseudonym('contract', filing.contract)),
  ];
};

const relationsOf = (told: ToldComplaint, step: Step): readonly Relationship[] => [
  ...related('complaint', told.complaint),
  ...(step.event.type === 'Filed' ? partiesOf(told) : []),
  ...related('technician', personOf(told, step.technician)),
  ...related('area', step.area),
  ...related('visit', visitOf(told, step)),
  ...related('outage', outageOf(told, step)),
];

const eventOf = (told: ToldComplaint, step: Step) => {
  const { event, status, cycle } = step;
  return {
    id: `${told.complaint}/${String(event.revision)}`,
    type: event.type,
    time: event.occurredAt,
    attributes: [
      { name: 'role', value: event.metadata.role },
      { name: 'status', value: status },
      { name: 'cycle', value: String(cycle) },
      { name: 'recorded_at', value: event.recordedAt },
    ],
    relationships: relationsOf(told, step),
  };
};

/** What may change in a complaint, as it stood. */
const changing = ({ filing, about, severity, facets }: ComplaintState): Readonly<Record<string, string>> =>
  filing === null
    ? {}
    : { kind: about === null ? filing.kind : about.kind, severity, status: publicStatus(facets) };

/** What a complaint was when it was received, and each value that it came to since: one an attribute and instant. */
const attributesOf = ({ filing, steps }: ToldComplaint) => {
  const fixed = Object.entries({ channel: filing.channel, municipality: filing.municipality }).flatMap(
    ([name, value]) => (value === undefined ? [] : [{ name, value, time: filing.receivedAt }]),
  );
  const now = new Map<string, string>();
  const changes = standingsOf(steps).flatMap(({ at, state }) =>
    Object.entries(changing(state)).flatMap(([name, value]) => {
      if (now.get(name) === value) return [];
      now.set(name, value);
      return [{ name, value, time: at }];
    }),
  );
  return [...fixed, ...changes];
};

const complaintOf = (told: ToldComplaint) => {
  const { complaint, state, pseudonym } = told;
  return {
    id: idOf('complaint', complaint),
    type: 'complaint',
    attributes: attributesOf(told),
    relationships: [
      ...partiesOf(told),
      ...state.outages.flatMap(({ outage }) => related('outage', pseudonym('outage', outage))),
    ],
  };
};

/** Writes the elements of a JSON array, one a line. */
const listTo = (write: WriteBytes) => {
  let count = 0;
  return {
    add: (element: unknown): void => {
      write(Buffer.from(`${count === 0 ? '' : ','}\n${JSON.stringify(element)}`));
      count += 1;
    },
    count: () => count,
  };
};

/** Where objects are kept until all events are written. */
export interface Spool {
  readonly write: WriteBytes;
  /** Gives all that was written, in its order, and takes it away. */
  readonly drain: (into: WriteBytes) => void;
}

/**
 * A log in OCEL 2.0 (JSON): complaints, subscribers, contracts, technicians, areas, visits and outages. Each object stands
 * once, so the names of those that several complaints may have are remembered, about a hundred bytes each.
 */
export const ocelLog = (write: WriteBytes, spool: Spool) => {
  const types = { eventTypes, objectTypes };
  write(Buffer.from(`${JSON.stringify(types).slice(0, -1)},\n"events":[`));
  const [events, objects] = [listTo(write), listTo(spool.write)];
  const written = new Set<string>();
  const mention = ({ objectId }: Relationship): void => {
    const type = objectId.slice(0, objectId.indexOf(':'));
    if (type === 'complaint' || written.has(objectId)) return;
    if (type !== 'visit') written.add(objectId);
    objects.add({ id: objectId, type });
  };
  return {
    add: (told: ToldComplaint): void => {
      const visits = new Set<string>();
      for (const step of told.chosen) {
        const event = eventOf(told, step);
        events.add(event);
        for (const relation of event.relationships) {
          if (relation.qualifier === 'visit') {
            if (visits.has(relation.objectId)) continue;
            visits.add(relation.objectId);
          }
          mention(relation);
        }
      }
      const complaint = complaintOf(told);
      complaint.relationships.forEach(mention);
      objects.add(complaint);
    },
    /** Ends the log; gives how many events it has. */
    finish: (): number => {
      write(Buffer.from('\n],\n"objects":['));
      spool.drain(write);
      write(Buffer.from('\n]}\n'));
      return events.count();
    },
  };
};
