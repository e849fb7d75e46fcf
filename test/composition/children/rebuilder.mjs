// A host of its own on one file. `write`: files requests until it is told to end. `rebuild`: makes its read models anew,
// over and over, until it is told to end. `die`: makes one anew, and is killed in the middle.
import { writeSync } from 'node:fs';
const [, , dist, store, keys, what, given] = process.argv;
const { asCustomerService, conectared, openQuejas } = await import(new URL('index.js', dist).href);
const { defineProjection } = await import(new URL('projections/index.js', dist).href);

let left = Number.POSITIVE_INFINITY;
const byChannel = defineProjection({
  name: 'by-channel',
  version: 1,
  columns: { channel: 'text', filed: 'integer' },
  key: ['channel'],
  on: {
    Filed: ({ data }, rows) => {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return rows.add({ channel: data.channel }, { filed: 1 });
    },
  },
});

const quejas = await openQuejas({ store, keys, provider: conectared, projections: [byChannel] });
const by = asCustomerService('cs-1');
const failed = [];
let done = 0;
let ended = false;
const told = new Promise((resolve) => process.stdin.once('data', resolve)).then(() => (ended = true));

const file = (id) =>
  quejas.file(
    {
      ...{ commandId: id, kind: 'fault', channel: 'phone', receivedAt: new Date() },
      ...{ subscriber: { ref: `s-${id}` }, contract: `c-${id}`, description: 'Sin internet' },
    },
    by,
  );

const attempt = async (work) => {
  try {
    const result = await work();
    if (result === undefined || result.ok) done += 1;
    else failed.push(result.code);
  } catch (error) {
    failed.push(error.code ?? String(error));
  }
};

if (what === 'die') {
  left = Number(given);
  await quejas.rebuildProjection('by-channel');
  writeSync(1, 'alive');
} else {
  writeSync(1, 'begun\n');
  for (let number = 0; !ended; number += 1) {
    if (what === 'write') await attempt(() => file(`${given}-${number}`));
    else
      for (const name of ['by-channel', 'case-totals']) await attempt(() => quejas.rebuildProjection(name));
  }
  await told;
}
await quejas.close();
writeSync(1, JSON.stringify({ done, failed }));
