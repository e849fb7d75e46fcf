import type { Instant } from '../../../domain/kernel/instant.js';
import type { FilingCommands, FilingEvents } from '../../../domain/complaint/filing/messages.js';
import {
  channels,
  defects,
  kinds,
  languages,
  severities,
  subjects,
  type Channel,
  type Defect,
  type Kind,
  type Language,
  type Severity,
  type Subject,
} from '../../../domain/complaint/vocabulary.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { nested } from './hydrate.js';
import type { Filing } from './inputs.js';
import { intake, type Intakes } from './intake.js';
import { reference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { code, text } from './rules/texts.js';
import { anyOf, listOf, moment, oneOf, whole } from './rules/values.js';
import {
  AttachmentDto,
  ExternalReferenceDto,
  MoneyDto,
  PersonDto,
  plain,
  RelationshipDto,
} from './shapes.dto.js';

/** What a user raises (O-14): any kind of request, by any channel (O-01..O-09). No field holds a fee (O-08, I-04). */
export class FileDto extends CommandDto {
  @Field(oneOf(kinds)) kind!: Kind;
  @Field(optional(code)) subkind?: string;
  /** Default: the service for a fault, billing for a clarification, else other. */
  @Field(optional(oneOf(subjects))) subject?: Subject;
  @Field(optional(oneOf(defects))) defect?: Defect;
  @Field(oneOf(channels)) channel!: Channel;
  /** Default: when it happened (`occurredAt`), else now. */
  @Field(optional(moment)) receivedAt?: Instant;
  @Field(nested(PersonDto)) subscriber!: PersonDto;
  @Field(optional(nested(PersonDto))) reporter?: PersonDto;
  @Field(optional(reference)) contract?: string;
  @Field(optional(oneOf(severities))) severity?: Severity;
  @Field(optional(oneOf(channels))) preferredChannel?: Channel;
  @Field(optional(oneOf(languages))) language?: Language;
  @Field(optional(reference)) municipality?: string;
  @Field(optional(reference)) service?: string;
  @Field(optional(reference)) equipment?: string;
  @Field(optional(nested(MoneyDto))) price?: MoneyDto;
  @Field(optional(whole(1, 3660))) periodDays?: number;
  @Field(optional(listOf(nested(AttachmentDto), 20))) attachments?: readonly AttachmentDto[];
  @Field(optional(listOf(nested(ExternalReferenceDto), 20)))
  externalReferences?: readonly ExternalReferenceDto[];
  @Field(optional(listOf(nested(RelationshipDto), 20))) relationships?: readonly RelationshipDto[];
  @Field(text(8000)) description!: string;
  @Field(optional(text(4000))) remedySought?: string;
}

const subjectOf = (kind: Kind): Subject => {
  if (kind === 'fault') return 'service';
  return kind === 'clarification' ? 'billing' : 'other';
};

const filingInput = (fields: Omit<FileDto, keyof CommandDto>): Filing => {
  const { subscriber, reporter, price, attachments, externalReferences, relationships, ...flat } = fields;
  return {
    ...flat,
    subject: flat.subject ?? subjectOf(flat.kind),
    severity: flat.severity ?? 'normal',
    language: flat.language ?? 'es',
    subscriber: plain(subscriber),
    ...(reporter && { reporter: plain(reporter) }),
    ...(price && { price: plain(price) }),
    ...(attachments && { attachments: attachments.map(plain) }),
    ...(externalReferences && { externalReferences: externalReferences.map(plain) }),
    ...(relationships && { relationships: relationships.map(plain) }),
  };
};

export class CommunicateFolioDto extends CommandDto {
  @Field(oneOf(channels)) channel!: Channel;
  @Field(optional(moment)) communicatedAt?: Instant;
}

export class AcknowledgeDto extends CommandDto {
  @Field(oneOf(channels)) channel!: Channel;
  @Field(optional(moment)) sentAt?: Instant;
}

export class RefuseDto extends CommandDto {
  @Field(
    anyOf<FilingEvents['NotAccepted']['reason']>({
      'not-a-customer': true,
      'out-of-scope': true,
      'not-understood': true,
    }),
  )
  reason!: FilingEvents['NotAccepted']['reason'];
  @Field(text(4000)) explanation!: string;
}

export class IssueCertificateDto extends CommandDto {
  @Field(oneOf(channels)) channel!: Channel;
  @Field(optional(moment)) issuedAt?: Instant;
}

export const filingIntakes = {
  file: intake(FileDto, filingInput),
  communicateFolio: intake(CommunicateFolioDto, (fields, at) => ({
    ...fields,
    communicatedAt: fields.communicatedAt ?? at,
  })),
  acknowledge: intake(AcknowledgeDto, (fields, at) => ({ ...fields, sentAt: fields.sentAt ?? at })),
  refuse: intake(RefuseDto, (fields) => fields),
  issueCertificate: intake(IssueCertificateDto, (fields, at) => ({
    ...fields,
    issuedAt: fields.issuedAt ?? at,
  })),
} satisfies Intakes<Omit<FilingCommands, 'file'> & { readonly file: Filing }>;
