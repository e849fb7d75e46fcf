import { createHmac, type KeyObject } from 'node:crypto';
import { unseen } from '../../domain/kernel/is-blank.js';

/** How a person is reached: what cases can be found by without holding it in clear. */
export type ContactSort = 'phone' | 'email';

const international = /^\+[1-9][0-9]{6,14}$/;
const asWritten = /^[+0-9 ().\-/]+$/;
/** What comes along when a contact is copied from a chat or an address book: invisible marks, and dashes for hyphens. */
const invisible = new RegExp(`[${unseen}]`, 'gu');
const dash = /\p{Dash}/gu;
const extension = /\s*(?:ext\.?|extensión|x)\s*[0-9]+$/i;

/** A national number of Mexico (ten digits), with what was once dialled before it: 01, 044, 045, 1 after 52. */
const nationalOf = (digits: string): string | undefined =>
  /^(?:01|044|045|521?)?([1-9][0-9]{9})$/.exec(digits)?.[1];

/**
 * A phone number in E.164, however it is written; one without a country is of Mexico. `undefined` for what is no phone
 * number. An extension belongs to the desk and not to the line: it is left out.
 */
export const canonicalPhone = (text: string): string | undefined => {
  const typed = text.normalize('NFKC').replaceAll(invisible, '').replaceAll(dash, '-');
  const line = typed.trim().replace(extension, '');
  if (!asWritten.test(line)) return undefined;
  const dialled = line.replaceAll(/[^+0-9]/g, '').replace(/^00/, '+');
  if (dialled.startsWith('+') && !dialled.startsWith('+52'))
    return international.test(dialled) ? dialled : undefined;
  const national = nationalOf(dialled.replace('+', ''));
  return national === undefined ? undefined : `+52${national}`;
};

/** An e-mail address without regard to case and to invisible marks; `undefined` for what is none. */
export const canonicalEmail = (text: string): string | undefined => {
  const address = text.normalize('NFC').replaceAll(invisible, '').trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address : undefined;
};

/** The one form of a contact by which it is known, however it was written. */
export const canonicalContact = (sort: ContactSort, text: string): string | undefined =>
  sort === 'phone' ? canonicalPhone(text) : canonicalEmail(text);

/**
 * The keyed hash by which a contact is looked up (HMAC-SHA-256). Without the key no list of phone numbers can be tried on
 * it; the scope keeps the people of one provider out of another's searches.
 */
export const contactHash = (key: KeyObject, scope: string, sort: ContactSort, canonical: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([scope, sort, canonical]))
    .digest('base64url');
