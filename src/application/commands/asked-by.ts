import type { ParsedCommand } from './parse-command.js';
import type { Giver } from './accepted.js';
import { digestOf, type Fingerprint } from '../identity/fingerprint.js';

/** True for a command in which the one who gives it is part of what it says. */
const namesTheGiver = ({ type, data }: ParsedCommand['command'], { role }: Pick<Giver, 'role'>): boolean => {
  switch (type) {
    case 'takeCase':
    case 'giveBackCase':
      return true;
    case 'assignTechnician':
      return role === 'customer-service' && data.owner === undefined;
    default:
      return false;
  }
};

/**
 * What a command asks, by whom it was given: the fingerprint of its input, and of the actor where it speaks of them
 * without naming them. The same id from another person asks something else there (`command-id-reused`).
 */
export const askedBy = (
  { command, fingerprint }: Pick<ParsedCommand, 'command' | 'fingerprint'>,
  by: Pick<Giver, 'actor' | 'role'>,
): Fingerprint =>
  namesTheGiver(command, by) ? { ...fingerprint, open: digestOf([fingerprint.open, by.actor]) } : fingerprint;
