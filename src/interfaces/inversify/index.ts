import { ContainerModule } from 'inversify';
import type { Quejas } from '../../composition/quejas.js';
import { openQuejas, type OpenQuejasOptions } from '../../composition/open-quejas.js';

/** Where a container keeps Quejas: `await container.getAsync<Quejas>(QUEJAS)`. */
export const QUEJAS = Symbol.for('quejas/Quejas');

/** One Quejas, opened when it is first asked for, and again where that failed. */
interface Opening {
  /** The Quejas itself once it is open. Rejects as `openQuejas` does. */
  readonly open: () => Quejas | Promise<Quejas>;
  /** Closes what was opened; what could not be opened has nothing to close. */
  readonly close: () => Promise<void>;
}

const openingOf = (options: OpenQuejasOptions): Opening => {
  let quejas: Quejas | undefined;
  let pending: Promise<Quejas> | undefined;
  const open = async (): Promise<Quejas> => {
    try {
      return (quejas = await openQuejas(options));
    } finally {
      pending = undefined;
    }
  };
  return {
    open: () => quejas ?? (pending ??= open()),
    close: async () => {
      // Why it could not be opened was told to the caller that asked for it.
      await pending?.catch(() => undefined);
      await quejas?.close();
    },
  };
};

/**
 * Quejas as an inversify module (7 or 8): opened when it is first asked for, one for the container and `service`, closed
 * when the container unloads it. Where it cannot be opened the next one to ask opens it again. A container that serves
 * several providers has a module for each, under a symbol of the host's. Needs no `reflect-metadata`.
 */
export const quejasModule = (options: OpenQuejasOptions, service: symbol = QUEJAS): ContainerModule =>
  new ContainerModule(({ bind }) => {
    // A container keeps the rejection of a singleton for ever, and rejects with it again when it is unloaded.
    const opening = Symbol('quejas/opening');
    bind<Opening>(opening)
      .toResolvedValue(() => openingOf(options))
      .inSingletonScope()
      .onDeactivation((opened) => opened.close());
    bind<Quejas>(service).toResolvedValue((opened: Opening) => opened.open(), [opening]);
  });

export type * from '../../index.js';
