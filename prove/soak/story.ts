import { asCustomerService, asUser, type CommandResult, type Quejas } from 'quejas';

const cs = asCustomerService('cs-1');

/** A complaint being written: its folio once it has one, and who filed it. */
export interface Written {
  readonly folio: string;
  readonly subscriber: string;
}

type Step = (quejas: Quejas, written: Written, commandId: string, now: string) => Promise<CommandResult>;

const assign: Step = (quejas, { folio }, commandId) =>
  quejas.complaint(folio).assignTechnician({ commandId, technician: 'rt-1' }, cs);

/** The commands of one complaint, in order. The second assignment brings no new fact: it is refused. */
export const story: readonly Step[] = [
  (quejas, { subscriber }, commandId, now) =>
    quejas.file(
      {
        commandId,
        kind: 'fault',
        channel: 'phone',
        receivedAt: now,
        subscriber: { ref: subscriber, name: 'Nadie' },
        description: 'Sin internet',
      },
      cs,
    ),
  (quejas, { folio }, commandId, now) =>
    quejas.complaint(folio).communicateFolio({ commandId, channel: 'phone', communicatedAt: now }, cs),
  assign,
  assign,
  (quejas, { folio }, commandId) =>
    quejas.complaint(folio).requestInformation({ commandId, question: '¿Qué luces ve?' }, cs),
  (quejas, { folio, subscriber }, commandId) =>
    quejas.complaint(folio).receiveInformation({ commandId, answer: 'Ninguna' }, asUser(subscriber)),
];
