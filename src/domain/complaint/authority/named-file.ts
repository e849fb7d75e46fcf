import { reject } from '../../kernel/decision.js';
import type { Who } from '../relations.js';
import type { FiledComplaint } from '../state.js';
import type { FileOfAuthority } from './messages.js';
import { isOfAnotherOffice } from './office.js';
import { proceedingKey, type Proceeding } from './proceedings.js';

interface Asked {
  readonly authority?: string | undefined;
  readonly reference: string;
}

/** The proceedings that a file number may mean. One of another authority is none to an authority. */
const meant = ({ proceedings }: FiledComplaint, { authority, reference }: Asked, who: Who) =>
  Object.values(proceedings).filter(
    (each) =>
      !isOfAnotherOffice(each.authority, who) &&
      proceedingKey({ authority: authority ?? each.authority, reference }) === proceedingKey(each),
  );

/** The one proceeding that is meant, as a decision found it. */
interface Found {
  readonly ok: true;
  readonly file: FileOfAuthority;
  readonly known: Proceeding;
}

/** The proceeding that a command is about, whether it is open or over. */
export const theOne = (complaint: FiledComplaint, asked: Asked, who: Who) => {
  const { reference } = asked;
  const [known, ...others] = meant(complaint, asked, who);
  if (known === undefined) return reject('no-such-proceeding', { reference });
  if (others.length > 0)
    return reject('authority-not-named', {
      reference,
      authorities: [known, ...others].map(({ authority: name }) => name),
    });
  const found: Found = { ok: true, file: { authority: known.authority, reference: known.reference }, known };
  return found;
};

/** The same where it is open: one that is over takes nothing more. */
export const theOpenOne = (complaint: FiledComplaint, asked: Asked, who: Who) => {
  const found = theOne(complaint, asked, who);
  return found.ok && found.known.stands !== 'open'
    ? reject('proceeding-resolved', { reference: asked.reference })
    : found;
};
