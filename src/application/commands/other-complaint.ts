import type { CommandOf } from '../../domain/kernel/message.js';
import type { ComplaintCommands } from '../../domain/complaint/commands.js';
import type { Rejection } from '../../domain/kernel/decision.js';
import type { FolioIndex } from './folio-index.js';

/** A command that names another complaint by its folio. */
type Naming = CommandOf<ComplaintCommands, 'markDuplicate' | 'correctDuplicate' | 'linkTo'>;

export const namesAnother = (command: { readonly type: string }): command is Naming =>
  command.type === 'markDuplicate' || command.type === 'correctDuplicate' || command.type === 'linkTo';

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
  switch (command.type) {
    case 'linkTo':
      return { type: command.type, data: { ...command.data, other: found.folio } };
    case 'markDuplicate':
      return { type: command.type, data: { ...command.data, of: found.folio } };
    case 'correctDuplicate':
      return { type: command.type, data: { ...command.data, of: found.folio } };
  }
};
