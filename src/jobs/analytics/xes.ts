import type { WriteBytes } from '../../application/ports/table-file.js';
import { personOf, type Step, type ToldComplaint } from './tables/told-complaint.js';

const head = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<global scope="trace">
<string key="concept:name" value=""/>
</global>
<global scope="event">
<string key="concept:name" value=""/>
<date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/>
<string key="lifecycle:transition" value="complete"/>
</global>
<classifier name="Activity" keys="concept:name"/>
<string key="lifecycle:model" value="standard"/>
`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

const text = (key: string, value: string | null | undefined): string =>
  value === null || value === undefined ? '' : `<string key="${key}" value="${escaped(value)}"/>\n`;

const eventOf = (told: ToldComplaint, { event, status, area }: Step): string =>
  [
    '<event>\n',
    text('concept:name', event.type),
    `<date key="time:timestamp" value="${event.occurredAt}"/>\n`,
    text('lifecycle:transition', 'complete'),
    text('org:resource', personOf(told, event.metadata.actor)),
    text('org:role', event.metadata.role),
    text('org:group', area),
    text('status', status),
    '</event>\n',
  ].join('');

const byTime = (one: Step, other: Step): number => {
  if (one.event.occurredAt === other.event.occurredAt) return one.event.revision - other.event.revision;
  return one.event.occurredAt < other.event.occurredAt ? -1 : 1;
};

const traceOf = (told: ToldComplaint): string => {
  const { complaint, filing, state } = told;
  return [
    '<trace>\n',
    text('concept:name', complaint),
    text('kind', state.about?.kind ?? filing.kind),
    text('channel', filing.channel),
    text('severity', state.severity),
    text('municipality', filing.municipality),
    text('ending', state.facets.ending),
    ...[...told.chosen].sort(byTime).map((step) => eventOf(told, step)),
    '</trace>\n',
  ].join('');
};

/** A log in XES (IEEE 1849): a trace for each complaint, its events in the order in which they happened. */
export const xesLog = (write: WriteBytes) => {
  let events = 0;
  write(Buffer.from(head));
  return {
    add: (told: ToldComplaint): void => {
      if (told.chosen.length === 0) return;
      events += told.chosen.length;
      write(Buffer.from(traceOf(told)));
    },
    /** Ends the log; gives how many events it has. */
    finish: (): number => {
      write(Buffer.from('</log>\n'));
      return events;
    },
  };
};
