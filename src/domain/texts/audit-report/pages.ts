import type { Language } from '../../complaint/vocabulary.js';
import { isInstant } from '../../kernel/instant.js';
import { clockStateLabels } from '../deadlines/clock-text.js';
import { channelLabels, kindLabels, statusLabels } from '../labels/requests.js';
import { eventLabels } from '../labels/events.js';
import { actorTold } from '../labels/house-actors.js';
import { roleLabels } from '../labels/people.js';
import type { Bilingual } from '../language.js';
import { element, pieces, plain, wholePage, type Markup, type Part } from '../page/markup.js';
import { momentsOn, type Moments } from '../page/moments.js';
import { section } from '../page/parts.js';
import { nothing, table } from '../page/table.js';
import { workStyle } from '../page/work-style.js';
import { reportWords, type ReportWords } from './words.js';

/** An event of a request, as the report tells it. */
export interface ReportedEvent {
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly role: string;
}

/** A deadline of a request, as the report tells it. */
export interface ReportedClock {
  readonly clock: string;
  readonly name: Bilingual;
  readonly state: keyof typeof clockStateLabels;
  readonly startedAt: string | null;
  readonly dueAt: string | null;
  readonly endedAt: string | null;
  readonly policy: string;
  readonly calendar: string | null;
  /** How it was counted, a sentence a step. */
  readonly explanation: readonly string[];
}

/** A request with its history and its deadlines. */
export interface ReportedCase {
  readonly folio: string;
  readonly kind: string | null;
  readonly status: string;
  readonly channel: string | null;
  readonly area: string | null;
  readonly receivedAt: string | null;
  readonly history: readonly ReportedEvent[];
  readonly clocks: readonly ReportedClock[];
}

/** A request as the list of all of them tells it. */
export interface ReportedLine {
  readonly folio: string;
  readonly kind: string | null;
  readonly status: string;
  readonly receivedAt: string | null;
  readonly met: number;
  readonly missed: number;
  readonly open: number;
}

/** What all pages of a report say: whose it is, as of when, in which zone its times are told. */
export interface ReportSetting {
  readonly provider: string;
  readonly zone: string;
  readonly asOf: string;
  readonly language: Language;
}

/** The signed head that the report goes with. */
export interface ReportedHead {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly fingerprint: string;
}

interface Writing {
  readonly words: ReportWords;
  readonly language: Language;
  readonly moment: (at: string | null) => string;
  /** The same of what a deadline falls due at: the day that ends with it, where it ends one. */
  readonly deadline: (at: string | null) => string;
}

const writingOf = ({ zone, asOf, language }: ReportSetting): Writing => {
  const moments: Moments | undefined = isInstant(asOf) ? momentsOn(asOf, zone, language) : undefined;
  const written =
    (as: 'whole' | 'wholeDeadline') =>
    (at: string | null): string =>
      at === null ? nothing : isInstant(at) && moments ? moments[as](at) : at;
  return {
    words: reportWords[language],
    language,
    moment: written('whole'),
    deadline: written('wholeDeadline'),
  };
};

/** A word of a vocabulary as people say it; one that is not in it stays as it is. */
const labelled = (
  labels: Readonly<Record<string, Bilingual>>,
  word: string | null,
  language: Language,
): string =>
  word === null ? nothing : ((Object.hasOwn(labels, word) ? labels[word]?.[language] : undefined) ?? word);

const facts = (
  caption: string,
  { columns }: ReportWords,
  rows: readonly (readonly [string, Part])[],
): Markup =>
  table({
    caption,
    isCaptionQuiet: true,
    columns: [{ title: columns.fact }, { title: columns.value }],
    rows: rows.map(([name, value]) => ({ cells: [name, value] })),
  });

const heading = (setting: ReportSetting, writing: Writing, title: string, ...more: readonly Part[]): Markup =>
  plain(
    'header',
    element('p', { class: 'house' }, setting.provider),
    plain('h1', title),
    plain('p', writing.words.asOf(writing.moment(setting.asOf))),
    ...more,
  );

const page = (setting: ReportSetting, title: string, body: readonly Part[]): string =>
  wholePage({ language: setting.language === 'es' ? 'es-MX' : 'en', title, style: workStyle, body });

const historyTable = (history: readonly ReportedEvent[], { words, language, moment }: Writing): Markup =>
  table({
    caption: words.history,
    isCaptionQuiet: true,
    columns: (['number', 'what', 'occurred', 'recorded', 'who', 'role'] as const).map((name) => ({
      title: words.columns[name],
    })),
    rows: history.map(({ revision, type, occurredAt, recordedAt, actor, role }) => ({
      cells: [
        String(revision),
        labelled(eventLabels, type, language),
        moment(occurredAt),
        moment(recordedAt),
        actorTold(role, actor, language),
        labelled(roleLabels, role, language),
      ],
    })),
  });

