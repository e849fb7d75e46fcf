import type { JsonObject } from '../../domain/kernel/json.js';
import type { RefusalKind } from '../../domain/kernel/refusal.js';
import { reading } from '../host-values.js';
import { errorKinds, isErrorCode, type ErrorCode } from './error-codes.js';

/** A fault of a part, or of what was asked of it: thrown, and recognised by its code (design: promise 12). */
export interface ErrorWithCode<Code extends string> extends Error {
  /** Stable kebab-case name of the fault: what callers tell faults apart by. */
  readonly code: Code;
  /** What the caller can do about it; an exit status and an HTTP status follow from it. */
  readonly kind: RefusalKind;
  /** JSON-safe facts of the fault, without personal values. */
  readonly details: JsonObject;
  /** What it says to a person, and what to do. */
  readonly text: { readonly es: string; readonly en: string };
}

/** An error of the library. */
export type CodedError = ErrorWithCode<ErrorCode>;

/** An error of a kind, for those who have codes of their own. */
export const errorOf = <Code extends string>(
  code: Code,
  kind: RefusalKind,
  text: { readonly es: string; readonly en: string },
  details: JsonObject = {},
  cause?: unknown,
): ErrorWithCode<Code> => Object.assign(new Error(text.en, { cause }), { code, kind, details, text });

/** An error of the library; its kind follows from its code. */
export const codedError = <Code extends ErrorCode>(
  code: Code,
  text: { readonly es: string; readonly en: string },
  details: JsonObject = {},
  cause?: unknown,
): ErrorWithCode<Code> => errorOf(code, errorKinds[code], text, details, cause);

/** The code of an error that tells its code, its kind and its texts the way ours do; `undefined` for all else. */
export const codeTold = (error: unknown): string | undefined => {
  const read = reading(() =>
    typeof error === 'object' && error !== null && 'code' in error && 'kind' in error && 'text' in error
      ? error.code
      : undefined,
  );
  return read.ok && typeof read.value === 'string' ? read.value : undefined;
};

/** True for an error that tells its code, its kind and its texts the way ours do, whichever its code. */
export const tellsItsKind = (error: unknown): error is ErrorWithCode<string> => codeTold(error) !== undefined;

/** True for an error of the library, of whatever copy of the package threw it. */
export const isCodedError = (error: unknown): error is CodedError => isErrorCode(codeTold(error) ?? '');
