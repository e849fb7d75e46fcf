import { globalNames, groupedValues, quoted, type Offered, type OfferedOption } from './offered.js';

const described = (names: readonly string[], about: string): readonly string[] =>
  names.map((name) => quoted(`${name}:${about}`));

const optionsText = (options: readonly OfferedOption[]): string =>
  options.flatMap(({ names, about }) => described(names, about)).join(' ');

const patternOf = ([command, name]: readonly [string, string]): string =>
  command === '*' ? `*${quoted(` ${name}`)}` : quoted(`${command} ${name}`);

/** What zsh completes, with what each word means. */
export const zshScript = (offered: Offered): string => {
  const { commands, options } = offered;
  const values = groupedValues(offered).map(
    ({ words, of }) => `    ${of.map(patternOf).join('|')}) takes=1; values=(${words.join(' ')}) ;;`,
  );
  const ofCommands = commands.map(
    ({ names: [name = '', ...aliases], options: own, words }) =>
      `    ${[name, ...aliases].join('|')}) command=${name}; operands=(${words.join(' ')}); flags=(${optionsText(own)}) ;;`,
  );
  return `#compdef quejas
${offered.about('source <(quejas completion zsh)')}
_quejas() {
  local cur=$words[CURRENT] prev=$words[CURRENT-1] command= takes= i
  local -a flags operands values all
  if [[ $cur == --*=* ]]; then
    prev=\${cur%%=*}
    compset -P '*='
  fi
  for ((i = 2; i < CURRENT; i++)); do
    case $words[i] in
    ${globalNames(offered).join('|')}) i=$((i + 1)) ;;
    -*) ;;
    *) command=$words[i]; break ;;
    esac
  done
  case $command in
${ofCommands.join('\n')}
  esac
  case "$command $prev" in
${values.join('\n')}
  esac
  if [[ -n $takes ]]; then
    if (( $#values )); then compadd -- $values; else _files; fi
  elif [[ $cur == -* ]]; then
    flags+=(${optionsText(options)})
    _describe -o 'quejas' flags
  elif [[ -z $command ]]; then
    all=(${commands.flatMap(({ names, about }) => described(names, about)).join(' ')})
    _describe 'quejas' all
  elif (( $#operands )); then
    compadd -- $operands
  else
    _files
  fi
}
if [[ $funcstack[1] == _quejas ]]; then _quejas "$@"; else compdef _quejas quejas; fi
`;
};
