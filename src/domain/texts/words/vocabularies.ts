import type { Labels } from '../language.js';
import * as choices from '../labels/choices.js';
import * as endings from '../labels/endings.js';
import * as outcomes from '../labels/outcomes.js';
import * as people from '../labels/people.js';
import * as requests from '../labels/requests.js';
import * as work from '../labels/work.js';

/** The words of a vocabulary with what each is called. */
export type Vocabulary = Labels<string>;

/** Every closed vocabulary that people choose a word of. */
export const vocabularies: readonly Vocabulary[] = [
  requests.kindLabels,
  requests.subjectLabels,
  requests.reportLabels,
  requests.defectLabels,
  requests.channelLabels,
  requests.severityLabels,
  people.roleLabels,
  people.routingPurposeLabels,
  people.triggerLabels,
  people.capacityLabels,
  people.revocationLabels,
  work.attributionLabels,
  work.statementLabels,
  work.holdLabels,
  work.visitPurposeLabels,
  work.visitFailureLabels,
  work.repairReportLabels,
  work.confirmationLabels,
  outcomes.rulingLabels,
  outcomes.answerLabels,
  outcomes.correctionLabels,
  outcomes.conciliationLabels,
  outcomes.authorityOutcomeLabels,
  outcomes.compensationLabels,
  outcomes.nothingDueLabels,
  outcomes.deliveryFailureLabels,
  outcomes.arcoLabels,
  outcomes.arcoOutcomeLabels,
  endings.notAcceptedLabels,
  endings.withdrawalLabels,
  endings.lapseLabels,
  endings.reopeningLabels,
  endings.relationshipLabels,
  endings.reportOutcomeLabels,
  choices.visitOutcomeLabels,
  choices.visitChangedByLabels,
  choices.directionLabels,
  choices.visibilityLabels,
  choices.recipientLabels,
  choices.offerLabels,
  choices.owedLabels,
  choices.waivableLabels,
  choices.grantPartLabels,
  choices.creditedForLabels,
  choices.recomputeLabels,
  choices.alertedLabels,
  choices.languageLabels,
  choices.letterLabels,
  choices.logOrderLabels,
  choices.bundleProfileLabels,
];

/** The vocabulary that holds all these words, and the fewest others; `undefined` where none does. */
export const vocabularyOf = (words: readonly string[]): Vocabulary | undefined =>
  words.length === 0
    ? undefined
    : vocabularies
        .filter((vocabulary) => words.every((word) => Object.hasOwn(vocabulary, word)))
        .toSorted((a, b) => Object.keys(a).length - Object.keys(b).length)
        .at(0);
