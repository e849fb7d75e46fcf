/** What is checked, in the order in which it is. */
export const stepNames = [
  'container',
  'manifest',
  'signatures',
  'trust',
  'names',
  'files',
  'checkpoint',
  'anchor',
  'entries',
  'root',
  'proofs',
  'earlier',
] as const;

export type StepName = (typeof stepNames)[number];

/** How far a check is: `passed` for what this bundle does not have, or is not asked for. */
export interface Step {
  readonly name: StepName;
  readonly state: 'running' | 'done' | 'passed';
  /** What was checked so far, and how many there are. */
  readonly count?: number;
  readonly of?: number;
}

/** Tells how far the checks are; what is slow waits for it, so that a page can be painted. */
export type Tell = (step: Step) => void | Promise<void>;
