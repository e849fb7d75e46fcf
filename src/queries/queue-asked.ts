import { isReference } from '../application/identity/reference.js';
import type { PageOptions } from './listed.js';
import { namedQueues } from './queue-names.js';
import { queryInvalid, readQuery, referenceForm } from './read-query.js';
import type { QueueFilter } from './rows/queues.js';

/** Which page of a queue to give, and whose work in it. */
export interface QueueOptions extends PageOptions {
  /** Only what is in charge of this technical lead, or theirs to visit; looked at for the queue `technical-lead` alone. */
  readonly technician?: string;
  /** Only what this person has; of a technical lead also the visits that are theirs. */
  readonly holder?: string;
  /** Only what was escalated to this level; looked at for the queue `supervisor` alone. */
  readonly level?: 1 | 2 | 3;
}

/** The names of all options of a queue. */
export const queueOptionNames = [
  'limit',
  'after',
  'technician',
  'holder',
  'level',
] as const satisfies readonly (keyof QueueOptions)[];

const personOf = (what: string, given: unknown): string | undefined => {
  if (given === undefined || (typeof given === 'string' && isReference(given))) return given;
  throw queryInvalid(what, given, referenceForm);
};

const levelOf = (given: unknown): number | undefined => {
  if (given === undefined) return undefined;
  const level = [1, 2, 3].find((each) => each === given);
  if (level === undefined) throw queryInvalid('level', given, { es: 'De 1 a 3.', en: '1 to 3.' });
  return level;
};

const queueNamed = (given: unknown): string => {
  const named = namedQueues.find((each) => each === given);
  if (named !== undefined) return named;
  const { area } = readQuery('queue', given, ['area']);
  if (typeof area === 'string' && isReference(area)) return area;
  throw queryInvalid('queue', area ?? given);
};

/** The queue that is asked for, whatever a host in JavaScript passed. Throws `query-invalid`. */
export const readQueue = (given: unknown, options: Readonly<Record<string, unknown>>): QueueFilter => {
  const [technician, holder] = [
    personOf('technician', options['technician']),
    personOf('holder', options['holder']),
  ];
  const level = levelOf(options['level']);
  const queue = queueNamed(given);
  const person = given === 'technical-lead' ? (holder ?? technician) : holder;
  return {
    ...(given === 'all' ? {} : { queue }),
    ...(person !== undefined && { holder: person }),
    ...(given === 'supervisor' && level !== undefined && { level }),
  };
};
