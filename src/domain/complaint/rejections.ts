import type { Rejection } from '../kernel/decision.js';
import { fillInBoth, type RejectionText } from '../kernel/rejection-text.js';
import { sharedRefusals } from './guards.js';
import { life } from './life.js';
import { timeRefusals } from './times.js';

/** Every refusal of the complaint: its kind, and what it says. The codes are stable: hosts may rely on them. */
export const rejections = { ...sharedRefusals, ...timeRefusals, ...life.refusals } as const;

/** Every reason for which a command on a complaint is refused; hosts may rely on the codes. */
export type RejectionCode = keyof typeof rejections;

/** What a refusal says, in both languages, with its details filled in. */
export const rejectionText = ({ code, details }: Rejection<RejectionCode>): RejectionText =>
  fillInBoth(rejections[code], details);
