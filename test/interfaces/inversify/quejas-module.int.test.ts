import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { Container } from 'inversify';
import { conectared, emenet, type ProviderProfile } from '../../../src/index.js';
import { QUEJAS, quejasModule, type Quejas } from '../../../src/interfaces/inversify/index.js';
import { removeScratch, scratchFolder } from '../../composition/opened.js';

afterAll(removeScratch);

const other = Symbol('emenet');

const containerIn = async (folder: string, missing: string) => {
  const optionsIn = (place: string, provider: ProviderProfile) => ({
    store: `sqlite:${join(place, 'quejas.db')}` as const,
    keys: `file:${join(folder, 'keys', 'keys.db')}` as const,
    provider,
  });
  const container = new Container();
  await container.load(
    quejasModule(optionsIn(missing, emenet), other),
    quejasModule(optionsIn(folder, conectared)),
  );
  return container;
};

it('a provider that cannot be opened does not keep its container from closing the others', async () => {
  const folder = scratchFolder();
  const container = await containerIn(folder, join(folder, 'missing'));
  const quejas = await container.getAsync<Quejas>(QUEJAS);
  await expect(container.getAsync(other)).rejects.toMatchObject({ code: 'store-folder-missing' });
  await container.unbindAll();
  await expect(quejas.totals()).rejects.toMatchObject({ code: 'store-closed' });
});

it('a provider that could not be opened is opened by the next one to ask', async () => {
  const folder = scratchFolder();
  const missing = join(folder, 'missing');
  const container = await containerIn(folder, missing);
  await expect(container.getAsync(other)).rejects.toMatchObject({ code: 'store-folder-missing' });
  mkdirSync(missing);
  const quejas = await container.getAsync<Quejas>(other);
  expect(await quejas.totals()).toMatchObject({ filed: 0 });
  await container.unbindAll();
  await expect(quejas.totals()).rejects.toMatchObject({ code: 'store-closed' });
});

it('all who ask are given one Quejas, at once where it is open', async () => {
  const folder = scratchFolder();
  const container = await containerIn(folder, folder);
  const [one, same] = await Promise.all(
    [QUEJAS, QUEJAS].map((service) => container.getAsync<Quejas>(service)),
  );
  expect(one).toBe(same);
  expect(container.get<Quejas>(QUEJAS)).toBe(one);
  await container.unbindAll();
});

it('a container that nothing was asked of opens nothing', async () => {
  const folder = scratchFolder();
  const container = await containerIn(folder, folder);
  await container.unbindAll();
  expect(existsSync(join(folder, 'quejas.db'))).toBe(false);
});
