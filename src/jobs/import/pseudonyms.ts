import { hash } from 'node:crypto';
import type { Mapping } from './mapping.js';

type Naming = Pick<Mapping, 'id' | 'people'>;

/** Half a hash is enough: 2^32 people would have to be in one log for two of them to meet. */
const hashed = (...names: readonly string[]) => hash('sha256', JSON.stringify(names), 'hex').slice(0, 16);

const longest = 60;

/** A name as a reference may be written: lower case, digits and hyphens; a hash where nothing fit is left of it. */
export const slug = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' || plain.length > longest ? hashed('slug', name) : plain;
};

/**
 * The reference of a person whom a log names. Where the mapping says that its names are pseudonyms they stay readable;
 * else nothing of the name is left.
 */
export const pseudonym = ({ id, people }: Naming, part: 'staff' | 'subscriber', name: string): string => {
  return `${id}-${part}-${people.pseudonyms ? slug(name) : hashed(id, part, name)}`;
};

/** How a case may be called in data and metadata. */
export const caseName = ({ id, people }: Naming, name: string): string =>
  people.pseudonyms ? slug(name) : hashed(id, 'case', name);

/** The mapping's own people: who files what has no filer, who rules, and the machine that imports. */
export const ownPseudonym = ({ id }: Naming, who: 'desk' | 'ruling' | 'system'): string => `${id}-${who}`;
