import { resolve } from 'node:path';
import { canonicalize } from 'json-canonicalize';
import { parseRecipientKey } from '../../../infrastructure/crypto/recipient-key.js';
import { revealBundle } from '../../../jobs/reveal/index.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault, unreadable } from '../faults.js';
import { textOf } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import type { Session } from '../session/session.js';
import { readInput } from './given-files.js';
import { noteTrust, tellFault, trustOf } from './run-verify.js';

export const runReveal = async (session: Session, { operand = '', options }: Given): Promise<ExitStatus> => {
  const file = textOf(options, 'recipientKey');
  if (file === undefined) throw fault('argument-missing', { name: '--recipient-key' });
  const trust = await trustOf(session, options);
  const recipientKey = Buffer.from(await readInput(session, file)).toString();
  if (parseRecipientKey(recipientKey) === undefined) throw fault('recipient-invalid', { file });
  const revealed = await revealBundle(resolve(session.cwd, operand), { trust, recipientKey }, (event) =>
    session.out.write(`${canonicalize(event)}\n`),
  ).catch((error: unknown) => {
    throw unreadable(operand, error);
  });
  if (revealed.kind === 'faulty') return tellFault(session, revealed.fault);
  if (revealed.kind === 'redacted') throw fault('bundle-redacted', { file: operand });
  if (revealed.kind === 'other-recipient')
    throw fault('recipient-differs', { file: operand, recipient: revealed.recipient });
  await noteTrust(session, revealed.verified);
  return done;
};
