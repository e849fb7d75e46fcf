import type { NewEvent } from 'quejas';
import type { Instant } from 'quejas/domain';
import type { ProposedEvent } from 'quejas/eventstoredb';
import { eventId } from './event-id.js';
import { by, contactMade } from './workload.js';

const zone = 'America/Mexico_City';
const provider = 'conectared';

/** A contact as it is handed to a store. */
export const contactEvent = (stream: string, commandId: string, at: Instant): NewEvent => ({
  id: eventId(stream, commandId),
  type: 'ContactMade',
  version: 1,
  occurredAt: contactMade.contactedAt,
  zone,
  recordedAt: at,
  data: contactMade,
  metadata: {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: by.actor,
    role: by.role,
    provider,
    backdated: true,
    index: 0,
    commandSize: 1,
  },
});

/** The same contact as it is handed to a client. */
export const proposedContact = (stream: string, commandId: string, at: Instant): ProposedEvent => ({
  id: eventId(stream, commandId),
  type: 'ContactMade',
  contentType: 'application/json',
  data: contactMade,
  metadata: {
    $correlationId: commandId,
    $causationId: commandId,
    commandId,
    actor: by.actor,
    role: by.role,
    provider,
    backdated: true,
    index: 0,
    commandSize: 1,
    envelope: { version: 1, occurredAt: contactMade.contactedAt, zone, recordedAt: at },
  },
});
