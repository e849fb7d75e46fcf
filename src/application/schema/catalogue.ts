import type { ComplaintEvents, ComplaintEventType } from '../../domain/complaint/events.js';
import { isComplaintEventType } from '../../domain/complaint/evolve.js';
import { personalFields } from '../../domain/complaint/personal-fields.js';
import type { Whose } from '../../domain/complaint/stage.js';
import type { FolioEvents } from '../../domain/folio/events.js';
import type { PublicationEvents } from '../../domain/sla/publication/events.js';
import { folioSchemas } from './folio-events.js';
import { publicationSchemas } from './publication-events.js';
import { vaultSchemas, type VaultEvents } from './vault-events.js';
import { storeSchemas, type StoreEvents } from './store-events.js';
import { stages } from '../stages/stages.js';
import { codedError } from '../errors/coded-error.js';
import type { EventSchema, EventSchemas } from '../stages/event-schema.js';

export type { EventSchema, EventSchemas, Presence, Upcaster } from '../stages/event-schema.js';

/** Every event of a complaint: what it means and what it carries. One left out does not compile. */
export const catalogue: EventSchemas<ComplaintEvents> = stages.events;

/** Every event of a provider's folio numbers. */
export const folioCatalogue: EventSchemas<FolioEvents> = folioSchemas;

/** Every event of the calendars and policies that deadlines count by. */
export const publicationCatalogue: EventSchemas<PublicationEvents> = publicationSchemas;

/** What is recorded of a store's key vault. */
export const vaultCatalogue: EventSchemas<VaultEvents> = vaultSchemas;

/** Every event of a store itself. */
export const storeCatalogue: EventSchemas<StoreEvents> = storeSchemas;

/**
 * A type of event that the catalogue knows: of a complaint, of folio numbers, of what is published, of the key vault, or of the store
 * itself.
 */
export type EventType =
  | ComplaintEventType
  | 'FolioBlockReserved'
  | 'FolioBlockVoided'
  | 'FolioBlockReturned'
  | 'CalendarPublished'
  | 'PolicyPublished'
  | 'VaultBound'
  | 'LossAccepted';

/** Every event that Quejas writes. */
export const schemas: Readonly<Record<EventType, EventSchema>> = {
  ...catalogue,
  ...folioCatalogue,
  ...publicationCatalogue,
  ...vaultCatalogue,
  ...storeCatalogue,
};

/** True for a type that the catalogue knows. */
export const isEventType = (type: string): type is EventType => Object.hasOwn(schemas, type);

/** The schema of a type of event; `undefined` for a type that this version does not write. */
export const schemaOf = (type: string): EventSchema | undefined =>
  isEventType(type) ? schemas[type] : undefined;

/** The personal values sealed beside an event of this type, and whose they are, as its stage declares them. */
export const personalFieldsOf = (type: string): Readonly<Record<string, Whose>> =>
  isComplaintEventType(type) ? personalFields[type] : {};

/** The version in which an event of this type is written. Throws `event-type-unknown`: such an event has no schema. */
export const versionOf = (type: string): number => {
  const schema = schemaOf(type);
  if (schema !== undefined) return schema.version;
  throw codedError(
    'event-type-unknown',
    {
      es: `El catálogo no tiene ningún hecho de tipo «${type}».`,
      en: `The catalogue has no event of type "${type}".`,
    },
    { type },
  );
};
