import type { EventType } from '../../../application/schema/catalogue.js';
import type { StoredEvent } from '../../../application/ports/event-store.js';
import type { Quejas } from '../../../composition/quejas.js';
import { inline } from '../../../domain/texts/plain-text.js';
import { actorTold } from '../../../domain/texts/labels/house-actors.js';
import { roleLabels } from '../../../domain/texts/labels/people.js';
import { fault } from '../faults.js';
import { flag } from '../flags/flag.js';
import { textOf, textsOf } from '../flags/option-values.js';
import { done } from '../exit-status.js';
import type { Subcommand } from '../program/subcommand.js';
import type { Options } from '../flags/read-flags.js';
import type { Session } from '../session/session.js';
import { checkInterrupt } from '../session/check-interrupt.js';
import { withQuejas } from '../session/with-quejas.js';
import { jsonLine } from '../terminal/json-line.js';
import { lookingGroup } from './groups.js';
import { wordsFor } from './words.js';

const pageSize = 500;

const asJson = ({
  position,
  stream,
  revision,
  type,
  occurredAt,
  recordedAt,
  data,
  metadata,
  ...rest
}: StoredEvent) =>
  jsonLine({
    position,
    stream,
    revision,
    type,
    occurredAt,
    recordedAt,
    data,
    metadata,
    id: rest.id,
    version: rest.version,
    zone: rest.zone,
  });

type Write = (event: StoredEvent) => string;

/** What a person reads of an event: when, what, of which stream, and who. */
const asTextFor = async ({ language }: Session, { zone }: Quejas['provider']): Promise<Write> => {
  const [{ eventNames }, { shortMomentsIn }] = await Promise.all([
    import('./event-names.js'),
    import('../../../domain/texts/short-moments.js'),
  ]);
  const { exact } = shortMomentsIn(zone, language);
  const word = wordsFor(language);
  return ({ position, occurredAt, type, stream, revision, metadata }) => {
    const when = exact(occurredAt);
    const what = word(eventNames, type);
    const role = word(roleLabels, metadata.role);
    const actor = actorTold(metadata.role, metadata.actor, language);
    return `${[position, when, what, `${stream}#${revision}`, role, actor].map(inline).join('\t')}\n`;
  };
};

interface Filter {
  readonly limit: number;
  readonly folio?: string;
  readonly types?: readonly EventType[];
}

/** The types asked for, by code or name. Throws `choice-invalid` for one that no event has: an empty result would not show the mistake. */
const typesOf = async (options: Options): Promise<readonly EventType[]> => {
  const types = textsOf(options, 'type');
  if (types.length === 0) return [];
  const { eventTypeMeant } = await import('./event-names.js');
  return types.map(eventTypeMeant);
};

const filterOf = async (options: Options): Promise<Filter> => {
  const folio = textOf(options, 'folio');
  const types = await typesOf(options);
  return {
    limit: pageSize,
    ...(folio === undefined ? {} : { folio }),
    ...(types.length === 0 ? {} : { types }),
  };
};

/** Prints page by page, never more than is read, and gives how many there were. */
const printAll = async (
  session: Session,
  quejas: Quejas,
  filter: Filter,
  start: string | undefined,
): Promise<number> => {
  const write = session.json ? asJson : await asTextFor(session, quejas.provider);
  let after = start;
  let seen = 0;
  for (;;) {
    checkInterrupt(session);
    const page = await quejas.events({ ...filter, ...(after === undefined ? {} : { after }) });
    seen += page.events.length;
    await session.out.write(page.events.map(write).join(''));
    if (page.caughtUp || page.next === undefined) return seen;
    after = page.next;
  }
};

export const events: Subcommand = {
  name: 'events',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'Los eventos en el orden del almacén, uno por línea',
    en: "The events in the store's order, one a line",
  },
  flags: [
    flag('folio', 'text', 'Sólo los de esta solicitud', 'Only those of this request'),
    flag('after', 'text', 'Desde dónde seguir: una posición', 'Where to go on: a position'),
    flag(
      'type',
      'texts',
      'Sólo los de este tipo, por su nombre o su código; se puede repetir',
      'Only those of this type, by name or code; may be repeated',
    ),
  ],
  run: async (session, { options }) => {
    const filter = await filterOf(options);
    const { folio } = filter;
    const after = textOf(options, 'after');
    const seen = await withQuejas(session, 'read', (quejas) => printAll(session, quejas, filter, after), {
      readsRows: folio !== undefined,
    });
    const everything = filter.types === undefined && after === undefined;
    if (folio !== undefined && seen === 0 && everything) throw fault('folio-unknown', { folio });
    return done;
  },
};
