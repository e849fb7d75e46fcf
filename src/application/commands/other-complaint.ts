import type { CommandOf } from '../../domain/kernel/message.js';
import type { ComplaintCommands } from '../../domain/complaint/commands.js';
import type { Rejection } from '../../domain/kernel/decision.js';
import type { FolioIndex } from './folio-index.js';

/** A command that names another complaint by its folio. */
type Naming = CommandOf<ComplaintCommands, 'markDuplicate' | 'linkTo'>;

export const namesAnother = (command: { readonly type: string }): command is Naming =>
  command.type === 'markDuplicate' || command.type === 'linkTo';

/**
 * The same command with the other folio as it is written. A folio that no request has is refused: nothing may end as
 * the duplicate of nothing.
 */
export const withFoundFolio = async (
  command: Naming,
  index: FolioIndex,
): Promise<Naming | ({ readonly ok: false } & Rejection)> => {
  const found = await index.find(command.type === 'linkTo' ? command.data.other : command.data.of);
  if (!found.ok) return found;
  return command.type === 'linkTo'
    ? { type: command.type, data: { ...command.data, other: found.folio } }
    : { type: command.type, data: { of: found.folio } };
};
