import { partInSpanish } from '../application/errors/query-parts.js';
import { canonicalContact, type ContactSort } from '../application/identity/contact.js';
import { inOneCase, isOutsideReference, isReference } from '../application/identity/reference.js';
import { channels, type Channel } from '../domain/complaint/vocabulary.js';
import { parseFolio } from '../domain/folio/parse.js';
import type { Bilingual } from '../domain/texts/language.js';
import type { ReferenceSort } from '../projections/case-references/projection.js';
import { forms, oneOf, queryInvalid } from './query-faults.js';
import { readQuery } from './read-query.js';

/** What cases are found by: exactly one of these. */
export type FindBy =
  | {
      /** The number the user was given, as people type it. */
      readonly folio: string;
    }
  | {
      /** Pseudonym of the subscriber. */
      readonly subscriber: string;
    }
  | {
      /** The contract, in whatever letters the host writes it. */
      readonly contract: string;
    }
  | {
      /** Id of the mass outage that they were linked to, in small letters or capitals. */
      readonly outage: string;
    }
  | {
      /** A number that another party gave: a mail system, a customer's ticket, an authority's file; in small letters or capitals. */
      readonly external: string;
    }
  | {
      /** A phone number that was given with a filing, however it is written; without a country it is of Mexico. */
      readonly phone: string;
    }
  | {
      /** An e-mail address that was given with a filing. */
      readonly email: string;
    }
  | {
      /** The channel they came in by. */
      readonly channel: Channel;
    };

/** What is looked up: columns of `case-status`, or a reference. */
export type Lookup =
  | { readonly in: 'status'; readonly where: Readonly<Record<string, string>> }
  | { readonly in: 'references'; readonly sort: ReferenceSort; readonly value: string }
  | { readonly in: 'contacts'; readonly sort: ContactSort; readonly canonical: string }
  | { readonly in: 'nothing' };

const names = ['folio', 'subscriber', 'contract', 'outage', 'external', 'channel', 'phone', 'email'] as const;
/** The names that cases are found by. */
export type FindName = (typeof names)[number];
export const findNames: readonly FindName[] = names;

const longest = 200;

const contactForms: Readonly<Record<ContactSort, Bilingual>> = {
  phone: {
    es: 'Un teléfono son diez dígitos, o + y la clave del país: 55 1234 5678, +1 305 555 0101.',
    en: 'A phone number is ten digits, or + and the country: 55 1234 5678, +1 305 555 0101.',
  },
  email: { es: 'Un correo es como nombre@ejemplo.mx.', en: 'An e-mail address is like name@example.mx.' },
};

const byOne: Bilingual = {
  es: `Busque por uno solo: ${names.map(partInSpanish).join(', ')}.`,
  en: `Find by one alone: ${names.join(', ')}.`,
};

const lookupOf = (name: FindName, value: string, prefix: string): Lookup => {
  switch (name) {
    case 'folio': {
      const read = parseFolio(value, prefix);
      return read.ok ? { in: 'status', where: { folio: read.folio } } : { in: 'nothing' };
    }
    case 'subscriber':
    case 'contract':
      if (!isReference(value)) throw queryInvalid(name, value, forms.reference);
      return {
        in: 'status',
        where: name === 'subscriber' ? { subscriber: value } : { contract_key: inOneCase(value) },
      };
    case 'channel': {
      const channel = channels.find((each) => each === value);
      if (channel === undefined) throw queryInvalid(name, value, oneOf(channels));
      return { in: 'status', where: { channel } };
    }
    case 'phone':
    case 'email': {
      const canonical = canonicalContact(name, value);
      // What was typed may be a person's: it stands in no error.
      if (canonical === undefined) throw queryInvalid(name, '…', contactForms[name]);
      return { in: 'contacts', sort: name, canonical };
    }
    case 'outage':
      if (!isReference(value)) throw queryInvalid(name, value, forms.reference);
      return { in: 'references', sort: name, value: inOneCase(value) };
    case 'external':
      if (!isOutsideReference(value)) throw queryInvalid(name, value, forms.outsideReference);
      return { in: 'references', sort: name, value: inOneCase(value) };
  }
};

/** What is looked for, whatever a host in JavaScript passed. Throws `query-invalid`. */
export const readFind = (given: unknown, prefix: string): Lookup => {
  const asked = readQuery('find', given, names, byOne);
  const [name, another] = names.filter((each) => asked[each] !== undefined);
  if (name === undefined || another !== undefined) throw queryInvalid('find', another, byOne);
  const value = asked[name];
  if (typeof value !== 'string' || value === '' || value.length > longest)
    throw name === 'phone' || name === 'email'
      ? queryInvalid(name, '…', contactForms[name])
      : queryInvalid(name, value, typeof value === 'string' ? undefined : forms.text);
  return lookupOf(name, value, prefix);
};
