import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Quejas } from '../../../src/composition/quejas.js';
import { fakeQuejas } from './fake-quejas.js';
import { runWith } from './terminal.js';

const server = ['--store', 'esdb://db:2113?tls=false', '--json'];
const never = (): Promise<never> => new Promise(() => undefined);

const interrupted = { status: 1, json: [{ ok: false, code: 'interrupted' }] };

describe('who interrupts while a server does not answer', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const interruptedIn = async (play: (interrupt: () => void) => Partial<Quejas>) => {
    const controller = new AbortController();
    const fake = fakeQuejas(
      play(() => {
        controller.abort();
      }),
    );
    const ran = await runWith(fake.opener, ['queue', ...server], { signal: controller.signal });
    return { ran, closed: fake.closed() };
  };

  it('is heard while the rows begin to follow it', async () => {
    const { ran, closed } = await interruptedIn((interrupt) => ({
      start: () => {
        interrupt();
        return never();
      },
    }));
    expect(ran).toMatchObject(interrupted);
    expect(closed).toBe(1);
  });

  it('is heard while they are brought up to its end', async () => {
    const { ran, closed } = await interruptedIn((interrupt) => ({
      catchUp: () => {
        interrupt();
        return never();
      },
    }));
    expect(ran).toMatchObject(interrupted);
    expect(closed).toBe(1);
  });

  it('waits half a second at most for it to be closed', async () => {
    const running = interruptedIn((interrupt) => ({
      start: () => {
        interrupt();
        return never();
      },
      close: never,
    }));
    await jest.advanceTimersByTimeAsync(499);
    expect(jest.getTimerCount()).toBe(2);
    await jest.advanceTimersByTimeAsync(1);
    expect((await running).ran).toMatchObject(interrupted);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is heard while its provider is looked for, and what was opened then is closed', async () => {
    const controller = new AbortController();
    const fake = fakeQuejas();
    let open = (): void => undefined;
    const ran = await runWith(
      {
        open: async (place) => {
          controller.abort();
          await new Promise<void>((resolve) => (open = resolve));
          return fake.opener.open(place);
        },
      },
      ['queue', ...server],
      { signal: controller.signal },
    );
    expect(ran).toMatchObject(interrupted);
    open();
    await jest.advanceTimersByTimeAsync(0);
    expect(fake.closed()).toBe(1);
  });
});

describe('who interrupts what follows from a command that is stored', () => {
  it.each([
    ['es', 'Falta lo que se sigue de ello (se interrumpió): se hará con el próximo comando.'],
    ['en', 'What follows from it is still to be done (it was interrupted): the next command does it.'],
  ])('is told in %s that it waits, in no words of another language', async (lang, told) => {
    const controller = new AbortController();
    const fake = fakeQuejas({
      runProcesses: () => {
        controller.abort();
        return never();
      },
    });
    const argv = ['projections', 'replay', 'queues', '--store', 'memory:', '--lang', lang];
    const ran = await runWith(fake.opener, argv, { signal: controller.signal });
    expect(ran.status).toBe(0);
    expect(ran.stderr).toContain(told);
  });
});
