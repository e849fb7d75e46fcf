import { instantOf, millisecondsOf } from '../../domain/kernel/instant.js';
import { compensate, notifyAndClose, tellOfTheEnd } from './conclude.js';
import { fileRequest, type Request } from './file-request.js';
import { fromLocal, hourMs, minuteMs } from './local-time.js';
import type { Story } from './story.js';

const fault = { subject: 'service', defect: 'failure', description: 'No tengo servicio.' };

const call = (receivedAt: number, contract: number): Request => ({
  kind: 'fault',
  channel: 'phone',
  receivedAt,
  about: fault,
  contract,
});

/** A trap begins at a local midnight, on a contract of its own. */
type Trap = (story: Story, midnight: number, contract: number) => void;

const localTime = ({ profile: { zone } }: Story, midnight: number, hours: number, minutes: number) =>
  millisecondsOf(fromLocal(midnight + hours * hourMs + minutes * minuteMs, zone));

const filedAt =
  (hours: number, minutes: number): Trap =>
  (story, midnight, contract) => {
    const at = localTime(story, midnight, hours, minutes);
    story.waitUntil(at);
    fileRequest(story, call(at, contract));
  };

const begin = (story: Story, midnight: number, contract: number) => {
  filedAt(11, 0)(story, midnight, contract);
  story.tell('assignTechnician', { technician: story.staff.lead.actor }, story.staff.desk);
};

const found = (story: Story) => {
  const { tell, staff, receivedAt } = story;
  const affectedFrom = receivedAt();
  tell(
    'verifyCause',
    { causes: ['cut-fibre'], faultFound: true, attribution: 'provider', affectedFrom },
    staff.lead,
  );
};

const ruled = ({ tell, staff }: Story) => {
  tell(
    'rule',
    { outcome: 'upheld', basis: 'commercial-standard', reasons: 'Se comprobó la falla.' },
    staff.ruling,
  );
};

const mended = ({ tell, staff, now }: Story) => {
  tell('repair', { action: 'spliced', atHome: false, restoredAt: now() }, staff.lead);
  tell('reportRepair', { outcome: 'repaired' }, staff.lead);
  tell('confirmRestoration', { by: 'measurement', confirmedAt: now() }, staff.desk);
};

/** The user is not at home, twice (I-15). */
const absentTwice: Trap = (story, midnight, contract) => {
  begin(story, midnight, contract);
  const { tell, staff, now } = story;
  for (const visit of [1, 2]) {
    const from = millisecondsOf(now()) + 4 * hourMs;
    const window = { from: instantOf(from), to: instantOf(from + 4 * hourMs) };
    tell('scheduleVisit', { visitor: staff.lead.actor, window, purpose: 'repair' }, staff.desk);
    tell('notifyVisit', { visit, channel: 'phone', notifiedAt: now() }, staff.desk);
    story.waitUntil(from + hourMs);
    tell('failVisit', { visit, reason: 'user-absent', failedAt: now() }, staff.lead);
    story.wait(18, 18);
  }
};

/** It is ruled on before it is repaired: either order is right, and the notice needs both (domain.md 6.2). */
const ruledFirst: Trap = (story, midnight, contract) => {
  begin(story, midnight, contract);
  story.wait(2, 2);
  found(story);
  ruled(story);
  story.tell('notifyUser', { recipient: 'subscriber', sentAt: story.now() }, story.staff.desk);
  story.wait(3, 3);
  mended(story);
  compensate(story);
  notifyAndClose(story);
};

/** The technician writes down in the evening what was done at noon (I-19). */
const backDated: Trap = (story, midnight, contract) => {
  begin(story, midnight, contract);
  const { tell, staff } = story;
  story.wait(9, 9);
  const noon = instantOf(localTime(story, midnight, 13, 0));
  tell('addNote', { visibility: 'staff', note: 'A mediodía se midió la línea.' }, staff.lead, {
    occurredAt: noon,
  });
  found(story);
};

/** ARCO cancellation while PROFECO has the file open: taken down, and nothing is erased or closed (I-17). */
const arcoDuringProceeding: Trap = (story, midnight, contract) => {
  begin(story, midnight, contract);
  const { tell, staff } = story;
  const user = story.user();
  tell('openAuthorityProceeding', { authority: 'PROFECO', reference: `PFC-${contract}` }, staff.legal);
  story.wait(5, 5);
  tell('requestArco', { right: 'cancellation', request: 'Solicito la cancelación de mis datos.' }, user);
  story.wait(2, 2);
  found(story);
  mended(story);
  ruled(story);
  compensate(story);
  story.wait(1, 1);
  tell('notifyUser', { recipient: 'subscriber', sentAt: story.now() }, staff.desk);
  tell('close', {}, staff.desk);
};

/** The caller is no subscriber: filed, numbered, and not accepted. */
const noSubscriber: Trap = (story, midnight, contract) => {
  filedAt(12, 30)(story, midnight, contract);
  story.tell(
    'refuse',
    { reason: 'not-a-customer', forUser: 'No tiene contrato con nosotros.' },
    story.staff.desk,
  );
  tellOfTheEnd(story);
};

/** The mail server's clock is four minutes behind the telephone exchange's. */
const skewedMail: Trap = (story, midnight, contract) => {
  const at = localTime(story, midnight, 10, 0);
  story.waitUntil(at);
  fileRequest(story, { ...call(at - 4 * minuteMs, contract), channel: 'email' });
};

/** The cases of the adversarial set (domain.md 8.2) that fit into any fortnight. */
export const traps: Readonly<Record<string, Trap>> = {
  'minute-before-closing': filedAt(20, 59),
  'at-closing': filedAt(21, 0),
  'minute-after-closing': filedAt(21, 1),
  'absent-twice': absentTwice,
  'ruled-first': ruledFirst,
  'back-dated': backDated,
  'arco-during-proceeding': arcoDuringProceeding,
  'no-subscriber': noSubscriber,
  'skewed-mail': skewedMail,
};
