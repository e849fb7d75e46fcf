import type { ComplaintCommandType } from '../../../domain/complaint/commands.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { authoritySubcommands, escalationSubcommands } from './authority.js';
import { correctionSubcommands } from './corrections-of-the-record.js';
import { diagnosisSubcommands, repairSubcommands, serviceSubcommands } from './correction.js';
import { deadlinesSubcommands, endingSubcommands } from './ending.js';
import { filingSubcommands } from './filing.js';
import { followUpSubcommands } from './follow-up.js';
import { noticeSubcommands } from './notice.js';
import { partiesSubcommands } from './parties.js';
import { penaltySubcommands } from './penalty.js';
import { reportSubcommands } from './report.js';
import { compensationSubcommands, rulingSubcommands } from './ruling.js';
import type { ComplaintSubcommand } from './subcommand.js';
import { triageSubcommands } from './triage.js';
import { visitSubcommands } from './visit.js';

/** Every command of the complaint as it is typed. A command of the aggregate without a line does not compile. */
export const complaintSubcommands: Readonly<Record<ComplaintCommandType, ComplaintSubcommand>> = {
  ...filingSubcommands,
  ...partiesSubcommands,
  ...triageSubcommands,
  ...followUpSubcommands,
  ...visitSubcommands,
  ...diagnosisSubcommands,
  ...repairSubcommands,
  ...rulingSubcommands,
  ...compensationSubcommands,
  ...noticeSubcommands,
  ...serviceSubcommands,
  ...penaltySubcommands,
  ...escalationSubcommands,
  ...authoritySubcommands,
  ...deadlinesSubcommands,
  ...reportSubcommands,
  ...endingSubcommands,
  ...correctionSubcommands,
};

interface Stage {
  readonly title: Bilingual;
  readonly commands: Readonly<Partial<Record<ComplaintCommandType, ComplaintSubcommand>>>;
}

/** The stages of a complaint's life, in the order in which it is lived: how help groups its commands. */
export const stages: readonly Stage[] = [
  { title: { es: 'Registro:', en: 'Filing:' }, commands: filingSubcommands },
  { title: { es: 'Partes:', en: 'Parties:' }, commands: partiesSubcommands },
  { title: { es: 'Clasificación y turno:', en: 'Triage:' }, commands: triageSubcommands },
  { title: { es: 'Seguimiento:', en: 'Follow-up:' }, commands: followUpSubcommands },
  { title: { es: 'Visitas:', en: 'Visits:' }, commands: visitSubcommands },
  {
    title: { es: 'Causas y corrección:', en: 'Causes and correction:' },
    commands: { ...diagnosisSubcommands, ...repairSubcommands, ...serviceSubcommands },
  },
  {
    title: { es: 'Resolución y compensación:', en: 'Ruling and compensation:' },
    commands: { ...rulingSubcommands, ...compensationSubcommands, ...penaltySubcommands },
  },
  { title: { es: 'Respuesta al usuario:', en: 'Answer to the user:' }, commands: noticeSubcommands },
  {
    title: { es: 'Escalamiento y autoridad:', en: 'Escalation and authorities:' },
    commands: { ...escalationSubcommands, ...authoritySubcommands },
  },
  { title: { es: 'Plazos:', en: 'Deadlines:' }, commands: deadlinesSubcommands },
  { title: { es: 'Final:', en: 'Ending:' }, commands: { ...reportSubcommands, ...endingSubcommands } },
  {
    title: { es: 'Correcciones de lo registrado:', en: 'Corrections of the record:' },
    commands: correctionSubcommands,
  },
];
