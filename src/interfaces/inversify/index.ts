import { ContainerModule } from 'inversify';
import type { Quejas } from '../../composition/quejas.js';
import { openQuejas, type OpenQuejasOptions } from '../../composition/open-quejas.js';

/** Where a container keeps Quejas: `await container.getAsync<Quejas>(QUEJAS)`. */
export const QUEJAS = Symbol.for('quejas/Quejas');

/**
 * Quejas as an inversify module (7 or 8): opened when it is first asked for, one for the container and `service`, closed
 * when the container unloads it. A container that serves several providers has a module for each, under a symbol of the
 * host's. Needs no `reflect-metadata`.
 */
export const quejasModule = (options: OpenQuejasOptions, service: symbol = QUEJAS): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind<Quejas>(service)
      .toResolvedValue(() => openQuejas(options))
      .inSingletonScope()
      .onDeactivation((quejas) => quejas.close());
  });

export type * from '../../index.js';
