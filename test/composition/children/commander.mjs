// A host of its own on a server, whose rows lie in a file that another host uses too: files and notes, half and half.
const [, , dist, store, rows, name, count] = process.argv;
const { asCustomerService, conectared, openQuejas } = await import(new URL('index.js', dist).href);

const quejas = await openQuejas({ store, rows, keys: 'memory:', provider: conectared });
await quejas.start();
const by = asCustomerService('cs-1');
const failed = [];
let accepted = 0;

const attempt = async (command) => {
  try {
    const result = await command();
    if (result.ok) accepted += 1;
    else failed.push(result.code);
    return result.folio;
  } catch (error) {
    failed.push(error.code ?? String(error));
    return undefined;
  }
};

const client = async (numbers) => {
  for (const number of numbers) {
    const id = `${name}-${number}`;
    const folio = await attempt(() =>
      quejas.file(
        {
          commandId: id,
          kind: 'fault',
          channel: 'phone',
          receivedAt: new Date(),
          subscriber: { ref: `s-${id}` },
          contract: `c-${number % 50}`,
          description: 'Sin internet',
        },
        by,
      ),
    );
    const note = { commandId: `note-${id}`, visibility: 'staff', note: 'Revisado' };
    await attempt(() => quejas.complaint(String(folio)).addNote(note, by));
  }
};

const numbers = Array.from({ length: Number(count) / 2 }, (_, number) => number);
await Promise.all([0, 1, 2, 3].map((part) => client(numbers.filter((number) => number % 4 === part))));
process.stdout.write(JSON.stringify({ accepted, failed }));
await quejas.close();
