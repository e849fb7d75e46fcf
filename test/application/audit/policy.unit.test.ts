import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { formatCheckpoint, type SignedCheckpoint } from '../../../src/application/audit/notes/checkpoint.js';
import { parseTrustPolicy } from '../../../src/application/audit/notes/parse-trust-policy.js';
import { formatPolicy, policyOfKey } from '../../../src/application/audit/notes/policy.js';
import { generateSigningKey, signNote } from '../../../src/application/audit/notes/signing-key.js';
import { evaluatePolicy } from '../../../src/application/audit/notes/trust.js';
import {
  formatVerifierKey,
  signatureTypes,
  verifierKey,
  type VerifierKey,
} from '../../../src/application/audit/notes/verifier-key.js';

const origin = 'isp.example/complaints';
const root = Buffer.alloc(32, 7);
const text = formatCheckpoint({ origin, size: 5, root });

const witness = (name: string) => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })).export({
    format: 'jwk',
  });
  const key = verifierKey(name, Buffer.from(x, 'base64url'), signatureTypes.cosignature);
  const cosign = (time = 1_679_315_147n, of = text) => {
    const stamp = Buffer.alloc(8);
    stamp.writeBigUInt64BE(time);
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${time}\n${of}`), privateKey);
    return { name, id: key.id, signature: Buffer.concat([stamp, signature]) };
  };
  return { key, cosign };
};

const log = generateSigningKey(origin);
const [w1, w2, w3] = [witness('w1.example'), witness('w2.example'), witness('w3.example')];
const vkey = (key: VerifierKey): string => formatVerifierKey(key);

const policyText = `# what the inspector trusts
log ${vkey(log.verifier)} https://isp.example/complaints
witness X1 ${vkey(w1.key)}
\twitness  X2\t${vkey(w2.key)}
group X 2 X1 X2

witness Y ${vkey(w3.key)}
group both all X Y
quorum both
`;

const policyOf = (file: string) => {
  const parsed = parseTrustPolicy(Buffer.from(file));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
  return parsed.policy;
};

const checkpointWith = (...lines: readonly ReturnType<typeof w1.cosign>[]): SignedCheckpoint => {
  const { signatures } = signNote(text, [log]);
  return { origin, size: 5, root, note: { text, signatures: [...signatures, ...lines] } };
};

describe('a policy of C2SP tlog-policy', () => {
  it('trusts a checkpoint of a listed log that its quorum of witnesses cosigned', () => {
    const trusted = evaluatePolicy(
      policyOf(policyText),
      checkpointWith(w1.cosign(), w2.cosign(), w3.cosign(0n)),
    );
    expect(trusted).toEqual({ ok: true, log: log.verifier, witnesses: [w1.key, w2.key, w3.key] });
  });

  it('refuses a quorum that is not met, a cosignature that fails, and a log that is not listed', () => {
    const policy = policyOf(policyText);
    expect(evaluatePolicy(policy, checkpointWith(w1.cosign(), w3.cosign()))).toEqual({
      ok: false,
      code: 'quorum-unmet',
    });
    const ofAnother = w2.cosign(1n, 'another text\n');
    expect(evaluatePolicy(policy, checkpointWith(w1.cosign(), ofAnother, w3.cosign()))).toEqual({
      ok: false,
      code: 'signature-invalid',
    });
    const other = generateSigningKey(origin);
    expect(evaluatePolicy(policyOfKey(other.verifier), checkpointWith())).toEqual({
      ok: false,
      code: 'checkpoint-untrusted',
    });
    const elsewhere = generateSigningKey('other.example');
    const renamed = { ...checkpointWith(), origin: 'isp.example/complaints' };
    expect(evaluatePolicy(policyOfKey(elsewhere.verifier), renamed).ok).toBe(false);
  });

  it('needs no witness where the quorum is none, and writes what it reads', () => {
    expect(evaluatePolicy(policyOfKey(log.verifier), checkpointWith()).ok).toBe(true);
    const policy = policyOf(policyText);
    expect(policyOf(formatPolicy(policy))).toEqual(policy);
    expect(formatPolicy(policyOfKey(log.verifier))).toBe(`log ${vkey(log.verifier)}\nquorum none\n`);
  });

  it('is refused at its first wrong line, with what is wrong', () => {
    const lines = (...all: readonly string[]) => {
      const parsed = parseTrustPolicy(Buffer.from(`${all.join('\n')}\n`));
      return parsed.ok ? 'ok' : `${parsed.fault.line} ${parsed.fault.reason}`;
    };
    const x = `witness X ${vkey(w1.key)}`;
    const y = `witness Y ${vkey(w2.key)}`;
    expect(lines('quorum none')).toBe('ok');
    expect(lines(x, y, 'group g any X Y', 'quorum g')).toBe('ok');
    expect(lines(x)).toBe('2 quorum-missing');
    expect(lines('quorum none', 'quorum none')).toBe('2 quorum-repeated');
    expect(lines('quorum X', x)).toBe('1 name-unknown');
    expect(lines(x, x, 'quorum X')).toBe('2 key-repeated');
    expect(lines(x, y.replace('Y', 'X'), 'quorum X')).toBe('2 name-taken');
    expect(lines(x, 'group g 2 X', 'quorum g')).toBe('2 threshold-invalid');
    expect(lines(x, 'group g 01 X', 'quorum g')).toBe('2 threshold-invalid');
    expect(lines(x, 'group g any', 'quorum g')).toBe('2 wrong-count');
    expect(lines(x, 'group g any X X', 'quorum g')).toBe('2 name-taken');
    expect(lines(x, 'group g any X', 'group h any X', 'quorum g')).toBe('3 name-taken');
    expect(lines('group none any X', 'quorum none')).toBe('1 name-taken');
    expect(lines(`log ${vkey(w1.key)}`, 'quorum none')).toBe('1 key-invalid');
    expect(lines(`log ${vkey(log.verifier)} url more`, 'quorum none')).toBe('1 wrong-count');
    expect(lines('trust everybody', 'quorum none')).toBe('1 unknown-word');
    expect(lines('quorum none\r')).toBe('1 unknown-octet');
  });

  it('tells names apart by their octets alone', () => {
    const file = `witness K ${vkey(w1.key)}\nwitness \u212a ${vkey(w2.key)}\nquorum \u212a\n`;
    const policy = policyOf(`log ${vkey(log.verifier)}\n${file}`);
    expect(evaluatePolicy(policy, checkpointWith(w1.cosign())).ok).toBe(false);
    expect(evaluatePolicy(policy, checkpointWith(w2.cosign())).ok).toBe(true);
  });
});
