import { runCli } from 'quejas/cli';
import { now } from './story.js';

interface Told {
  readonly code?: string;
  readonly folios?: Numbers;
}

/** What became of folio numbers. */
export interface Numbers {
  readonly assigned: number;
  readonly free: number;
  readonly void: number;
}

const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null;

const run = async (folder: string, argv: readonly string[]): Promise<Told> => {
  let text = '';
  const stdout = { write: (part: string) => void (text += part) };
  const places = ['--store', `sqlite:${folder}/quejas.db`, '--keys', `file:${folder}/keys/keys.db`];
  const status = await runCli([...argv, ...places, '--now', now, '--json'], {
    stdout,
    stderr: { write: () => undefined },
    env: {},
    cwd: folder,
  });
  const told: unknown = JSON.parse(text);
  if (!isTold(told)) throw new Error(text);
  return status === 0 ? told : { code: told.code ?? String(status) };
};

/** What `quejas check` and `quejas keys check` find, and what they count. */
export const checked = async (
  folder: string,
): Promise<{ readonly found: string | undefined; readonly folios: Numbers }> => {
  const store = await run(folder, ['check']);
  const keys = await run(folder, ['keys', 'check']);
  return {
    found: store.code ?? keys.code,
    folios: store.folios ?? { assigned: 0, free: 0, void: 0 },
  };
};
