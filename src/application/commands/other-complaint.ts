import type { OtherComplaint, Relationship } from '../../domain/complaint/shapes.js';
import type { ComplaintState } from '../../domain/complaint/state.js';
import type { ComplaintCommands } from '../../domain/complaint/commands.js';
import type { Rejection } from '../../domain/kernel/decision.js';
import type { CommandOf } from '../../domain/kernel/message.js';
import type { Filing } from './dto/inputs.js';
import type { FolioIndex } from './folio-index.js';

/** A command that names another complaint by its folio. */
type Naming = CommandOf<ComplaintCommands, 'markDuplicate' | 'correctDuplicate' | 'linkTo'>;

export const namesAnother = (command: { readonly type: string }): command is Naming =>
  command.type === 'markDuplicate' || command.type === 'correctDuplicate' || command.type === 'linkTo';

/** True for a command that ends a complaint in favour of the one it names. */
export const endsInFavour = (command: { readonly type: string }): boolean =>
  command.type === 'markDuplicate' || command.type === 'correctDuplicate';

const otherIn = (command: Naming): string =>
  command.type === 'linkTo' ? command.data.other : command.data.of;

/**
 * The same command with the other folio as it is written. A folio that no request has is refused: nothing may end as
 * the duplicate of nothing.
 */
export const withFoundFolio = async (
  command: Naming,
  index: FolioIndex,
): Promise<Naming | ({ readonly ok: false } & Rejection)> => {
  const found = await index.find(otherIn(command));
  if (!found.ok) return found;
  switch (command.type) {
    case 'linkTo':
      return { type: command.type, data: { ...command.data, other: found.folio } };
    case 'markDuplicate':
      return { type: command.type, data: { ...command.data, of: found.folio } };
    case 'correctDuplicate':
      return { type: command.type, data: { ...command.data, of: found.folio } };
  }
};

/** The same filing with the folios it names as they are written, or why one of them is no request's. */
export const withFoundRelationships = async (
  filing: Filing,
  index: FolioIndex,
): Promise<{ readonly ok: true; readonly filing: Filing } | ({ readonly ok: false } & Rejection)> => {
  const { relationships } = filing;
  if (relationships === undefined) return { ok: true, filing };
  const named: Relationship[] = [];
  for (const { folio, kind } of relationships) {
    const found = await index.find(folio);
    if (!found.ok) return found;
    named.push({ folio: found.folio, kind });
  }
  return { ok: true, filing: { ...filing, relationships: named } };
};

/** What a decision is told of other complaints. */
export interface Others {
  readonly other?: OtherComplaint;
  readonly goesOn?: OtherComplaint;
}

interface OtherComplaintParts {
  readonly index: FolioIndex;
  /** A complaint as it stands in the store now, with what other programs appended. */
  readonly current: (complaint: string) => Promise<ComplaintState>;
}

const told = (folio: string, state: ComplaintState): OtherComplaint => ({
  folio,
  subscriber: state.subscriber,
  reporter: state.reporter,
  ending: state.facets.ending,
});

/** Looks at the other complaints that a decision asks about. */
export const otherComplaints = ({ index, current }: OtherComplaintParts) => {
  const stateOf = async (folio: string): Promise<ComplaintState | undefined> => {
    const found = await index.find(folio);
    return found.ok ? current(found.complaint) : undefined;
  };

  /** Where a duplicate goes on; `undefined` where its duplicates lead back to it. */
  const goesOn = async ({ folio, duplicate }: ComplaintState): Promise<OtherComplaint | undefined> => {
    const seen = new Set([folio]);
    for (let next = duplicate?.of; next !== undefined && !seen.has(next);) {
      seen.add(next);
      const state = await stateOf(next);
      if (state === undefined) return undefined;
      if (state.duplicate === null) return told(next, state);
      next = state.duplicate.of;
    }
    return undefined;
  };

  return async (command: { readonly type: string } | Naming, state: ComplaintState): Promise<Others> => {
    const named = namesAnother(command) && command.type !== 'linkTo' ? otherIn(command) : undefined;
    const [one, last] = await Promise.all([
      named === undefined ? undefined : stateOf(named),
      state.duplicate === null ? undefined : goesOn(state),
    ]);
    return {
      ...(named !== undefined && one !== undefined && { other: told(named, one) }),
      ...(last !== undefined && { goesOn: last }),
    };
  };
};
