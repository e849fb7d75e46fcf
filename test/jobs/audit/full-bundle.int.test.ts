import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, openQuejas } from '../../../src/index.js';
import { conectared } from '../../../src/domain/provider/index.js';
import { fileKeyVault } from '../../../src/infrastructure/crypto/file-key-vault.js';
import { parsePersonKeys } from '../../../src/jobs/bundle/person-keys.js';
import {
  openAudit,
  replay,
  revealBundle,
  verifyBundle,
  type ExportOptions,
  type RevealedEvent,
} from '../../../src/jobs/audit/index.js';
import { openStore } from '../../../src/composition/open-parts.js';
import { silentLogger } from '../../../src/application/ports/logger.js';
import { hasPython, pythonReader } from '../../proofs/tampering/python-reader.js';
import { readAsPage } from '../../verify-page/read.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-full-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const keyPair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  return {
    recipient: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    recipientKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
const authority = keyPair();

const store = `sqlite:${join(root, 'q.db')}` as const;
const vault = join(root, 'keys');
const asked = { store, keys: `file:${vault}`, provider: conectared } as const;
const trust = { kind: 'self' } as const;
const now = '2026-11-24T18:00:00.000Z';

/** Three requests of two persons; the folio of the first one. */
const fileRequests = async (): Promise<string> => {
  const quejas = await openQuejas({ ...asked, clock: () => now });
  const folios: string[] = [];
  for (const [number, ref] of ['s-1', 's-2', 's-1'].entries()) {
    const filed = await quejas.file(
      {
        commandId: `00000000-0000-4000-8000-00000000000${String(number)}`,
        ...{ kind: 'fault', channel: 'phone', description: `Zumbido ${String(number)}` },
        subscriber: { ref, name: `Xochiquetzal ${ref}` },
      },
      asCustomerService('cs-1'),
    );
    if (!filed.ok) throw new Error(filed.code);
    folios.push(filed.folio);
  }
  await quejas.close();
  return folios[0] ?? '';
};

const exported = async (name: string, options: ExportOptions = {}): Promise<string> => {
  const path = join(root, name);
  const audit = await openAudit(asked);
  const { ok } = await audit.export(path, options);
  await audit.close();
  if (!ok) throw new Error(name);
  return path;
};

const filesIn = (path: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(path.length + 1), readFileSync(file, 'base64')] as const),
  );

const differing = (one: string, other: string): readonly string[] => {
  const [ones, others] = [filesIn(one), filesIn(other)];
  return [...new Set([...ones.keys(), ...others.keys()])]
    .filter((name) => ones.get(name) !== others.get(name))
    .sort();
};

const revealed = async (path: string, recipientKey = authority.recipientKey) => {
  const events: RevealedEvent[] = [];
  const outcome = await revealBundle(path, { trust, recipientKey }, (event) => void events.push(event));
  return { outcome, events };
};

const wordsIn = (events: readonly RevealedEvent[]): string => JSON.stringify(events);

