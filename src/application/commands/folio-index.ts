import { parseFolio } from '../../domain/folio/parse.js';
import type { Rejection } from '../../domain/kernel/decision.js';

/** The complaint a folio names. It never changes (I-02), so what was learned once stays true. */
export interface FoundFolio {
  readonly ok: true;
  /** As it is written. */
  readonly folio: string;
  readonly complaint: string;
}

export type FolioSearch = FoundFolio | ({ readonly ok: false } & Rejection);

export interface FolioIndex {
  /** The complaint, where it is at hand and the folio is written as it should be. */
  readonly known: (folio: string) => FoundFolio | undefined;
  /** The complaint of a folio as people type it; `folio-unknown`, or why it is no folio of this provider. */
  readonly find: (folio: string) => Promise<FolioSearch>;
  readonly remember: (folio: string, complaint: string) => void;
}

/** Folios kept at hand; beyond, the oldest is looked up again. */
const kept = 20_000;

export const createFolioIndex = (
  prefix: string,
  lookUp: (folio: string, number: number) => Promise<string | undefined>,
): FolioIndex => {
  const found = new Map<string, FoundFolio>();

  const remember = (folio: string, complaint: string): FoundFolio => {
    const known = { ok: true, folio, complaint } as const;
    found.set(folio, known);
    const oldest = found.size > kept ? found.keys().next() : undefined;
    if (oldest?.done === false) found.delete(oldest.value);
    return known;
  };

  const find = async (text: string): Promise<FolioSearch> => {
    const atHand = found.get(text);
    if (atHand !== undefined) return atHand;
    const read = parseFolio(text, prefix);
    if (!read.ok) return read;
    const { folio, number } = read;
    const known = found.get(folio);
    if (known !== undefined) return known;
    const complaint = await lookUp(folio, number);
    return complaint === undefined
      ? { ok: false, code: 'folio-unknown', details: { folio } }
      : remember(folio, complaint);
  };

  return {
    known: (folio) => found.get(folio),
    find,
    remember: (folio, complaint) => void remember(folio, complaint),
  };
};
