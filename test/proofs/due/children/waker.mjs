// A host of its own: at each of the instants given it records what is due, tells staff in a file, and says when it begins.
import { appendFileSync } from 'node:fs';

const [, , dist, store, keys, notices, atMost, ...instants] = process.argv;
const { conectared, openQuejas } = await import(new URL('index.js', dist).href);

let now = instants[0];
const staffNotices = {
  deliver: async ({ key }) => appendFileSync(notices, `${key}\n`),
  atMost: Number(atMost),
};
const quejas = await openQuejas({ store, keys, provider: conectared, clock: () => now, staffNotices });
process.stdout.write('ready\n');
for (const instant of instants) {
  now = instant;
  await quejas.runDue();
}
process.stdout.write('done\n');
await quejas.close();
