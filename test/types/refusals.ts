// Checked by the compiler alone: each `@ts-expect-error` fails where the mistake below it would be let through.
import {
  asUser,
  isCodedError,
  type By,
  type CommandResult,
  type Queue,
  type RefusalCode,
  type RefusalKind,
} from 'quejas';

export const aCodeIsOneOfThoseThereAre = (result: CommandResult): string => {
  if (result.ok) return result.folio;
  // @ts-expect-error a misspelt code
  if (result.code === 'role-not-alowed') return 'never';
  switch (result.code) {
    case 'role-not-allowed':
      return JSON.stringify(result.details.allowed);
    case 'input-invalid':
      return result.details.faults[0].path;
    case 'already-ruled':
      // @ts-expect-error this refusal has no such detail
      return JSON.stringify(result.details.rulling);
    // @ts-expect-error no such code
    case 'no-such-code':
      return 'never';
    default:
      return result.kind;
  }
};

/** A `switch` that names every code compiles without a default; one that leaves any out does not. */
type Left<Code extends RefusalCode> = Exclude<RefusalCode, Code>;
export const theCodesAreAClosedList = (code: Left<'not-filed'>): boolean => {
  // @ts-expect-error this code was taken out
  const taken: Left<'not-filed'> = 'not-filed';
  return taken === code;
};

const never = (value: never): string => String(value);

export const aSwitchOverTheKindsIsExhaustive = (kind: RefusalKind): string => {
  switch (kind) {
    case 'invalid':
      return '400';
    case 'forbidden':
      return '403';
    case 'not-found':
      return '404';
    case 'conflict':
      return '409';
    case 'rule':
      return '422';
    case 'unavailable':
      return '503';
    default:
      return never(kind);
  }
};

export const anErrorHasACodeOfOurs = (error: unknown): boolean => {
  if (!isCodedError(error)) return false;
  // @ts-expect-error no such code
  return error.code === 'store-loked' || error.code === 'store-locked';
};

export const whoAsksIsWellSaid = (): readonly By[] => [
  { actor: 'cs-1', role: 'customer-service' },
  asUser('s-1', { verified: true }),
  // @ts-expect-error no such role
  { actor: 'cs-1', role: 'root' },
  // @ts-expect-error true or not, no text
  asUser('s-1', { verified: 'false' }),
];

export const aQueueIsOneThereIs = (): readonly Queue[] => [
  'technical-lead',
  { area: 'billing-desk' },
  // @ts-expect-error a misspelt role
  'tecnical-lead',
];
