import type { FilingCommands, FilingEvents } from '../../domain/complaint/filing/messages.js';
import {
  type Channel,
  type Defect,
  type Kind,
  type Language,
  type Report,
  type Severity,
  type Subject,
  channels,
  defects,
  kinds,
  languages,
  reports,
  severities,
  subjects,
} from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { faultAt } from '../commands/dto/fault.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import type { Filing } from '../commands/dto/inputs.js';
import { intake } from '../commands/dto/intake.js';
import { outsideReference, reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { code, text } from '../commands/dto/rules/texts.js';
import { anyOf, listOf, moment, oneOf, whole } from '../commands/dto/rules/values.js';
import {
  AttachmentDto,
  ExternalReferenceDto,
  ChargeDto,
  MoneyDto,
  PersonDto,
  RelationshipDto,
  plain,
} from '../commands/dto/shapes.dto.js';
import { reportRefOf } from '../identity/derived-ids.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

/** What a user raises (O-14): any kind of request, by any channel (O-01..O-09). No field holds a fee (O-08, I-04). */
export class FileDto extends CommandDto {
  @Field(oneOf(kinds)) kind!: Kind;
  @Field(optional(code)) subkind?: string;
  /** Default: the service for a fault or a complaint, billing for a clarification, else other. */
  @Field(optional(oneOf(subjects))) subject?: Subject;
  @Field(optional(oneOf(defects))) defect?: Defect;
  @Field(oneOf(channels)) channel!: Channel;
  /** Default: when it happened (`occurredAt`), else now. */
  @Field(optional(moment)) receivedAt?: Instant;
  /** Needed but in a report, which has none: there a pseudonym of the report itself is made up. */
  @Field(optional(nested(PersonDto))) subscriber?: PersonDto;
  @Field(optional(nested(PersonDto))) reporter?: PersonDto;
  /** Who reports what is no subscriber's request. */
  @Field(optional(oneOf(reports))) report?: Report;
  @Field(optional(reference)) contract?: string;
  @Field(optional(oneOf(severities))) severity?: Severity;
  @Field(optional(oneOf(channels))) preferredChannel?: Channel;
  @Field(optional(oneOf(languages))) language?: Language;
  @Field(optional(reference)) municipality?: string;
  @Field(optional(reference)) service?: string;
  @Field(optional(reference)) equipment?: string;
  @Field(optional(nested(MoneyDto))) price?: MoneyDto;
  @Field(optional(whole(1, 3660))) periodDays?: number;
  /** How much the user says was charged unduly; of billing alone. */
  @Field(optional(nested(ChargeDto))) disputedCharge?: ChargeDto;
  /** The statement that shows it, as a reference. */
  @Field(optional(outsideReference)) statement?: string;
  @Field(optional(listOf(nested(AttachmentDto), 20))) attachments?: readonly AttachmentDto[];
  @Field(optional(listOf(nested(ExternalReferenceDto), 20)))
  externalReferences?: readonly ExternalReferenceDto[];
  @Field(optional(listOf(nested(RelationshipDto), 20))) relationships?: readonly RelationshipDto[];
  @Field(text(8000)) description!: string;
  @Field(optional(text(4000))) remedySought?: string;
}

const subjectOf = (kind: Kind): Subject => {
  if (kind === 'fault' || kind === 'complaint') return 'service';
  return kind === 'clarification' ? 'billing' : 'other';
};

/** A request has a subscriber; a report does without. */
const withoutSubscriber = ({ subscriber, report }: FileDto) =>
  subscriber === undefined && report === undefined ? [faultAt('subscriber', { code: 'missing' })] : [];

/** In a report a pseudonym of the report itself stands for one; who is named all the same is refused there. */
const subscriberOf = ({ subscriber, report }: Pick<FileDto, 'subscriber' | 'report'>, commandId: string) => {
  if (subscriber === undefined) return { ref: reportRefOf(commandId) };
  return report === undefined ? plain(subscriber) : Object.assign(plain(subscriber), { named: true });
};

const amountsIn = ({ price, disputedCharge }: Pick<FileDto, 'price' | 'disputedCharge'>) => ({
  ...(price && { price: plain(price) }),
  ...(disputedCharge && { disputedCharge: plain(disputedCharge) }),
});

const filingInput = (fields: Omit<FileDto, keyof CommandDto>, _at: Instant, commandId: string): Filing => {
  const {
    subscriber,
    reporter,
    price,
    disputedCharge,
    attachments,
    externalReferences,
    relationships,
    ...flat
  } = fields;
  return {
    ...flat,
    subject: flat.subject ?? subjectOf(flat.kind),
    severity: flat.severity ?? 'normal',
    language: flat.language ?? 'es',
    subscriber: subscriberOf({ subscriber, report: flat.report }, commandId),
    ...(reporter && { reporter: plain(reporter) }),
    ...amountsIn({ price, disputedCharge }),
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
  /** What the user is told of it, in words. */
  @Field(text(4000)) forUser!: string;
}

export class IssueCertificateDto extends CommandDto {
  @Field(oneOf(channels)) channel!: Channel;
  @Field(optional(moment)) issuedAt?: Instant;
}

export const filing = defineStage<FilingEvents, Omit<FilingCommands, 'file'> & { readonly file: Filing }>()({
  intakes: {
    file: intake(FileDto, filingInput, withoutSubscriber),
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
  },
  events: {
    Filed: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario presentó su solicitud; es siempre el primer hecho de su historia.',
        en: 'The user raised a request; always the first event of its stream.',
      },
      obligations: [
        'O-01',
        'O-02',
        'O-03',
        'O-04',
        'O-05',
        'O-06',
        'O-07',
        'O-08',
        'O-09',
        'O-14',
        'O-36',
        'I-01',
        'I-03',
        'I-04',
      ],
      fields: {
        kind: 'always',
        subkind: 'sometimes',
        subject: 'always',
        defect: 'sometimes',
        channel: 'always',
        receivedAt: 'always',
        registeredAt: 'always',
        outOfHours: 'always',
        subscriber: 'always',
        reporter: 'sometimes',
        report: 'sometimes',
        contract: 'sometimes',
        severity: 'always',
        preferredChannel: 'sometimes',
        language: 'always',
        municipality: 'sometimes',
        service: 'sometimes',
        equipment: 'sometimes',
        price: 'sometimes',
        periodDays: 'sometimes',
        disputedCharge: 'sometimes',
        statement: 'sometimes',
        attachments: 'sometimes',
        externalReferences: 'sometimes',
        relationships: 'sometimes',
        terms: 'always',
      },
    },
    FolioAssigned: {
      ...asFirstReleased,
      meaning: {
        es: 'La solicitud recibió su número, en el mismo acto en que se presentó.',
        en: 'The request got its number, in the same append as its filing.',
      },
      obligations: ['O-15', 'O-16', 'O-35', 'I-01', 'I-02'],
      fields: { folio: 'always', label: 'always', assignedAt: 'always' },
    },
    FolioCommunicated: {
      ...asFirstReleased,
      meaning: {
        es: 'Se dio a conocer el folio al usuario.',
        en: 'The user was told the folio.',
      },
      obligations: ['O-17'],
      fields: { channel: 'always', communicatedAt: 'always' },
    },
    AcknowledgementSent: {
      ...asFirstReleased,
      meaning: {
        es: 'Salió un acuse de recibo por escrito.',
        en: 'A written acknowledgement left.',
      },
      obligations: ['O-34'],
      fields: { channel: 'always', sentAt: 'always' },
    },
    NotAccepted: {
      ...asFirstReleased,
      meaning: {
        es: 'El proveedor no puede atender la solicitud; conserva su folio.',
        en: 'The request is none that the provider can take; it keeps its folio.',
      },
      obligations: ['O-15', 'I-12'],
      fields: { reason: 'always' },
    },
    CertificateIssued: {
      ...asFirstReleased,
      meaning: {
        es: 'Se entregó una constancia al usuario.',
        en: 'A certificate (constancia) was given to the user.',
      },
      obligations: ['O-34'],
      fields: { channel: 'always', issuedAt: 'always' },
    },
  },
});
