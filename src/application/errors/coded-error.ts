import { errorOf, type ErrorWithCode } from '../../domain/kernel/coded-error.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import { reading } from '../host-values.js';
import { errorKinds, isErrorCode, type ErrorCode } from './error-codes.js';

export { errorOf, type ErrorWithCode };

/** An error of the library. */
export type CodedError = ErrorWithCode<ErrorCode>;

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
