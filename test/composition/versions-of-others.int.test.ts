import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/index.js';
import { openQuejas } from '../../src/composition/open-quejas.js';
import type { Quejas } from '../../src/composition/quejas.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import type { ProviderProfile } from '../../src/domain/provider/profile.js';
import { removeScratch, report, scratchFolder, steadyClock } from './opened.js';

afterAll(removeScratch);

const staff = asCustomerService('cs-7');

const other = (id: string, prefix: string): ProviderProfile => ({
  ...conectared,
  id,
  folio: { ...conectared.folio, prefix },
  policy: { ...conectared.policy, id: `${id}-policy` },
});

const own = other('one', 'ON');
const renamed: ProviderProfile = { ...own, policy: { ...own.policy, id: 'another-policy' } };

/** Each profile in turn files a request in one store and closes it; then the last one opens it anew. */
const filedByEach = async (first: ProviderProfile, last: ProviderProfile) => {
  const folder = scratchFolder();
  const { clock } = steadyClock();
  const open = (provider: ProviderProfile): Promise<Quejas> =>
    openQuejas({
      ...{ store: `sqlite:${join(folder, 'quejas.db')}`, keys: `file:${join(folder, 'keys', 'keys.db')}` },
      ...{ provider, clock },
    });
  for (const [place, provider] of [first, last].entries()) {
    const quejas = await open(provider);
    const filed = await quejas.file(report(`cmd-${String(place)}`), staff);
    expect(filed.ok).toBe(true);
    await quejas.close();
  }
  const dueIn = async (quejas: Quejas) => {
    const { items } = await quejas.queue('customer-service', staff, {});
    return items.map(({ folio, dueAt }) => ({ folio, dueAt }));
  };
  return { open, dueIn };
};

describe.each([
  ['filed under a policy that was renamed since', own, renamed],
  ["of another provider, whose policy is not this one's", own, other('two', 'TW')],
])('rows of requests %s', (_whose, first, last) => {
  it('keep their deadlines where a program that knows another policy makes them anew, and are verified equal', async () => {
    const { open, dueIn } = await filedByEach(first, last);
    const before = await open(first);
    const due = await dueIn(before);
    expect(due.map(({ dueAt }) => typeof dueAt)).toEqual(due.map(() => 'string'));
    await before.close();
    const rebuilding = await open(last);
    await rebuilding.rebuildProjection('queues');
    await rebuilding.close();
    const verifying = await open(last);
    expect(await verifying.verifyProjection('due-index')).toMatchObject({ rows: 14, equal: true });
    await verifying.close();
    const after = await open(first);
    expect(await dueIn(after)).toEqual(due);
    await after.close();
  });
});
