// writer.mjs DIST PATH NAME COUNT CLIENTS: appends COUNT commands to the store, CLIENTS of them at a time, and says on
// standard output what is about to be sent (`sent ID`) and what was acknowledged (`stored ID`).
const [dist, path, name, count, clients] = process.argv.slice(2);
const { sqliteEventStore } = await import(`${dist}infrastructure/sqlite/index.js`);
const { countingProjections } = await import(`${dist}testing/event-store-contract/inline-samples.js`);
const { sampleAppend } = await import(`${dist}testing/event-store-contract/samples.js`);

const store = sqliteEventStore({ path, inline: countingProjections() });
let next = 0;
const client = async () => {
  while (next < Number(count)) {
    next += 1;
    const id = `${name}-${next}`;
    process.stdout.write(`sent ${id}\n`);
    await store.append(sampleAppend(`complaint-${next % 5}`, id, 'any', 1 + (next % 3)));
    process.stdout.write(`stored ${id}\n`);
  }
};
await Promise.all(Array.from({ length: Number(clients) }, client));
await store.close();
