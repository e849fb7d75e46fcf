import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { libraryOpener } from '../../src/interfaces/cli/session/library-opener.js';
import { clock, runWith, type Setting } from '../interfaces/cli/terminal.js';

/** What is filed where nothing else is said: a fault, by telephone. */
export const phonedFault = {
  commandId: '0198c000-0000-7000-8000-000000000001',
  kind: 'fault',
  channel: 'phone',
  receivedAt: '2026-11-24T17:00:00.000Z',
  subscriber: { ref: 's-1', name: 'Ana Pérez', phone: '+52 229 000 0000' },
  contract: 'k-1',
  description: 'Sin señal desde anoche',
};

/** `quejas` as it is run by a user who has nothing but a folder, an empty one for each test. */
export const cliFolder = () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quejas-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const quejas = (argv: readonly string[], setting: Setting = {}) =>
    runWith(libraryOpener, [...argv, '--now', clock], {
      cwd: folder,
      ...setting,
      env: { HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), ...setting.env },
    });

  /** The same, and the last value that it printed. */
  const json = async (argv: readonly string[], setting: Setting = {}) => {
    const ran = await quejas([...argv, '--json'], setting);
    return { ...ran, value: ran.json.at(-1) };
  };

  return { folder: () => folder, quejas, json };
};
