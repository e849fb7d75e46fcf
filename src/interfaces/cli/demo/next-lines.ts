import type { Place } from '../session/opener.js';
import type { Example } from './example.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** In a clone there is no `quejas` on the path. */
const programOf = (env: Environment): string =>
  env['npm_lifecycle_event'] === 'demo' ? 'npm run --silent quejas --' : 'quejas';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Lines to type next, for the shell of this system. */
export const nextLines = (
  env: Environment,
  { store, keys }: Pick<Place, 'store' | 'keys'>,
  example: Example | undefined,
): readonly string[] => {
  const program = programOf(env);
  const set =
    process.platform === 'win32' ? (text: string) => `set ${text}` : (text: string) => `export ${text}`;
  const plain = process.platform === 'win32' ? (text: string) => text : quoted;
  const provider = example?.quejas.provider.id ?? 'conectared';
  return [
    set(`QUEJAS_STORE=${plain(store)}`),
    set(`QUEJAS_KEYS=${plain(keys)}`),
    ...(example === undefined
      ? []
      : [`${program} show ${example.view.folio} --provider ${provider} --role customer-service`]),
    `${program} queue --provider ${provider}`,
    `${program} sla --provider ${provider} --html board.html`,
    `${program} events`,
    `${program} --help`,
  ];
};
