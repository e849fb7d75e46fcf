import type { Instant } from '../../kernel/instant.js';
import type { FileOfAuthority } from './messages.js';

/** A proceeding before an authority, as it stands. */
export interface Proceeding extends FileOfAuthority {
  /**
   * While it is open the complaint cannot be closed (I-17), nor while what was resolved for the user, or agreed, is
   * `to-carry-out`.
   */
  readonly stands: 'open' | 'to-carry-out' | 'resolved';
  /** Present once what was resolved for the user, or agreed, was done. */
  readonly carriedOut?: true;
  /** When the parties are heard, as last fixed; `null` where no hearing is fixed, or it was held. */
  readonly hearingAt: Instant | null;
  /** What the authority requires and has no answer to yet, in the order it came: until when. */
  readonly requirements: readonly { readonly number: number; readonly dueAt: Instant }[];
  /** How many requirements came. */
  readonly required: number;
  /** Until when what was resolved or agreed has to be carried out; `null` where that was not said. */
  readonly dueAt: Instant | null;
}

/** Proceedings by their key. */
export type Proceedings = Readonly<Record<string, Proceeding>>;

/** What a proceeding is known by: its authority and the number that it gave the file, both in capitals or not. */
export const proceedingKey = ({ authority, reference }: FileOfAuthority): string =>
  `${authority} ${reference}`.toLowerCase();

/** The proceeding of a file; `undefined` where it is not known. */
export const proceedingOf = (proceedings: Proceedings, file: FileOfAuthority): Proceeding | undefined => {
  const key = proceedingKey(file);
  return Object.hasOwn(proceedings, key) ? proceedings[key] : undefined;
};

const open = (proceedings: Proceedings): readonly Proceeding[] =>
  Object.values(proceedings).filter(({ stands }) => stands === 'open');

/** How many proceedings are open. */
export const countOpen = (proceedings: Proceedings): number => open(proceedings).length;

/** The proceedings of which a resolution or an agreement is not carried out yet. */
export const toCarryOutOf = (proceedings: Proceedings): readonly Proceeding[] =>
  Object.values(proceedings).filter(({ stands }) => stands === 'to-carry-out');

/** Until when each requirement that has no answer yet is to be answered. */
export const openRequirements = (proceedings: Proceedings): readonly Instant[] =>
  open(proceedings).flatMap(({ requirements }) => requirements.map(({ dueAt }) => dueAt));

/** When each hearing that is fixed takes place. */
export const openHearings = (proceedings: Proceedings): readonly Instant[] =>
  open(proceedings).flatMap(({ hearingAt }) => (hearingAt === null ? [] : [hearingAt]));
