import {
  type ReportCommands,
  type ReportEvents,
  type ReportOutcome,
  reportOutcomes,
} from '../../domain/complaint/report/messages.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { intake } from '../commands/dto/intake.js';
import { text } from '../commands/dto/rules/texts.js';
import { oneOf } from '../commands/dto/rules/values.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

export class ConcludeReportDto extends CommandDto {
  @Field(oneOf(reportOutcomes)) outcome!: ReportOutcome;
  /** What was found and done; who reported it may read it. */
  @Field(text(4000)) found!: string;
}

export const report = defineStage<ReportEvents, ReportCommands>()({
  intakes: { concludeReport: intake(ConcludeReportDto, (fields) => fields) },
  events: {
    ReportConcluded: {
      ...asFirstReleased,
      meaning: {
        es: 'Se concluyó un reporte que no es solicitud de ningún suscriptor, con lo que resultó.',
        en: "A report that is no subscriber's request was concluded, with what came of it.",
      },
      obligations: ['O-36', 'I-12'],
      fields: { outcome: 'always' },
    },
  },
});
