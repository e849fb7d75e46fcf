import type { Recipient } from '../../complaint/notice/messages.js';
import type { Channel, Kind, Language } from '../../complaint/vocabulary.js';
import type { Instant } from '../../kernel/instant.js';
import type { ContactPoint } from '../../provider/profile.js';
import type { Vocabulary } from '../labels/vocabulary.js';
import type { Bilingual } from '../language.js';

/** Stands for what this reader may not read, though it is there. */
export interface Withheld {
  /** Always true. */
  readonly withheld: true;
}

/** Why a personal value cannot be read that was not erased: its key is not at hand, or its ciphertext was changed. */
export interface Unreadable {
  /** Code of the reason. */
  readonly unreadable: 'key-missing' | 'ciphertext-invalid';
}

/** A personal value as it was opened for this reader; `null` where its key was destroyed: it was erased. */
export type Opened = string | null | Withheld | Unreadable;

/** A way to reach the provider, as its profile has it. */
export interface ContactLine {
  /** The channel it belongs to. */
  readonly channel: Channel;
  /** What the provider calls this channel; else the word of the vocabulary. */
  readonly label?: Bilingual;
  /** Number, address or page. */
  readonly at: string;
  /** When the desk is staffed, in words. */
  readonly hours?: Bilingual;
}

/** How a provider speaks of itself. */
export interface ProviderWords {
  /** What users know it by. */
  readonly name: string;
  /** What its tracking number is called: *número de seguimiento*, *folio*. */
  readonly folioLabel: Bilingual;
  /** How to reach it, named at the end of letters. */
  readonly contactPoints: readonly ContactLine[];
  /** IANA zone in which its letters give the time. */
  readonly zone: string;
  /** What it calls those who write to users; absent: *Servicio al Cliente*. */
  readonly customerService?: Bilingual;
  /** Where users turn to next by its terms today, and how they reach it (I-10). */
  readonly nextInstance?: { readonly name: string; readonly contacts: readonly ContactPoint[] };
  /** Its words for causes, actions, grounds and procedures; absent: those that every provider has. */
  readonly vocabulary?: Vocabulary;
}

/** Who is written to: the subscriber, the user who reported it (O-36), or who acts for one of them. */
export interface Addressee {
  /** Decides the greeting where there is no name. */
  readonly part: Recipient;
  /** What they are greeted by. */
  readonly name?: Opened;
}

/** What every letter needs besides its own matter. */
export interface Setting {
  /** Who writes. */
  readonly provider: ProviderWords;
  /** What it is written in. */
  readonly language: Language;
  /** Who is written to. */
  readonly to: Addressee;
}

/** The request a letter is about. */
export interface AboutRequest {
  /** Its number, as the user was given it. */
  readonly folio: string;
  /** Decides what the letter calls it. */
  readonly kind: Kind;
  /** A finer kind, where one was named: a doubt, the name of a procedure. */
  readonly subkind?: string;
  /** UTC instant at which it reached the provider; written in the provider's zone. */
  readonly receivedAt: Instant;
}

/** How an answer is sent, beside how the request came and what the user chose (I-21). */
export interface Sending {
  /** The channel it is sent by. */
  readonly channel: Channel;
  /** The channel the request came in by. */
  readonly filedBy: Channel;
  /** The channel the user chose for answers, where they chose one. */
  readonly preferred?: Channel;
}

/** What a person receives: plain text, no markup. */
export interface Letter {
  /** One line, with the folio in it, fit for the subject of an e-mail. */
  readonly subject: string;
  /** Paragraphs with a blank line between them. */
  readonly body: string;
}
