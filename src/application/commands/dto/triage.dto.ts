import type { TriageCommands } from '../../../domain/complaint/triage/messages.js';
import { relationshipKinds, type RelationshipKind } from '../../../domain/complaint/shapes.js';
import {
  defects,
  kinds,
  routingPurposes,
  severities,
  subjects,
  type Defect,
  type Kind,
  type RoutingPurpose,
  type Severity,
  type Subject,
} from '../../../domain/complaint/vocabulary.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { intake, type Intakes } from './intake.js';
import { reference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { code, text } from './rules/texts.js';
import { oneOf, yesOrNo } from './rules/values.js';

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

export const triageIntakes = {
  classify: intake(ClassifyDto, (fields) => fields),
  reclassify: intake(ReclassifyDto, (fields) => fields),
  routeToArea: intake(RouteToAreaDto, (fields) => fields),
  rerouteToArea: intake(RouteToAreaDto, (fields) => fields),
  linkTo: intake(LinkToDto, (fields) => fields),
  linkMassOutage: intake(LinkMassOutageDto, (fields) => fields),
} satisfies Intakes<TriageCommands>;
