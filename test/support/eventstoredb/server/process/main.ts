// The server's process: node main.ts [--port N] [--file PATH] [--max-append-size BYTES]. Its parent orders it over IPC.
import { parseArgs } from 'node:util';
import { createEventLog } from '../log/event-log.js';
import { openJournal } from '../log/journal.js';
import { serve } from '../serve.js';
import type { Serving } from '../serve.js';
import type { Numbered, Order, Told } from './protocol.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    file: { type: 'string' },
    'max-append-size': { type: 'string' },
  },
});

const tell = (told: Told): void => void process.send?.(told);

const carryOut = async (server: Serving, order: Order): Promise<void> => {
  switch (order.act) {
    case 'fault': {
      server.fault(order.rule);
      return;
    }
    case 'clearFaults': {
      server.clearFaults();
      return;
    }
    case 'dropConnections': {
      server.dropConnections();
      return;
    }
    case 'down':
      return server.down();
    case 'up':
      return server.up();
    case 'observe':
  }
};

const now = Date.now;
const file = values.file;
const limit = values['max-append-size'];
const server = await serve({
  port: Number(values.port),
  now,
  log: createEventLog({ now, ...(file !== undefined && { journal: openJournal(file) }) }),
  ...(limit !== undefined && { maxAppendSize: Number(limit) }),
});

process.on('message', ({ number, order }: Numbered) => {
  carryOut(server, order).then(
    () => tell({ kind: 'done', number, observed: server.observed() }),
    (error: unknown) => tell({ kind: 'failed', number, why: String(error) }),
  );
});
// The process that started it is gone.
process.on('disconnect', () => process.exit(0));
tell({ kind: 'listening', port: server.port });
