import { setTimeout as pause } from 'node:timers/promises';
import type { LoopbackServer } from '../../test/support/eventstoredb/server/loopback-server.js';
import type { Outage, Trouble } from './schedule.js';

/** Lets things go wrong as the schedule says. */
export interface Troublemaker {
  /** Says that a command had its answer. */
  readonly answered: () => void;
  /** Ends when nothing is wrong any more; tells how many rules struck before kills, and how many outages there were. */
  readonly end: () => Promise<{ readonly struck: number; readonly outages: number }>;
}

export const troublemaker = (server: LoopbackServer, schedule: readonly Trouble[]): Troublemaker => {
  const left = [...schedule];
  let answers = 0;
  let struck = 0;
  let outages = 0;
  let underWay: Promise<void> = Promise.resolve();

  const suffer = async (outage: Outage): Promise<void> => {
    outages += 1;
    switch (outage.kind) {
      case 'connections-dropped':
        return server.dropConnections();
      case 'down': {
        await server.down();
        await pause(outage.ms);
        return server.up();
      }
      case 'frozen': {
        server.freeze();
        await pause(outage.ms);
        server.thaw();
        return;
      }
      case 'killed': {
        struck += (await server.observed()).struck;
        await server.kill();
        return server.up();
      }
    }
  };

  const due = (): void => {
    while ((left[0]?.afterAnswers ?? Infinity) <= answers) {
      const trouble = left.shift();
      if (trouble === undefined) return;
      const { what } = trouble;
      // One after the other: a frozen server takes no orders.
      underWay = underWay.then(() => ('rule' in what ? server.fault(what.rule) : suffer(what.outage)));
    }
  };
  due();

  return {
    answered: () => {
      answers += 1;
      due();
    },
    end: async () => {
      await underWay;
      struck += (await server.observed()).struck;
      await server.clearFaults();
      return { struck, outages };
    },
  };
};
