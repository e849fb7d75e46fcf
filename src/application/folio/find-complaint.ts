import { hourMs } from '../../domain/kernel/durations.js';
import { instantOf, millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import { reasonOf } from '../errors/reason-of.js';
import { storeErrorSaying } from '../errors/store-error.js';
import { scopeOf } from '../identity/scope.js';
import { idInStream, prefixOf, streamName } from '../identity/stream-name.js';
import type { EventStore, Page, Position, StoredEvent } from '../ports/event-store.js';
import type { FolioAnswer, FolioRegister } from '../ports/folio-register.js';
import type { Logger } from '../ports/logger.js';
import type { Timers } from '../ports/timers.js';
import { lentBlocks, type LentSpan } from './lent-blocks.js';

interface FindComplaintParts {
  readonly store: EventStore;
  /** Absent for a store that keeps none: then the events alone are searched. */
  readonly register?: FolioRegister | undefined;
  readonly namespace: string;
  readonly provider: string;
  /** Names the stream of its numbers. */
  readonly prefix: string;
  readonly timers: Timers;
  readonly logger: Logger;
  /** Milliseconds that a search of the events may take. */
  readonly timeout: number;
}

/** The complaint of a folio and of its number; `undefined` where no complaint has it. Throws `folios-behind`. */
export type FindComplaint = (folio: string, number: number) => Promise<string | undefined>;

const pageSize = 500;

/**
 * A request may be stored some time after it was given its number, and by a clock that is ahead or behind: a search
 * goes on until a whole page was recorded this many milliseconds after the block's end.
 */
const lateness = hourMs;

const latest = (one: Position, other: Position | undefined): Position =>
  other !== undefined && other > one ? other : one;

/** Whether no later page can hold what was recorded by `end`. */
const isLast = ({ events, caughtUp }: Page, end: Instant): boolean =>
  caughtUp || (events.length > 0 && events.every(({ recordedAt }) => recordedAt > end));

const nothingKnown: FolioAnswer = { kind: 'behind', upTo: undefined };

/** Finds complaints by the register, and where that is behind by the events of the block that the number was lent in. */
export const complaintFinder = (parts: FindComplaintParts): FindComplaint => {
  const { store, register, namespace, provider, prefix, timers, logger, timeout } = parts;
  const blocks = lentBlocks(store, streamName(namespace, 'folio', prefix));
  const prefixes = [prefixOf(namespace, 'complaint')];
  const scope = scopeOf(namespace, provider);

  /** A register that cannot be read is as good as one that has read nothing: the events have the answer. */
  const ask = async (folio: string): Promise<FolioAnswer> => {
    if (register === undefined) return nothingKnown;
    try {
      return await register.find(scope, folio);
    } catch (fault) {
      logger.warn('folio register not readable', { reason: reasonOf(fault) });
      return nothingKnown;
    }
  };

  const assigns = ({ data, metadata }: StoredEvent, folio: string): boolean =>
    data['folio'] === folio && metadata.provider === provider;

  const searchIn = async (
    folio: string,
    { after, until }: LentSpan,
    isOver: () => boolean,
  ): Promise<string | undefined> => {
    const end = instantOf(millisecondsOf(until) + lateness);
    let at = after;
    while (!isOver()) {
      const page = await store.readAll({ limit: pageSize, types: ['FolioAssigned'], prefixes, after: at });
      const found = page.events.find((event) => assigns(event, folio));
      if (found !== undefined) return idInStream(found.stream);
      if (page.next === undefined || isLast(page, end)) return undefined;
      at = page.next;
      // A store in this process answers without leaving it: other work has its turn between two pages.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return undefined;
  };

  const search = async (
    folio: string,
    number: number,
    upTo: Position | undefined,
    isOver: () => boolean,
  ): Promise<string | undefined> => {
    const span = await blocks.spanOf(number);
    return span === undefined
      ? undefined
      : searchIn(folio, { ...span, after: latest(span.after, upTo) }, isOver);
  };

  const searchInTime = (folio: string, number: number, upTo: Position | undefined) =>
    new Promise<string | undefined>((resolve, reject) => {
      let over = false;
      const cancel = timers.after(timeout, () => {
        over = true;
        reject(
          storeErrorSaying(
            'folios-behind',
            { reason: `> ${String(timeout / 1000)} s` },
            { es: `más de ${String(timeout / 1000)} s`, en: `more than ${String(timeout / 1000)} s` },
          ),
        );
      });
      void search(folio, number, upTo, () => over)
        .then(resolve, reject)
        .finally(cancel);
    });

  return async (folio, number) => {
    const answer = await ask(folio);
    if (answer.kind === 'found') return idInStream(answer.stream);
    return answer.kind === 'none' ? undefined : searchInTime(folio, number, answer.upTo);
  };
};
