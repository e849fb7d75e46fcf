import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { promisify } from 'node:util';

/** The server's door: it knows every connection, so that one can be reset and all can be dropped. */
export interface Listener {
  readonly port: number;
  /** Resets one connection, known by the address of its other end. */
  readonly reset: (peer: string) => void;
  readonly resetAll: () => void;
  readonly connections: () => number;
  /** Takes no more connections and resets those there are. */
  readonly close: () => Promise<void>;
}

const isAddress = (address: string | AddressInfo | null): address is AddressInfo =>
  address !== null && typeof address === 'object';

/** Listens on the loopback interface; port 0 takes a free one. */
export const listen = async (port: number, onConnection: (socket: Socket) => void): Promise<Listener> => {
  const sockets = new Map<string, Socket>();
  const door = createServer((socket) => {
    const peer = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? 0}`;
    sockets.set(peer, socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(peer));
    onConnection(socket);
  });
  await new Promise<void>((resolve, reject) => {
    door.once('error', reject);
    door.listen(port, '127.0.0.1', resolve);
  });
  const address = door.address();
  if (!isAddress(address)) throw new Error('The server has no port.');
  const resetAll = () => {
    for (const socket of sockets.values()) socket.resetAndDestroy();
  };
  return {
    port: address.port,
    reset: (peer) => sockets.get(peer)?.resetAndDestroy(),
    resetAll,
    connections: () => sockets.size,
    close: async () => {
      const closed = promisify(door.close.bind(door))();
      resetAll();
      await closed;
    },
  };
};
