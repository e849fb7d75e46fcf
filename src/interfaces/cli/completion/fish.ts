import { quoted, type Offered, type OfferedOption } from './offered.js';

/** A text between single quotes of fish, which knows no closing and opening again. */
const fishQuoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;

const optionLines = (condition: string, { names, about, takesValue, words }: OfferedOption) =>
  names.map((name) => {
    const value = takesValue
      ? ` -r${words.length > 0 ? ` -f -a ${fishQuoted(words.join(' '))}` : ' -F'}`
      : '';
    return `complete -c quejas${condition} -l ${name.slice(2)} -d ${fishQuoted(about)}${value}`;
  });

/** What fish completes, with what each word means. */
export const fishScript = (offered: Offered): string => {
  const { commands, options } = offered;
  const all = commands.flatMap(({ names }) => names).join(' ');
  const lines = commands.flatMap(({ names, about, words, options: own }) => {
    const seen = ` -n ${quoted(`__fish_seen_subcommand_from ${names.join(' ')}`)}`;
    return [
      ...names.map(
        (name) =>
          `complete -c quejas -f -n "not __fish_seen_subcommand_from $names" -a ${name} -d ${fishQuoted(about)}`,
      ),
      ...(words.length === 0 ? [] : [`complete -c quejas -f${seen} -a ${fishQuoted(words.join(' '))}`]),
      ...own.flatMap((option) => optionLines(seen, option)),
    ];
  });
  return `${offered.about('quejas completion fish | source')}
set -l names ${all}
${[...options.flatMap((option) => optionLines('', option)), ...lines].join('\n')}
`;
};
