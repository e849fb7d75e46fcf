import type { Facets } from '../domain/complaint/facets.js';
import { publicStatus } from '../domain/complaint/status.js';
import type { Kind, Status } from '../domain/complaint/vocabulary.js';
import type { Instant, Moment } from '../domain/kernel/instant.js';
import type { CaseFile } from './case-file.js';

/**
 * What anybody is told of a folio: where it stands, and no more (I-20). It has no revision: that would tell how much
 * happened, and no command with `expectedRevision` comes from an actor who sees no more than this.
 */
export interface CaseBrief {
  /** Tells the two views apart: this one is all that an actor may see who is not verified, or no party. */
  readonly view: 'brief';
  /** The number the user was given, with its check character. */
  readonly folio: string;
  /** What sort of request it is; null where it was not told yet. */
  readonly kind: Kind | null;
  /** The public status, derived from the facets of the case. */
  readonly status: Status;
}

/** A case as staff and its verified parties see it: where it stands in each respect, its people and its history. */
export interface CaseFull
  extends Omit<CaseBrief, 'view'>, Omit<Facets, 'kind'>, Omit<CaseFile, 'facets' | 'folio' | 'complaint'> {
  /** Tells the two views apart. */
  readonly view: 'full';
  /**
   * Revision of the last event that counts: what `expectedRevision` of a command is compared with. Events that this
   * actor may not see count too.
   */
  readonly revision: number;
}

/** A case as it is shown: `view` says how much of it. */
export type CaseView = CaseBrief | CaseFull;

const publicPart = ({ folio, facets }: CaseFile) => ({
  folio,
  kind: facets.kind,
  status: publicStatus(facets),
});

export const briefOf = (file: CaseFile): CaseBrief => ({ ...publicPart(file), view: 'brief' });

/** Everything but what is personal; the fields come in a fixed order. */
export const fullOf = (file: CaseFile): CaseFull => {
  const { kind, ...others } = file.facets;
  const { subscriber, reporter, technician, contract, channel, severity, area, owner, receivedAt, history } =
    file;
  const people = { subscriber, reporter, technician, owner };
  return {
    ...publicPart(file),
    view: 'full',
    revision: history.at(-1)?.revision ?? -1,
    ...others,
    kind,
    ...people,
    contract,
    channel,
    severity,
    area,
    receivedAt,
    history,
  };
};

/** Read the case as it stood: what had happened by `at`, of what was known by `knownAt` (design: Time). */
export interface AsOf {
  /** The facts had happened by then: a `Date`, or ISO 8601 with an offset. */
  readonly at?: Moment;
  /** They had been recorded by then: a `Date`, or ISO 8601 with an offset. */
  readonly knownAt?: Moment;
}

/** The same, read. */
export interface AsOfInstants {
  /** The facts had happened by then. */
  readonly at?: Instant;
  /** They had been recorded by then. */
  readonly knownAt?: Instant;
}
