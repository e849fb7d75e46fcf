import { type RelationshipKind, relationshipKinds } from '../../domain/complaint/shapes.js';
import type { TriageCommands, TriageEvents } from '../../domain/complaint/triage/messages.js';
import {
  type Defect,
  type Kind,
  type RoutingPurpose,
  type Severity,
  type Subject,
  defects,
  kinds,
  routingPurposes,
  severities,
  subjects,
} from '../../domain/complaint/vocabulary.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { intake } from '../commands/dto/intake.js';
import { reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { code, text } from '../commands/dto/rules/texts.js';
import { oneOf, yesOrNo } from '../commands/dto/rules/values.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

export class ClassifyDto extends CommandDto {
  @Field(oneOf(severities)) severity!: Severity;
  @Field(optional(yesOrNo)) urgent?: boolean;
  @Field(optional(yesOrNo)) vulnerableUser?: boolean;
}

export class ReclassifyDto extends CommandDto {
  @Field(oneOf(kinds)) kind!: Kind;
  @Field(oneOf(subjects)) subject!: Subject;
  @Field(optional(oneOf(defects))) defect?: Defect;
  @Field(optional(code)) subkind?: string;
  @Field(text(4000)) explanation!: string;
}

export class RouteToAreaDto extends CommandDto {
  @Field(reference) area!: string;
  @Field(oneOf(routingPurposes)) purpose!: RoutingPurpose;
}

export class LinkToDto extends CommandDto {
  /** The other complaint's folio. */
  @Field(reference) other!: string;
  @Field(oneOf(relationshipKinds)) relationship!: RelationshipKind;
}

export class LinkMassOutageDto extends CommandDto {
  @Field(reference) outage!: string;
}

export const triage = defineStage<TriageEvents, TriageCommands>()({
  intakes: {
    classify: intake(ClassifyDto, (fields) => fields),
    reclassify: intake(ReclassifyDto, (fields) => fields),
    routeToArea: intake(RouteToAreaDto, (fields) => fields),
    rerouteToArea: intake(RouteToAreaDto, (fields) => fields),
    linkTo: intake(LinkToDto, (fields) => fields),
    linkMassOutage: intake(LinkMassOutageDto, (fields) => fields),
  },
  events: {
    Classified: {
      ...asFirstReleased,
      meaning: {
        es: 'Se valoró la gravedad de la solicitud.',
        en: 'The severity of the request was assessed.',
      },
      obligations: ['O-34'],
      fields: { severity: 'always', urgent: 'sometimes', vulnerableUser: 'sometimes' },
    },
    Reclassified: {
      ...asFirstReleased,
      meaning: {
        es: 'La solicitud resultó ser de otro tipo; el folio es el mismo.',
        en: 'The request turned out to be of another kind; the folio stays.',
      },
      obligations: ['O-01', 'O-02', 'O-03', 'O-04', 'O-05', 'O-06', 'O-07', 'I-02'],
      fields: {
        from: 'always',
        kind: 'always',
        subject: 'always',
        defect: 'sometimes',
        subkind: 'sometimes',
      },
    },
    RoutedToArea: {
      ...asFirstReleased,
      meaning: {
        es: 'La solicitud se turnó al área competente.',
        en: 'The request was routed to the competent area.',
      },
      obligations: ['O-31', 'O-32', 'O-33', 'I-13'],
      fields: { area: 'always', purpose: 'always' },
    },
    ReroutedToArea: {
      ...asFirstReleased,
      meaning: {
        es: 'La solicitud se turnó a otra área.',
        en: 'The request was routed to another area.',
      },
      obligations: ['O-31', 'O-32'],
      fields: { from: 'always', area: 'always', purpose: 'always' },
    },
    LinkedTo: {
      ...asFirstReleased,
      meaning: {
        es: 'La solicitud se vinculó con otra del mismo proveedor.',
        en: 'The request was linked to another one of the same provider.',
      },
      obligations: ['I-25'],
      fields: { other: 'always', relationship: 'always' },
    },
    MassOutageLinked: {
      ...asFirstReleased,
      meaning: {
        es: 'La solicitud pertenece a una falla general.',
        en: 'The request belongs to a mass outage.',
      },
      obligations: ['O-34'],
      fields: { outage: 'always' },
    },
  },
});
