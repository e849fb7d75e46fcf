import { globalNames, groupedValues, quoted, type Offered, type OfferedOption } from './offered.js';

const namesOf = (options: readonly OfferedOption[]): string =>
  options.flatMap(({ names }) => names).join(' ');

/** One pattern of a `case`: the command and the option before the cursor; `*` stands for any command. */
const patternOf = ([command, name]: readonly [string, string]): string =>
  command === '*' ? `*${quoted(` ${name}`)}` : quoted(`${command} ${name}`);

/** What bash completes; also for the older one of macOS. */
export const bashScript = (offered: Offered): string => {
  const { commands, options } = offered;
  const values = groupedValues(offered).map(
    ({ words, of }) => `    ${of.map(patternOf).join('|')}) values=${quoted(words.join(' '))} takes=1 ;;`,
  );
  const ofCommands = commands.map(
    ({ names: [name = '', ...aliases], options: own, words }) =>
      `    ${[name, ...aliases].join('|')}) flags=${quoted(namesOf(own))} operands=${quoted(words.join(' '))} command=${name} ;;`,
  );
  return `${offered.about('eval "$(quejas completion bash)"')}
_quejas() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  local command= flags= operands= values= takes= i
  COMPREPLY=()
  if [[ $cur == '=' ]]; then
    cur=
  elif [[ $prev == '=' ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
    ${globalNames(offered).join('|')}) i=$((i + 1)) ;;
    -*) ;;
    *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command in
${ofCommands.join('\n')}
  esac
  case "$command $prev" in
${values.join('\n')}
  esac
  if [[ -n $takes ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
  elif [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags ${namesOf(options)}" -- "$cur"))
  elif [[ -z $command ]]; then
    COMPREPLY=($(compgen -W ${quoted(`${commands.flatMap(({ names }) => names).join(' ')} help`)} -- "$cur"))
  else
    COMPREPLY=($(compgen -W "$operands" -- "$cur"))
  fi
}
complete -o default -F _quejas quejas
`;
};
