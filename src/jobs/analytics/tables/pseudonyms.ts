import { createHmac } from 'node:crypto';

/** What a pseudonym stands for: the same name in two kinds has two. People are one kind, whatever they do in a case. */
export type PseudonymKind = 'complaint' | 'person' | 'contract' | 'outage';

/** The pseudonym of a name. */
export type Pseudonyms = (kind: PseudonymKind, name: string) => string;

/** Hexadecimal digits of a pseudonym: 96 bits, so that ten million of them do not meet. */
const length = 24;

/** Pseudonyms that are remembered, so that the people of many cases are not worked out for each event. */
const mostRemembered = 50_000;

/** Pseudonyms by HMAC-SHA-256 under a salt: they cannot be traced back without it, and differ under another one. */
export const pseudonymsOf = (salt: string | Uint8Array): Pseudonyms => {
  const remembered = new Map<string, string>();
  return (kind, name) => {
    const asked = `${kind}\0${name}`;
    const known = remembered.get(asked);
    if (known !== undefined) return known;
    const made = createHmac('sha256', salt).update(asked).digest('hex').slice(0, length);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(asked, made);
    return made;
  };
};
