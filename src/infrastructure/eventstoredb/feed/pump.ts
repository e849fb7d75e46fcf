import type { LiveSubscription, ResolvedEvent } from '../client.js';

interface PumpOptions {
  /** Whether another event may be asked for. */
  readonly hasRoom: () => boolean;
  readonly arrive: (resolved: ResolvedEvent) => void;
  /** The next event is waited for. */
  readonly asked: () => void;
  readonly isOver: () => boolean;
  /** The subscription has no more. */
  readonly over: (error: unknown) => void;
}

export interface Pump {
  /** Whether the subscription is waited for, and not we. */
  readonly isAsking: () => boolean;
  /** To be called when room was made, or when it is over. */
  readonly goOn: () => void;
}

/** Takes one event after another from a subscription while there is room for them; the server waits meanwhile. */
export const pump = (subscription: LiveSubscription, options: PumpOptions): Pump => {
  const { hasRoom, arrive, asked, isOver, over } = options;
  let isAsking = false;
  let goOn: () => void = () => undefined;

  const run = async (): Promise<void> => {
    const iterator = subscription[Symbol.asyncIterator]();
    while (!isOver()) {
      if (!hasRoom()) {
        await new Promise<void>((resolve) => (goOn = resolve));
        continue;
      }
      const next = iterator.next();
      isAsking = true;
      asked();
      const result = await next;
      isAsking = false;
      if (result.done === true) over(undefined);
      else if (!isOver()) arrive(result.value);
    }
  };
  run().catch(over);

  return {
    isAsking: () => isAsking,
    goOn: () => {
      goOn();
    },
  };
};