describe('A full bundle', () => {
  let folio = '';
  let redacted = '';
  let full = '';

  beforeAll(async () => {
    folio = await fileRequests();
    redacted = await exported('redacted');
    full = await exported('full', { recipient: authority.recipient });
  }, 60_000);

  it('has one file more than a redacted one, and the same bytes in all but the manifest', async () => {
    expect(differing(redacted, full)).toEqual(['keys/persons.json', 'manifest.json']);
    expect(differing(redacted, await exported('redacted-again'))).toEqual([]);
  });

  it('made again differs in the wrapped keys alone: each has a key pair of its own', async () => {
    const again = await exported('full-again', { recipient: authority.recipient });
    expect(differing(full, again)).toEqual(['keys/persons.json', 'manifest.json']);
  });

  it('is taken by all three readers, folder and ZIP', async () => {
    const zip = await exported('full.zip', { recipient: authority.recipient });
    for (const path of [full, zip]) {
      expect(await verifyBundle(path, { trust })).toMatchObject({ ok: true });
      expect(await readAsPage(path)).toMatchObject({ ok: true });
      if (!hasPython) continue;
      const python = pythonReader();
      expect(await python.verify(path)).toContain('BIEN / OK');
      python.end();
    }
  });

  it('holds nothing that persons said in the clear', () => {
    const all = [...filesIn(full).values()].map((text) => Buffer.from(text, 'base64').toString('latin1'));
    expect(all.filter((text) => /Xochiquetzal|Zumbido/.test(text))).toEqual([]);
  });

  it('is opened with the recipient’s key: what each person said, by event', async () => {
    const { outcome, events } = await revealed(full);
    expect(outcome).toMatchObject({ kind: 'revealed', events: 3, verified: { trust: 'self' } });
    expect(events.map(({ type }) => type)).toEqual(['Filed', 'Filed', 'Filed']);
    expect(events[1]?.persons['s-2']).toMatchObject({
      kind: 'opened',
      fields: { description: 'Zumbido 1' },
    });
    expect(wordsIn(events)).toContain('Xochiquetzal s-2');
    expect(wordsIn(events)).not.toContain('$asked');
  });

  it('is opened with no other key, and a redacted one with none', async () => {
    const other = await revealed(full, keyPair().recipientKey);
    expect(other.outcome).toMatchObject({ kind: 'other-recipient' });
    expect((await revealed(redacted)).outcome).toEqual({ kind: 'redacted' });
    await expect(revealed(full, 'no key')).rejects.toMatchObject({ code: 'option-invalid' });
    await expect(exported('wrong', { recipient: authority.recipientKey })).rejects.toMatchObject({
      code: 'option-invalid',
    });
  });

  it('of a span that ends before it begins is not made', async () => {
    const span = { from: '2026-12-01T00:00:00Z', to: '2026-11-01T00:00:00Z' };
    await expect(exported('reversed', span)).rejects.toMatchObject({
      ...{ code: 'option-invalid', details: { option: 'to' } },
    });
    expect(existsSync(join(root, 'reversed'))).toBe(false);
  });

  it('of one folio has the keys of its persons alone', async () => {
    const path = await exported('folio', { recipient: authority.recipient, folio });
    const keys = parsePersonKeys(readFileSync(join(path, 'keys/persons.json')));
    expect(Object.keys(keys?.persons ?? {})).toEqual(['s-1']);
    expect((await revealed(path)).outcome).toMatchObject({
      kind: 'revealed',
      events: 1,
      verified: { trust: 'self' },
    });
  });

  it('is refused with a vault that is not the store’s', async () => {
    const foreign = fileKeyVault(join(root, 'foreign'));
    await foreign.open();
    const audit = await openAudit({ ...asked, vault: foreign });
    await expect(
      audit.export(join(root, 'foreign-bundle'), { recipient: authority.recipient }),
    ).rejects.toMatchObject({ code: 'keys-foreign' });
    await audit.close();
    await foreign.close();
  });

  it('tells of a destroyed key that it was destroyed, and changes no hash, proof or number by it', async () => {
    const numbers = async (): Promise<readonly (string | undefined)[]> => {
      const opened = await openStore(store, {
        ...{ namespace: '', logger: silentLogger, mustExist: true, readOnly: true },
      });
      const told: (string | undefined)[] = [];
      for (const what of [{ folio }, 'queue', 'sla'] as const)
        told.push(await replay({ store: opened, provider: conectared }, { of: what, at: now }));
      await opened.close();
      return told;
    };
    const before = await numbers();
    const keys = fileKeyVault(vault);
    await keys.destroy('s-1', conectared.id);
    await keys.close();

    expect(await numbers()).toEqual(before);
    expect(differing(redacted, await exported('redacted-after'))).toEqual([]);
    const after = await exported('full-after', { recipient: authority.recipient });
    expect(differing(full, after)).toEqual(['keys/persons.json', 'manifest.json']);
    const { events } = await revealed(after);
    expect(events.map(({ persons }) => Object.values(persons).map(({ kind }) => kind))).toEqual([
      ['destroyed'],
      ['opened'],
      ['destroyed'],
    ]);
    expect(wordsIn(events)).not.toContain('Xochiquetzal s-1');
    const again = fileKeyVault(vault);
    expect(await again.existingKey('s-1', conectared.id)).toBeUndefined();
    await again.close();
  });
});
