import {
  type Capacity,
  type PartiesCommands,
  type PartiesEvents,
  type RevocationReason,
  capacities,
  revocationReasons,
} from '../../domain/complaint/parties/messages.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { contentHash, text } from '../commands/dto/rules/texts.js';
import { listOf, oneOf, yesOrNo } from '../commands/dto/rules/values.js';
import { PersonDto, plain, SaidByDto } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

export class AccreditRepresentativeDto extends CommandDto {
  @Field(nested(PersonDto)) representative!: PersonDto;
  /** The party for whom they act. Default: the subscriber. */
  @Field(optional(reference)) represents?: string;
  @Field(oneOf(capacities)) capacity!: Capacity;
  /** SHA-256 of what proves the capacity; needed unless the party says so. */
  @Field(optional(listOf(contentHash, 20))) evidence?: readonly string[];
  /** The power to withdraw the request and to do without what is owed. Default: no. */
  @Field(optional(yesOrNo)) mayWithdraw?: boolean;
  /** The party who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export class RevokeRepresentativeDto extends CommandDto {
  /** Pseudonym of the representative. */
  @Field(reference) representative!: string;
  @Field(oneOf(revocationReasons)) reason!: RevocationReason;
  @Field(optional(text(4000))) explanation?: string;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export const parties = defineStage<PartiesEvents, PartiesCommands>()({
  intakes: {
    accreditRepresentative: intake(
      AccreditRepresentativeDto,
      ({ representative, mayWithdraw = false, saidBy, ...fields }) => ({
        ...fields,
        mayWithdraw,
        representative: plain(representative),
        ...(saidBy && { saidBy: plain(saidBy) }),
      }),
    ),
    revokeRepresentative: intake(RevokeRepresentativeDto, ({ saidBy, ...fields }) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
  },
  events: {
    RepresentativeAccredited: {
      ...asFirstReleased,
      meaning: {
        es: 'Una persona acreditó representar a una de las partes; actúa y lee como ella mientras no se revoque.',
        en: 'A representative was accredited for one of the parties; they act and read as that party until it is revoked.',
      },
      obligations: ['O-36', 'I-20'],
      fields: {
        representative: 'always',
        represents: 'always',
        capacity: 'always',
        evidence: 'sometimes',
        mayWithdraw: 'always',
        saidBy: 'sometimes',
      },
    },
    RepresentativeRevoked: {
      ...asFirstReleased,
      meaning: {
        es: 'Terminó la representación: esa persona ya no actúa ni lee en la solicitud.',
        en: 'The representation ended: that person neither acts on the request nor reads it any more.',
      },
      obligations: ['O-36', 'I-20'],
      fields: { representative: 'always', represents: 'always', reason: 'always', saidBy: 'sometimes' },
    },
  },
});
