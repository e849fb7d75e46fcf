import { expect } from '@jest/globals';

const thrower = (): never => {
  throw new Error('the machine was asked');
};

/** Runs with `Intl` and the local getters and texts of `Date` replaced by throwers. */
export const withoutTheMachine = <Result>(work: () => Result): Result => {
  const intl = globalThis.Intl;
  const getters = Object.getOwnPropertyNames(Date.prototype).filter((name) =>
    /^(get(?!Time$|UTC)|to(Locale|Date|Time|String))/.test(name),
  );
  const kept = getters.map((name) => [name, Object.getOwnPropertyDescriptor(Date.prototype, name)] as const);
  try {
    Object.defineProperty(globalThis, 'Intl', { get: thrower, configurable: true });
    for (const name of getters)
      Object.defineProperty(Date.prototype, name, { value: thrower, configurable: true });
    expect(() => new Date(0).getHours()).toThrow('the machine was asked');
    return work();
  } finally {
    Object.defineProperty(globalThis, 'Intl', { value: intl, configurable: true, writable: true });
    for (const [name, was] of kept) if (was !== undefined) Object.defineProperty(Date.prototype, name, was);
  }
};
