import { element, fingerprint, table } from './dom.js';
import { momentIn } from './moment.js';
import type { FolioClock, FolioEvent, FolioFile } from './reader/folio.js';
import { stepNames, type Step, type StepName } from './reader/steps.js';
import type { Passed, Verdict } from './reader/verify.js';
import {
  clockStates,
  faultText,
  filled,
  roleText,
  said,
  stateTexts,
  stepTexts,
  type Language,
} from './words.js';

const numbers = (value: number, language: Language): string =>
  new Intl.NumberFormat(language === 'es' ? 'es-MX' : 'en').format(value);

type StepState = keyof typeof stateTexts;

const stateOf = (step: Step | undefined, isFaulty: boolean): StepState => {
  if (step === undefined) return 'waiting';
  if (step.state === 'running' && isFaulty) return 'fault';
  return step.name === 'trust' && step.state === 'passed' ? 'untrusted' : step.state;
};

const figureOf = (step: Step | undefined, language: Language): string => {
  if (step?.count === undefined || step.state === 'passed') return '';
  const count = numbers(step.count, language);
  return step.of === undefined || step.state === 'done' ? count : `${count} / ${numbers(step.of, language)}`;
};

const signs: Readonly<Record<StepState, string>> = {
  ...{ done: '✓', running: '…', passed: '–', fault: '✗', waiting: '·', untrusted: '!' },
};

/** Every check, and how far it is. */
export const stepList = (
  steps: ReadonlyMap<StepName, Step>,
  isFaulty: boolean,
  language: Language,
): readonly HTMLElement[] =>
  stepNames.map((name) => {
    const step = steps.get(name);
    const state = stateOf(step, isFaulty);
    return element(
      'li',
      { class: state, 'data-step': name, 'data-state': state },
      element('span', { 'aria-hidden': 'true' }, signs[state]),
      element('span', { class: 'what' }, stepTexts[name][language]),
      element('span', { class: 'figure' }, figureOf(step, language)),
      element('span', { class: 'state' }, stateTexts[state][language]),
    );
  });

const scopeText = ({ scope }: Passed, language: Language): readonly HTMLElement[] => {
  if (scope.kind === 'folio') return [element('p', {}, said.folioScope[language])];
  return scope.start === 0
    ? []
    : [element('p', {}, filled(said.sliceScope[language], { start: scope.start }))];
};

const passedText = (passed: Passed, language: Language): HTMLElement => {
  const { entries, head, trust } = passed;
  const told = filled(said.passed[language], {
    ...{ entries: numbers(entries, language), origin: head.origin, size: numbers(head.size, language) },
  });
  return element(
    'div',
    { class: trust === 'given' ? 'well' : 'soon' },
    element('p', { class: 'told' }, told),
    element('p', {}, trust === 'given' ? said.trustGiven[language] : said.trustSelf[language]),
    element('p', {}, `${said.fingerprint[language]}: `, fingerprint(passed.fingerprint)),
    ...scopeText(passed, language),
  );
};

/** What became of the verification; the first fault by its code, file and place. */
export const verdictBox = (verdict: Verdict, language: Language): HTMLElement => {
  if (verdict.ok) return passedText(verdict, language);
  const place = [verdict.code, verdict.file, verdict.at].filter((each) => each !== undefined).join(' · ');
  return element(
    'div',
    { class: 'late' },
    element('p', { class: 'told' }, `${said.fault[language]}: ${faultText(verdict, language)}`),
    element('p', {}, element('code', {}, place)),
  );
};

/** A sentence in place of a verdict. */
export const noteBox = (text: string, tone: 'late' | 'plain'): HTMLElement =>
  element('div', { class: tone }, element('p', { class: 'told' }, text));

const historyTable = (events: readonly FolioEvent[], zone: string, language: Language): HTMLElement => {
  const moment = momentIn(zone, language);
  return table(
    said.history[language],
    said.columns[language],
    events.map(({ revision, type, meaning, occurredAt, recordedAt, actor, role }) => ({
      tone: '',
      cells: [
        [String(revision)],
        [meaning[language], element('small', {}, type)],
        ...[moment(occurredAt), moment(recordedAt)],
        ...[[actor], [roleText(role, language)]],
      ],
    })),
  );
};

const clockTable = (clocks: readonly FolioClock[], zone: string, language: Language): HTMLElement => {
  const moment = momentIn(zone, language);
  const started = clocks.filter(({ state }) => state !== 'not-started');
  if (started.length === 0) return element('p', {}, said.noDeadlines[language]);
  return table(
    said.deadlines[language],
    said.clockColumns[language],
    started.map(({ clock, name, state, startedAt, dueAt, endedAt, policy, calendar }) => ({
      tone: state === 'breached' ? 'late' : '',
      cells: [
        [name[language], element('small', {}, clock)],
        [element('span', { class: 'due' }, clockStates[state]?.[language] ?? state)],
        ...[moment(startedAt), moment(dueAt, true), moment(endedAt)],
        ...[[policy], [calendar === '' ? '—' : calendar]],
      ],
    })),
  );
};

const reportFrame = (report: string, language: Language): readonly HTMLElement[] => [
  element('h3', {}, said.report[language]),
  // The page of the report may run nothing and reach nothing.
  element('iframe', { sandbox: '', srcdoc: report, title: said.report[language] }),
];

/** What the bundle says of a folio: its proof, its history, its deadlines, its page of the report. */
export const folioBox = (file: FolioFile, language: Language): HTMLElement => {
  const { proof, events, clocks, zone, report } = file;
  const { index, hashes } = proof;
  const told = { index: numbers(index, language), file: proof.file, count: hashes.length };
  return element(
    'div',
    { 'data-folio': file.folio },
    element('h3', {}, said.proof[language]),
    element('p', {}, `✓ ${filled(said.proofText[language], told)}`),
    element(
      'details',
      {},
      element('summary', {}, said.hashes[language]),
      element('ol', {}, ...[proof.leaf, ...hashes].map((hash) => element('li', {}, fingerprint(hash)))),
    ),
    clockTable(clocks, zone, language),
    historyTable(events, zone, language),
    ...(report === undefined ? [] : reportFrame(report, language)),
  );
};
