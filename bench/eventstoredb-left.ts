// eventstoredb-left.ts COUNT: ours and the reference write the mix, each on a loopback server of its own, at the same
// times; prints the events that each left, for the test that compares them.
import { canonicalize } from 'json-canonicalize';
import { instantOf } from 'quejas/domain';
import { write as writeReference } from './contenders/eventstoredb-bare-commands.js';
import { write as writeOurs } from './contenders/ours-commands.js';
import { openOnServer } from './eventstoredb/open-on-server.js';
import { onServer } from './eventstoredb/server.js';
import { fileAll, start, streamNames } from './workload.js';

const count = Number(process.argv[2]);
const firstAt = start + 3_600_000;

let now = start;
const clock = () => instantOf((now += 1));

/** What a writer leaves in the streams of the mix, on a server of its own: ids depend on the names of streams. */
const leftBy = (by: 'ours' | 'reference'): Promise<readonly string[]> =>
  onServer(async ({ url }) => {
    const ground = { url, namespace: 'compared' };
    const filing = await openOnServer(ground, clock);
    const folios = await fileAll(filing, count);
    const names = await streamNames(filing, folios);
    await filing.close();
    const quejas = await openOnServer(ground, clock);
    now = firstAt;
    if (by === 'ours') await writeOurs(quejas, folios, { atOnce: 1, dto: false, count, warmUp: 0 });
    else await writeReference(url, { names, clock, count, warmUp: 0, atOnce: 1 });
    const { events } = await quejas.events({ limit: 10_000, types: ['ContactMade'] });
    await quejas.close();
    return events.map(({ position: _place, ...event }) => canonicalize(event));
  });

const ours = await leftBy('ours');
process.stdout.write(JSON.stringify({ ours, reference: await leftBy('reference') }));
