// A host of its own: at each of the instants given it records what is due, and says when it begins.
const [, , dist, store, keys, ...instants] = process.argv;
const { conectared, openQuejas } = await import(new URL('index.js', dist).href);

let now = instants[0];
const quejas = await openQuejas({ store, keys, provider: conectared, clock: () => now });
process.stdout.write('ready\n');
for (const instant of instants) {
  now = instant;
  await quejas.runDue();
}
process.stdout.write('done\n');
await quejas.close();
