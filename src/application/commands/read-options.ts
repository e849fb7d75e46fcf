/** The options of a call by name, each read once; or the name of the first that does not belong there (empty: none can be read). */
export type ReadOptions =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly at: string };

const unreadable: ReadOptions = { ok: false, at: '' };

/**
 * Reads the options that a host in JavaScript passed, whatever they are. Absent options are none. A name that is not
 * known is a fault: a misspelt option would else be passed over without a word.
 */
export const readOptions = (given: unknown, names: readonly string[]): ReadOptions => {
  if (given === undefined) return { ok: true, values: {} };
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return unreadable;
  try {
    const all = Object.entries(given).filter(([, value]) => value !== undefined);
    const unknown = all.find(([name]) => !names.includes(name));
    return unknown === undefined
      ? { ok: true, values: Object.fromEntries(all) }
      : { ok: false, at: unknown[0].slice(0, 60) };
  } catch {
    // Only a host's own object can do this: one whose property throws when it is read.
    return unreadable;
  }
};
