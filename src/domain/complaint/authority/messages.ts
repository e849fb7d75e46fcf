import type { Instant } from '../../kernel/instant.js';
import type { SaidBy } from '../shapes.js';

/** A proceeding, named by the number that its authority gave the file: two authorities may give the same one. */
export interface FileOfAuthority {
  /** The authority before which it is, as it was opened. */
  readonly authority: string;
  /** The number that the authority gave the file. */
  readonly reference: string;
}

/** The same in a command: the authority is to be named where several gave that number. */
export type NamedFile<E extends FileOfAuthority> = Omit<E, 'authority'> & Partial<Pick<E, 'authority'>>;

/** Proceedings before an authority (PROFECO, CRT), known by the authority and its own reference. */
export interface AuthorityEvents {
  /** While it is open the complaint cannot be closed nor the service cut off for non-payment (I-17). */
  readonly AuthorityProceedingOpened: FileOfAuthority & { readonly hearingAt?: Instant };
  /** The authority asked for something, by a date; `requirement` counts those of the proceeding from 1. */
  readonly AuthorityRequirementReceived: FileOfAuthority & {
    readonly requirement: number;
    readonly dueAt: Instant;
  };
  /** The answer to that requirement left. */
  readonly AuthorityRequirementAnswered: FileOfAuthority & {
    readonly requirement: number;
    readonly answeredAt: Instant;
  };
  /** When the parties are heard, fixed or moved. */
  readonly AuthorityHearingSet: FileOfAuthority & {
    readonly hearingAt: Instant;
    /** What it was moved from. */
    readonly from?: Instant;
  };
  /** A hearing took place. */
  readonly AuthorityHearingHeld: FileOfAuthority & { readonly heldAt: Instant };
  /** The proceeding ended, and how; the complaint may be closed again. */
  readonly AuthorityResolved: FileOfAuthority & {
    readonly outcome: AuthorityOutcome;
    /** Until when the provider has to carry it out, where the resolution or the agreement says so. */
    readonly dueAt?: Instant;
  };
  /** What an authority resolved for the user, or what was agreed before it, was done. */
  readonly ResolutionCarriedOut: FileOfAuthority & { readonly carriedOutAt: Instant };
  /** Nothing of this complaint may be erased while a hold stands. */
  readonly LegalHoldPlaced: { readonly hold: string; readonly basis: string };
  /** A legal hold ended; others may still stand. */
  readonly LegalHoldLifted: { readonly hold: string };
  /** The user exercises a right over their data (access, rectification, cancellation, opposition). */
  readonly ArcoRequested: {
    readonly right: ArcoRight;
    /** Which of the requests of the complaint over personal data, from 1. */
    readonly request?: number;
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
  /** What the user asked of their data was answered; the words of the answer are sealed. */
  readonly ArcoAnswered: {
    /** Which of the requests over personal data, from 1. */
    readonly request: number;
    readonly outcome: ArcoOutcome;
    readonly answeredAt: Instant;
  };
}

/** How a proceeding before an authority may end. */
export const authorityOutcomes = [
  'agreement',
  'for-user',
  'for-provider',
  'withdrawn',
  'no-jurisdiction',
] as const;
/** It is agreed upon, resolved for one of the two, withdrawn, or none of that authority's matters. */
export type AuthorityOutcome = (typeof authorityOutcomes)[number];

/** A right over one's data. */
export type ArcoRight = 'access' | 'rectification' | 'cancellation' | 'opposition';

/** How what a user asked of their data may be answered. */
export const arcoOutcomes = ['granted', 'refused', 'asked-for-more'] as const;
/** It is granted, refused with the reason, or lacks something that the user has to bring with a new request. */
export type ArcoOutcome = (typeof arcoOutcomes)[number];

/** What may be asked about proceedings, legal holds and the rights over one's data. */
export interface AuthorityCommands {
  /** An authority opened a proceeding over this complaint. */
  readonly openAuthorityProceeding: AuthorityEvents['AuthorityProceedingOpened'];
  /** An authority asks for something; its words are sealed. */
  readonly receiveAuthorityRequirement: Omit<
    NamedFile<AuthorityEvents['AuthorityRequirementReceived']>,
    'requirement'
  > & {
    readonly requirement?: string;
  };
  /** A requirement was answered; the words of the answer are sealed. */
  readonly answerAuthorityRequirement: NamedFile<AuthorityEvents['AuthorityRequirementAnswered']> & {
    readonly answer?: string;
  };
  /** Fixes a hearing, or moves it. */
  readonly setAuthorityHearing: Omit<NamedFile<AuthorityEvents['AuthorityHearingSet']>, 'from'>;
  /** A hearing took place. */
  readonly recordAuthorityHearing: NamedFile<AuthorityEvents['AuthorityHearingHeld']>;
  /** An authority resolved; the words of an agreement are sealed. */
  readonly resolveAuthorityProceeding: NamedFile<AuthorityEvents['AuthorityResolved']> & {
    readonly agreement?: string;
  };
  /** What the authority resolved for the user, or what was agreed before it, was done; what was done is sealed. */
  readonly carryOutResolution: NamedFile<AuthorityEvents['ResolutionCarriedOut']> & { readonly done: string };
  /** Nothing may be erased from now on. */
  readonly placeLegalHold: AuthorityEvents['LegalHoldPlaced'];
  /** Ends a legal hold. */
  readonly liftLegalHold: AuthorityEvents['LegalHoldLifted'];
  /** The user exercises a right over their data; what they ask is sealed. */
  readonly requestArco: Omit<AuthorityEvents['ArcoRequested'], 'request'> & { readonly request?: string };
  /** Answers it; of several requests one is named. Why it is refused, or what is lacking, is said to the user. */
  readonly answerArco: Omit<AuthorityEvents['ArcoAnswered'], 'request'> & {
    readonly request?: number;
    readonly answer?: string;
  };
}
