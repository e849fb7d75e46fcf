import { setTimeout as pause } from 'node:timers/promises';
import { asCustomerService, type CommandResult, type Quejas } from 'quejas';
import { isStoreError } from 'quejas/eventstoredb';

const cs = asCustomerService('cs-1');
const receivedAt = '2026-03-02T10:00:00-06:00';

/** What a host was told of its commands. */
export interface Ledger {
  readonly acknowledged: Set<string>;
  readonly refused: Set<string>;
  /** The folio that each filing was answered with. */
  readonly folios: Map<string, string>;
  /** How often a command was sent again because no answer told what became of it. */
  again: number;
}

export const emptyLedger = (): Ledger => ({
  acknowledged: new Set(),
  refused: new Set(),
  folios: new Map(),
  again: 0,
});

/** What a host sends again after: no answer, or rights that the schedule took away for a moment. */
const passing: readonly string[] = ['store-unavailable', 'store-denied'];

/** Milliseconds before it is asked again: a refusal is told at once, and what it waits for has to happen meanwhile. */
const beforeAgain = 5;

/** Asks again after what passes, until there is an answer. */
export const insisting = async <Answer>(ask: () => Promise<Answer>, ledger: Ledger): Promise<Answer> => {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isStoreError(error) || !passing.includes(error.code)) throw error;
      ledger.again += 1;
      await pause(beforeAgain);
    }
  }
};

/** Commands of one complaint, the refused one among them. */
export const commandsEach = 5;

/**
 * Files one complaint and attends it, as a host does: what got no answer is sent again with the same id, until
 * it is acknowledged or refused.
 */
export const attend = async (
  quejas: Quejas,
  complaint: number,
  ledger: Ledger,
  answered: () => void,
): Promise<void> => {
  const insist = async (
    name: string,
    send: (commandId: string) => Promise<CommandResult>,
  ): Promise<CommandResult> => {
    const commandId = `${name}-${String(complaint)}`;
    for (;;) {
      const result = await insisting(() => send(commandId), ledger);
      if (!result.ok && result.code === 'too-busy') {
        ledger.again += 1;
        continue;
      }
      (result.ok ? ledger.acknowledged : ledger.refused).add(commandId);
      answered();
      return result;
    }
  };
  const expected = (name: string, result: CommandResult): CommandResult & { ok: true } => {
    if (result.ok) return result;
    throw new Error(`${name}-${String(complaint)} was refused: ${JSON.stringify(result)}`);
  };

  const subscriber = { ref: `s-${String(complaint)}`, name: 'Nadie' };
  const filing = {
    kind: 'fault',
    channel: 'phone',
    receivedAt,
    subscriber,
    description: 'Sin internet',
  } as const;
  const filed = expected(
    'file',
    await insist('file', (commandId) => quejas.file({ commandId, ...filing }, cs)),
  );
  ledger.folios.set(`file-${String(complaint)}`, filed.folio);
  const handle = quejas.complaint(filed.folio);
  // Two at once on one complaint: one of them is decided again.
  const both = await Promise.all([
    insist('tell', (commandId) => handle.communicateFolio({ commandId, channel: 'phone' }, cs)),
    insist('assign', (commandId) => handle.assignTechnician({ commandId, technician: 'rt-1' }, cs)),
  ]);
  for (const result of both) expected('tell or assign', result);
  const again = await insist('assign-again', (commandId) =>
    handle.assignTechnician({ commandId, technician: 'rt-1' }, cs),
  );
  if (again.ok) throw new Error(`assign-again-${String(complaint)} brings nothing new and was accepted`);
  expected(
    'ask',
    await insist('ask', (commandId) =>
      handle.requestInformation({ commandId, question: '¿Qué luces ve?' }, cs),
    ),
  );
};
