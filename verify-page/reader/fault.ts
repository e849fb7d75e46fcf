import type { bundleFaultTexts } from '../../src/jobs/verify/fault.js';

/** What can be wrong with a bundle: the codes of `quejas verify`. */
export type FaultCode = keyof typeof bundleFaultTexts;

/** The first fault found. */
export interface Fault {
  readonly code: FaultCode;
  readonly file: string | undefined;
  readonly at: number | undefined;
}

/** To be thrown. */
export const faultAt = (code: FaultCode, file?: string, at?: number): Error & { readonly fault: Fault } =>
  Object.assign(new Error(code), { fault: { code, file, at } });

export const isFault = (error: unknown): error is Error & { readonly fault: Fault } =>
  error instanceof Error && 'fault' in error;
