import { isReference } from '../application/identity/reference.js';
import type { Bilingual } from '../domain/texts/language.js';
import type { PageOptions } from './listed.js';
import { namedQueues } from './queue-names.js';
import { between, forms, queryInvalid } from './query-faults.js';
import { readQuery } from './read-query.js';
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
  throw queryInvalid(what, given, forms.reference);
};

const levelOf = (given: unknown): number | undefined => {
  if (given === undefined) return undefined;
  const level = [1, 2, 3].find((each) => each === given);
  if (level === undefined) throw queryInvalid('level', given, between(1, 3));
  return level;
};

const queueForm: Bilingual = {
  es: `Debe ser una de: ${namedQueues.join(', ')}; o { area } con el nombre de un área.`,
  en: `It must be one of: ${namedQueues.join(', ')}; or { area } with the name of an area.`,
};

const queueNamed = (given: unknown): string => {
  const named = namedQueues.find((each) => each === given);
  if (named !== undefined) return named;
  const { area } = readQuery('queue', given, ['area'], queueForm);
  if (typeof area === 'string' && isReference(area)) return area;
  throw queryInvalid('queue', area ?? given, queueForm);
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
