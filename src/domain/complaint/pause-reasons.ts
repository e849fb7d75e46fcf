import type { HoldReason } from './follow-up/messages.js';

/** What a pause stops: the clocks of an answer, those of a repair, or the penalty for being late. */
export const pausedClocks = ['answer', 'repair', 'penalty'] as const;
/** A group of clocks that a pause stops. */
export type PausedClock = (typeof pausedClocks)[number];

/** Who a pause is put down to. Never the provider: its own delays do not pause anything (I-15). */
export type PauseAttribution = 'user' | 'authority' | 'nobody';

interface PauseKind {
  readonly attributedTo: PauseAttribution;
  readonly clocks: readonly PausedClock[];
}

/**
 * The reasons that pause a clock, and no others (I-15; domain.md 7, Pauses). Crew, parts and wholesale suppliers are
 * missing on purpose.
 */
export const pauseKinds = {
  'information-requested': { attributedTo: 'user', clocks: ['answer'] },
  'user-absent': { attributedTo: 'user', clocks: ['repair'] },
  'no-access': { attributedTo: 'user', clocks: ['repair'] },
  'refused-entry': { attributedTo: 'user', clocks: ['repair'] },
  'later-appointment': { attributedTo: 'user', clocks: ['repair'] },
  'authority-extension': { attributedTo: 'authority', clocks: ['answer', 'repair'] },
  'force-majeure': { attributedTo: 'nobody', clocks: ['penalty'] },
} as const satisfies Record<string, PauseKind>;
/** A reason that pauses a clock (I-15). */
export type PauseReason = keyof typeof pauseKinds;

/** True for the holds that pause something; the others only show that the case waits for a person. */
export const isPausing = (reason: HoldReason): reason is HoldReason & PauseReason =>
  Object.hasOwn(pauseKinds, reason);