const toneOf = ({ state }: ReportedClock): string | undefined => (state === 'breached' ? 'late' : undefined);

const clockTable = (
  clocks: readonly ReportedClock[],
  { words, language, moment, deadline }: Writing,
): Markup =>
  table({
    caption: words.deadlines,
    isCaptionQuiet: true,
    columns: (['clock', 'state', 'started', 'due', 'ended', 'policy', 'calendar'] as const).map((name) => ({
      title: words.columns[name],
    })),
    rows: clocks.map((clock) => ({
      ...(toneOf(clock) !== undefined && { tone: toneOf(clock) ?? '' }),
      cells: [
        pieces(clock.name[language], plain('small', clock.clock)),
        element('span', { class: 'due' }, clockStateLabels[clock.state][language]),
        moment(clock.startedAt),
        deadline(clock.dueAt),
        moment(clock.endedAt),
        clock.policy,
        clock.calendar ?? nothing,
      ],
    })),
  });

const explained = (clocks: readonly ReportedClock[], { words, language }: Writing): Markup =>
  pieces(
    plain('h3', words.counted),
    clocks
      .filter(({ explanation }) => explanation.length > 0)
      .map(({ clock, name, explanation }) =>
        pieces(
          plain('h4', `${name[language]} (${clock})`),
          plain(
            'ol',
            explanation.map((line) => plain('li', line)),
          ),
        ),
      ),
  );

/** The page of one request: its history, who did what in which role, and each deadline with how it was counted. */
const reportedCasePage = (reported: ReportedCase, setting: ReportSetting, writing: Writing): string => {
  const { words, language, moment } = writing;
  const { columns } = words;
  const started = reported.clocks.filter(({ startedAt }) => startedAt !== null);
  const deadlines =
    started.length === 0
      ? [plain('p', words.noDeadlines)]
      : [clockTable(started, writing), explained(started, writing)];
  return page(setting, `${words.file(reported.folio)}, ${setting.provider}`, [
    heading(
      setting,
      writing,
      words.file(reported.folio),
      element('p', { class: 'screen' }, element('a', { href: 'index.html' }, words.back)),
    ),
    plain(
      'main',
      section(
        'facts',
        words.facts,
        '',
        facts(words.facts, words, [
          [columns.kind, labelled(kindLabels, reported.kind, language)],
          [columns.status, labelled(statusLabels, reported.status, language)],
          [columns.channel, labelled(channelLabels, reported.channel, language)],
          [columns.area, reported.area ?? nothing],
          [columns.received, moment(reported.receivedAt)],
        ]),
      ),
      section('history', words.history, words.historyHint, historyTable(reported.history, writing)),
      section('deadlines', words.deadlines, words.deadlinesHint, ...deadlines),
    ),
  ]);
};

/** The first page of a report: the log that it was made from, and every request in it. */
const reportIndexPage = (
  lines: readonly ReportedLine[],
  head: ReportedHead,
  setting: ReportSetting,
  writing: Writing,
): string => {
  const { words, language, moment } = writing;
  const { columns } = words;
  const requests = table({
    caption: words.requests,
    isCaptionQuiet: true,
    columns: [
      ...(['folio', 'kind', 'status', 'received'] as const).map((name) => ({ title: columns[name] })),
      ...(['met', 'missed', 'open'] as const).map((name) => ({ title: columns[name], isNumber: true })),
    ],
    rows: lines.map(({ folio, kind, status, receivedAt, met, missed, open }) => ({
      ...(missed > 0 && { tone: 'late' }),
      cells: [
        element('a', { href: `${folio}.html` }, folio),
        labelled(kindLabels, kind, language),
        labelled(statusLabels, status, language),
        moment(receivedAt),
        ...[met, missed, open].map(String),
      ],
    })),
  });
  return page(setting, `${words.title}, ${setting.provider}`, [
    heading(setting, writing, words.title),
    plain(
      'main',
      section(
        'log',
        words.log,
        words.logHint,
        facts(words.log, words, [
          [columns.origin, head.origin],
          [columns.size, String(head.size)],
          [columns.root, head.root],
          [columns.fingerprint, head.fingerprint.replace(/(.{4})(?=.)/gu, '$1 ')],
        ]),
      ),
      section('requests', words.requests, words.requestsHint, requests),
    ),
  ]);
};

/** The pages of a report. */
export interface ReportPages {
  /** The page of one request: its history, who did what in which role, and each deadline with how it was counted. */
  readonly ofCase: (reported: ReportedCase) => string;
  /** The first page: the log that the report was made from, and every request in it. */
  readonly index: (lines: readonly ReportedLine[], head: ReportedHead) => string;
}

/** Writes the pages of a report, all in one setting. */
export const reportPages = (setting: ReportSetting): ReportPages => {
  const writing = writingOf(setting);
  return {
    ofCase: (reported) => reportedCasePage(reported, setting, writing),
    index: (lines, head) => reportIndexPage(lines, head, setting, writing),
  };
};
