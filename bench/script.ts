import { conectared, type KeysUrl, type Quejas } from 'quejas';
import { instantOf } from 'quejas/domain';
import { generateFortnight, type ScriptedCommand } from '../src/jobs/simulate/index.js';
import { openChecked } from './open-checked.js';
import { rateOf } from './pace.js';
import { start } from './workload.js';

/** Lines of the provider for each complaint that is wanted, by trial: enough, and not many too many. */
const accessesEach = 200;

/** The commands of complaints as the demo plays them, each complaint's in their order; none points at another complaint. */
export const scriptedComplaints = (complaints: number): readonly (readonly ScriptedCommand[])[] => {
  const script = generateFortnight({
    ...{ seed: 'bench', profiles: [conectared], from: instantOf(start), days: 14 },
    accesses: complaints * accessesEach,
  });
  const byComplaint = Map.groupBy(script, ({ complaint }) => complaint);
  const alone = [...byComplaint.values()].filter((each) =>
    each.every(({ folioOf }) => folioOf === undefined),
  );
  if (alone.length < complaints)
    throw new Error(`${String(alone.length)} of ${String(complaints)} complaints`);
  return alone.slice(0, complaints);
};

/** Plays one complaint, each command at its own time. */
export const play = async (
  quejas: Pick<Quejas, 'execute'>,
  commands: readonly ScriptedCommand[],
  moveTo: (at: ScriptedCommand['at']) => void,
): Promise<void> => {
  let folio: string | undefined;
  for (const { type, by, input, at, refused } of commands) {
    moveTo(at);
    const done = await quejas.execute({ type, folio, input }, by, { source: 'bench' });
    if (done.ok) folio = done.folio;
    else if (done.code !== refused) throw new Error(JSON.stringify(done));
  }
};

/** Commands a second over complaints as the demo plays them, after a quarter of them that only warms up. */
export const scriptRate = async (
  { atOnce, count }: { readonly atOnce: number; readonly count: number },
  folder: string,
  keys: KeysUrl,
): Promise<number> => {
  let now = instantOf(start);
  const quejas = await openChecked({
    ...{ store: `sqlite:${folder}/quejas.db`, keys, provider: conectared, clock: () => now },
  });
  const complaints = scriptedComplaints(count);
  const moveTo = (at: ScriptedCommand['at']): void => {
    now = at;
  };
  const playOf = async (n: number): Promise<void> => play(quejas, complaints[n] ?? [], moveTo);
  const warm = Math.floor(count / 4);
  await rateOf({ count: warm, atOnce }, playOf);
  const perSecond = await rateOf({ from: warm, count: count - warm, atOnce }, playOf);
  await quejas.close();
  const commands = complaints.slice(warm).reduce((sum, each) => sum + each.length, 0);
  return (perSecond * commands) / (count - warm);
};
