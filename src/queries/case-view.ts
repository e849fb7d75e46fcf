import type { Facets } from '../domain/complaint/facets.js';
import { publicStatus } from '../domain/complaint/status.js';
import type { Kind, Status } from '../domain/complaint/vocabulary.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { CaseFile } from './case-file.js';

/** What an unverified party learns of a folio (I-20). */
export interface CaseBrief {
  /** The number the user was given, with its check character. */
  readonly folio: string;
  /** What sort of request it is; null where it was not told yet. */
  readonly kind: Kind | null;
  /** The public status, derived from the facets of the case. */
  readonly status: Status;
}

/** A case as a verified party sees it. */
export type CaseView = CaseBrief &
  Partial<Omit<Facets, 'kind'> & Omit<CaseFile, 'facets' | 'folio' | 'complaint'>>;

export const briefOf = ({ folio, facets }: CaseFile): CaseBrief => ({
  folio,
  kind: facets.kind,
  status: publicStatus(facets),
});

/** Everything but what is personal; the fields come in a fixed order. */
export const viewOf = (file: CaseFile): CaseView => {
  const { kind, ...others } = file.facets;
  const { subscriber, reporter, technician, contract, channel, severity, area, owner, receivedAt, history } =
    file;
  const people = { subscriber, reporter, technician, owner };
  return {
    ...briefOf(file),
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
  /** UTC instant that the facts had happened by. */
  readonly at?: Instant;
  /** UTC instant that they had been recorded by. */
  readonly knownAt?: Instant;
}
