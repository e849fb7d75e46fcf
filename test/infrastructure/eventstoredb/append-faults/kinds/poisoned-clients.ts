import { describe, expect, it } from '@jest/globals';
import { sampleAppend } from '../../../../../src/testing/event-store-contract/samples.js';
import type { FaultRule } from '../../../../support/eventstoredb/server/loopback-server.js';
import type { Scene } from '../scene.js';

type FeaturesFault = Extract<FaultRule, { on: 'features' }>['fault'];

const poisons: readonly (readonly [string, FeaturesFault])[] = [
  ['is refused', { kind: 'access-denied' }],
  ['is never answered', { kind: 'no-reply' }],
  ['meets a server that is not ready', { kind: 'not-ready' }],
  ['loses its connection', { kind: 'reset' }],
];

export const makesAnotherClient = ({ server, open, stream }: Scene): void => {
  describe('a client that would answer nothing any more is replaced', () => {
    it.each(poisons)('where its question for the server’s features %s', async (_, fault) => {
      const store = open();
      const name = stream();
      await server().fault({ on: 'features', fault });
      expect(await store.append(sampleAppend(name, 'file', 'none'))).toMatchObject({ kind: 'appended' });
      await server().clearFaults();
      expect(await store.read(name)).toHaveLength(1);
    });

    it('where its first read met no server (its reader would stay dead)', async () => {
      const store = open({ tuning: { patience: 3_000 } });
      const name = stream();
      await server().down();
      await expect(store.read(name)).rejects.toMatchObject({
        code: 'store-unavailable',
        text: { es: expect.stringContaining('Sólo se leía'), en: expect.not.stringContaining('command') },
      });
      await expect(store.append(sampleAppend(name, 'file', 'none'))).rejects.toMatchObject({
        code: 'store-unavailable',
        text: { es: expect.stringContaining('Un comando pudo guardarse o no') },
      });
      await server().up();
      expect(await store.append(sampleAppend(name, 'file', 'none'))).toMatchObject({ kind: 'appended' });
      expect(await store.read(name)).toHaveLength(1);
    });
  });
};
