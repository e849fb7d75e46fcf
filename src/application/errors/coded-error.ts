import type { JsonObject } from '../../domain/kernel/json.js';

/** A fault of the infrastructure: thrown, and recognised by its code (design: promise 12). */
export interface CodedError extends Error {
  /** Stable kebab-case name of the fault: what callers tell faults apart by. */
  readonly code: string;
  /** JSON-safe facts of the fault, without personal values. */
  readonly details: JsonObject;
  /** What it says to a person, and what to do. */
  readonly text: { readonly es: string; readonly en: string };
}

export const codedError = (
  code: string,
  text: { readonly es: string; readonly en: string },
  details: JsonObject = {},
  cause?: unknown,
): CodedError => Object.assign(new Error(text.en, { cause }), { code, details, text });

/** True for an error of ours, of whatever copy of the package threw it. */
export const isCodedError = (error: unknown): error is CodedError =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  'text' in error &&
  typeof error.code === 'string';
