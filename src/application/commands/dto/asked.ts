import { digestOf, type Fingerprint } from '../../identity/fingerprint.js';
import type { FieldTable } from './field.js';
import { isObject } from './hydrate.js';
import type { Rule } from './rules/rule.js';

/** What says when and on which state something was asked, and not what was asked (design: Identity). */
const notAsked: ReadonlySet<string> = new Set(['commandId', 'occurredAt', 'receivedAt', 'expectedRevision']);

/** What an input says, sorted by whether it may stand in clear. */
interface Asked {
  readonly open: unknown[];
  /** By the person whose values they are. */
  readonly personal: Map<string, unknown[]>;
}

type Gather = (value: unknown, path: string, person: string, asked: Asked) => void;

const gatherPersonal: Gather = (value, path, person, { open, personal }) => {
  open.push(path);
  const known = personal.get(person);
  if (known === undefined) personal.set(person, [path, value]);
  else known.push(path, value);
};

const gatherOpen: Gather = (value, path, _person, { open }) => void open.push(path, value);

const gathererOf = ({ personal, fields }: Rule<unknown>): Gather => {
  if (personal === true) return gatherPersonal;
  if (fields === undefined) return gatherOpen;
  const inside = gatherFields(fields);
  return (value, path, person, asked) => {
    if (!Array.isArray(value)) {
      inside(value, `${path}.`, person, asked);
      return;
    }
    asked.open.push(path, value.length);
    value.forEach((item, index) => {
      inside(item, `${path}.${index}.`, person, asked);
    });
  };
};

/** The values of an object go by name, so that the order in which fields are declared may change. */
const gatherFields = (fields: FieldTable): Gather => {
  const gatherers = [...fields]
    .filter(([name]) => !notAsked.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, rule]) => ({ name, gather: gathererOf(rule) }));
  return (value, path, person, asked) => {
    if (!isObject(value)) return;
    // What an object says that names a person is that person's.
    const whose = typeof value['ref'] === 'string' ? value['ref'] : person;
    for (const { name, gather } of gatherers)
      if (value[name] !== undefined) gather(value[name], path + name, whose, asked);
  };
};

/**
 * How the fingerprint of a command is taken: of its type and its input as it was given, cleaned, before any default is
 * filled in.
 */
export const fingerprinter = (fields: FieldTable): ((type: string, input: object) => Fingerprint) => {
  const gather = gatherFields(fields);
  return (type, input) => {
    const asked: Asked = { open: [type], personal: new Map() };
    gather(input, '', '', asked);
    const open = digestOf(asked.open);
    if (asked.personal.size === 0) return { open };
    const personal: Record<string, string> = {};
    for (const [person, values] of asked.personal) personal[person] = digestOf(values);
    return { open, personal };
  };
};
