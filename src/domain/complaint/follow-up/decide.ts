import { accept, reject } from '../../kernel/decision.js';
import type { Deciders } from '../context.js';
import { afterTheClock } from '../guards.js';
import { tracks } from '../tracks.js';
import type { FollowUpCommands } from './commands.js';

export const followUpDeciders: Deciders<FollowUpCommands> = {
  /** Both owners are named: the technical lead, and customer service (O-18). */
  assignTechnician: (
    { technician, owner: named },
    { facets, folio, technician: current, owner: before },
    context,
  ) => {
    if (tracks[facets.track].technician === 'never')
      return reject('not-on-this-track', { track: facets.track });
    const owner = named ?? (context.role === 'customer-service' ? context.actor : before);
    if (owner === null) return reject('no-owner');
    if (technician === current && owner === before) return reject('no-new-fact', { folio });
    const reason = current === null ? 'first' : 'reassigned';
    return accept({ type: 'TechnicianAssigned', data: { technician, owner, reason } });
  },

  reassignCase: ({ owner }, { owner: before, folio }) =>
    owner === before
      ? reject('no-new-fact', { folio })
      : accept({ type: 'CaseReassigned', data: { from: before ?? undefined, owner } }),

  /** Every contact counts, two in the same minute as well. A future one would end a pause too early (I-15, I-19). */
  recordContact: (data, _complaint, context) =>
    afterTheClock(data.contactedAt, context) ?? accept({ type: 'ContactMade', data }),

  requestInformation: ({ question }, { requests, filing }) =>
    accept({
      type: 'InformationRequested',
      data: { request: requests.made + 1 },
      personal: { [filing.subscriber]: { question } },
    }),

  receiveInformation: ({ answer }, { requests, filing, folio }) =>
    requests.open.length === 0
      ? reject('nothing-asked', { folio })
      : accept({
          type: 'InformationReceived',
          data: { requests: requests.open },
          personal: { [filing.subscriber]: { answer } },
        }),

  putOnHold: ({ reason, explanation }, { facets: { hold }, filing, folio }) =>
    hold === null
      ? accept({ type: 'PutOnHold', data: { reason }, personal: { [filing.subscriber]: { explanation } } })
      : reject('already-on-hold', { folio, reason: hold }),

  resume: (_none, { facets: { hold }, folio }) =>
    hold === null ? reject('not-on-hold', { folio }) : accept({ type: 'Resumed', data: { reason: hold } }),

  addNote: ({ visibility, note }, { filing }) =>
    accept({ type: 'NoteAdded', data: { visibility }, personal: { [filing.subscriber]: { note } } }),

  /** The same file again may come with other words: those are sealed. */
  attachEvidence: ({ attachment, caption }, { filing }) =>
    accept({
      type: 'EvidenceAttached',
      data: { attachment },
      personal: { [filing.subscriber]: { caption } },
    }),

  openWorkOrder: ({ workOrder }, { facets, folio, workOrders }) => {
    if (tracks[facets.track].technician === 'never')
      return reject('not-on-this-track', { track: facets.track });
    return workOrders.includes(workOrder)
      ? reject('no-new-fact', { folio })
      : accept({ type: 'WorkOrderOpened', data: { workOrder } });
  },
};
