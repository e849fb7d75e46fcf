import type { JsonObject } from './json.js';
import type { RefusalKind } from './refusal.js';

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

/** An error of a kind, for those who have codes of their own. */
export const errorOf = <Code extends string>(
  code: Code,
  kind: RefusalKind,
  text: { readonly es: string; readonly en: string },
  details: JsonObject = {},
  cause?: unknown,
): ErrorWithCode<Code> => Object.assign(new Error(text.en, { cause }), { code, kind, details, text });
