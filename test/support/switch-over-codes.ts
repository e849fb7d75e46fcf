import { refusals } from '../../src/index.js';

const never = `const never = (code: never): string => String(code);`;

const switchOver = (name: string, codes: readonly string[], before = ''): string => `
export const ${name} = (code: RefusalCode): string => {
  switch (code) {
${codes.map((code) => `    case '${code}':`).join('\n')}
      return code;
    default:
${before}      return never(code);
  }
};`;

/**
 * A program of a host's with a `switch` over every code of a refusal, which compiles, and with one that leaves the last
 * out, which does not.
 */
export const switchesOverCodes = (): string => {
  const codes = Object.keys(refusals);
  return [
    "import type { RefusalCode } from 'quejas';",
    never,
    switchOver('everyCode', codes),
    switchOver('allButOne', codes.slice(0, -1), '      // @ts-expect-error one code is left\n'),
    '',
  ].join('\n');
};
