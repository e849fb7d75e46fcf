import { parseArgs } from 'node:util';

/** `--runs N --seed S` of every proof (interface: section 6). */
export const proofArguments = (defaultRuns: number): { readonly runs: number; readonly seed: number } => {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const numberOr = (text: string | undefined, otherwise: number): number => {
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= 0) return value;
    process.stderr.write(`"${text}" is no whole number.\n`);
    process.exit(2);
  };
  return { runs: numberOr(values.runs, defaultRuns), seed: numberOr(values.seed, 1) };
};
