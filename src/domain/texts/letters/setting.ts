import type { Channel, Kind, Language } from '../../complaint/vocabulary.js';
import type { Instant } from '../../kernel/instant.js';
import type { Bilingual } from '../language.js';

/** A personal value that was opened for this reader; `null` where its key is gone (erased) or may not be used. */
export type Opened = string | null;

/** A way to reach the provider, as its profile has it. */
export interface ContactLine {
  readonly channel: Channel;
  /** What the provider calls this channel; else the word of the vocabulary. */
  readonly label?: Bilingual;
  /** Number, address or page. */
  readonly at: string;
  readonly hours?: Bilingual;
}

/** How a provider speaks of itself. */
export interface ProviderWords {
  readonly name: string;
  /** What its tracking number is called: *número de seguimiento*, *folio*. */
  readonly folioLabel: Bilingual;
  readonly contactPoints: readonly ContactLine[];
  /** IANA zone in which its letters give the time. */
  readonly zone: string;
}

/** Who is written to: the subscriber, or the user who reported it (O-36). */
export interface Addressee {
  readonly part: 'subscriber' | 'reporter';
  readonly name?: Opened;
}

/** What every letter needs besides its own matter. */
export interface Setting {
  readonly provider: ProviderWords;
  readonly language: Language;
  readonly to: Addressee;
}

/** The request a letter is about. */
export interface AboutRequest {
  readonly folio: string;
  readonly kind: Kind;
  readonly receivedAt: Instant;
}

/** How an answer is sent, beside how the request came and what the user chose (I-21). */
export interface Sending {
  readonly channel: Channel;
  readonly filedBy: Channel;
  readonly preferred?: Channel;
}

/** What a person receives: plain text, no markup. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}
