// A host of its own on one file: files requests and keeps a read model of its own beside them, until it is told to end
// or has filed a thousand.
const [, , dist, store, keys] = process.argv;
const { asCustomerService, conectared, openQuejas } = await import(new URL('index.js', dist).href);
const { defineProjection } = await import(new URL('projections/index.js', dist).href);

const byChannel = defineProjection({
  name: 'by-channel',
  version: 1,
  columns: { channel: 'text', filed: 'integer' },
  key: ['channel'],
  on: { Filed: ({ data }, rows) => rows.add({ channel: data.channel }, { filed: 1 }) },
});

const quejas = await openQuejas({ store, keys, provider: conectared, projections: [byChannel] });
const by = asCustomerService('cs-1');
const failed = [];
let accepted = 0;
let ended = false;
const told = new Promise((resolve) => process.stdin.once('data', resolve)).then(() => (ended = true));

for (let number = 0; !ended && number < 1_000; number += 1) {
  try {
    const result = await quejas.file(
      {
        commandId: `f-${number}`,
        kind: 'fault',
        channel: 'phone',
        receivedAt: new Date(),
        subscriber: { ref: `s-${number}` },
        contract: `c-${number}`,
        description: 'Sin internet',
      },
      by,
    );
    if (result.ok) accepted += 1;
    else failed.push(result.code);
  } catch (error) {
    failed.push(error.code ?? String(error));
  }
  if (number === 0) process.stdout.write('begun\n');
}
await told;
const { items } = await quejas.rows(byChannel).page();
process.stdout.write(JSON.stringify({ accepted, failed, items }));
await quejas.close();
