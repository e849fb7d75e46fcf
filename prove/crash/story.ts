import { asCustomerService, asUser, conectared, openQuejas, type CommandResult, type Quejas } from 'quejas';
import { instantOf } from 'quejas/domain';

const cs = asCustomerService('cs-1');
const words = 'Sin internet';
const receivedAt = '2026-03-02T10:00:00-06:00';
/** The clock of the proof stands still: a folio is told when it is assigned. */
export const now = '2026-03-02T17:00:00.000Z';

/** The steps of one complaint; each is sent with an id of its own, so that it can be sent again. */
export const steps = ['file', 'tell', 'assign', 'ask', 'answer', 'reassign'] as const;

const phoneOf = (complaint: number): string => `229 555 ${String(1_000 + complaint)}`;

const contacted = (folio: string, complaint: number) => ({
  commandId: `tell-${String(complaint)}`,
  channel: 'phone' as const,
  communicatedAt: now,
  folio,
});

const step = (
  quejas: Quejas,
  folio: string,
  complaint: number,
  name: (typeof steps)[number],
): Promise<CommandResult> => {
  const commandId = `${name}-${String(complaint)}`;
  const handle = quejas.complaint(folio);
  switch (name) {
    case 'file':
      return quejas.file(
        {
          commandId,
          kind: 'fault',
          channel: 'phone',
          receivedAt,
          subscriber: { ref: `s-${String(complaint)}`, name: 'Nadie', phone: phoneOf(complaint) },
          description: words,
        },
        cs,
      );
    case 'tell': {
      const { folio: _told, ...input } = contacted(folio, complaint);
      return handle.communicateFolio(input, cs);
    }
    case 'assign':
      return handle.assignTechnician({ commandId, technician: 'rt-1' }, cs);
    case 'ask':
      return handle.requestInformation({ commandId, question: '¿Qué luces ve?' }, cs);
    case 'answer':
      return handle.receiveInformation({ commandId, answer: 'Ninguna' }, asUser(`s-${String(complaint)}`));
    case 'reassign':
      return handle.assignTechnician({ commandId, technician: 'rt-2' }, cs);
  }
};

const opened = (folder: string): Promise<Quejas> =>
  openQuejas({
    store: `sqlite:${folder}/quejas.db`,
    keys: `file:${folder}/keys/keys.db`,
    provider: conectared,
    clock: () => instantOf(Date.parse(now)),
  });

/** The folios whose words cannot be opened any more: a key was handed out before it was durable. */
export const unreadable = async (folder: string): Promise<readonly string[]> => {
  const quejas = await opened(folder);
  const { events } = await quejas.events({ limit: 10_000, types: ['FolioAssigned'] });
  const folios: string[] = [];
  for (const { data } of events) {
    const folio = typeof data['folio'] === 'string' ? data['folio'] : '';
    const shown = await quejas.show(folio, cs);
    if (!JSON.stringify(shown).includes(words)) folios.push(folio);
  }
  await quejas.close();
  return folios;
};

/** The complaints that a search by their user's phone does not find. */
export const unfound = async (folder: string, complaints: number): Promise<readonly number[]> => {
  const quejas = await opened(folder);
  const missing: number[] = [];
  for (let complaint = 0; complaint < complaints; complaint += 1)
    if ((await quejas.find({ phone: phoneOf(complaint) }, cs)).total !== 1) missing.push(complaint);
  await quejas.close();
  return missing;
};

/** A part of the complaints: each of several processes takes one of so many. */
export interface Part {
  readonly complaints: number;
  readonly first: number;
  readonly step: number;
}

/** Lives a part of the complaints through, some at once, and tells each acknowledgement, with its folio, as it comes. */
export const live = async (
  folder: string,
  { complaints, first, step: by }: Part,
  told: (commandId: string, folio: string) => void,
): Promise<void> => {
  const quejas = await opened(folder);
  let next = first;
  const worker = async () => {
    while (next < complaints) {
      const complaint = next;
      next += by;
      let folio = '';
      for (const name of steps) {
        const done = await step(quejas, folio, complaint, name);
        if (!done.ok) throw new Error(`${name}-${String(complaint)}: ${JSON.stringify(done)}`);
        folio = done.folio;
        told(`${name}-${String(complaint)}`, folio);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await quejas.close();
};
