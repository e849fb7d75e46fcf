import type { MoneyTold } from '../../complaint/compensation/messages.js';
import type { ComplaintEvents } from '../../complaint/events.js';
import type { ArcoOutcome, ArcoRight } from '../../complaint/authority/messages.js';
import type { RulingOutcome, Waivable } from '../../complaint/vocabulary.js';
import { arcoLabels } from '../labels/outcomes.js';
import { datesIn } from '../dates.js';
import type { Bilingual } from '../language.js';
import { inline, quoted, sentence } from '../plain-text.js';
import { finalWording } from './final-wording.js';
import { letter, numberLine, subjectLine } from './letter.js';
import { moneySentences } from './money-told.js';
import { nextInstanceOf, readable, requestOf, whyThisWay } from './phrases.js';
import type { AboutRequest, Letter, Opened, Sending, Setting } from './setting.js';

/** How a request ended without a final word, or with one that did not reach its user. */
export type ToldEnding =
  | {
      readonly kind: 'withdrawn';
      /** Who took it back: the user who is written to, who reported it, or who acts for them; absent: the user. */
      readonly by?: 'user' | 'reporter' | 'representative';
      /** What was given up by it. */
      readonly waives?: readonly Waivable[];
    }
  | { readonly kind: 'lapsed'; readonly reason: ComplaintEvents['Lapsed']['reason'] }
  /** `of`: the folio that goes on, where this user may know it; `replaces`: an earlier notice told another one. */
  | { readonly kind: 'duplicate'; readonly of?: string; readonly replaces?: true }
  | {
      readonly kind: 'not-accepted';
      readonly reason: ComplaintEvents['NotAccepted']['reason'];
      readonly explanation: Opened;
    }
  | { readonly kind: 'not-reached' }
  | { readonly kind: 'report-concluded'; readonly found: Opened };

/** What a user is told beside the final word. */
export interface FurtherNotice extends AboutRequest, MoneyTold {
  /** How it ended, where that is told. */
  readonly ending?: ToldEnding;
  /** What was agreed in conciliations. */
  readonly agreements?: readonly Opened[];
  /** True where an agreement had been recorded, and none was reached. */
  readonly noAgreement?: boolean;
  /** What was done of what was agreed in conciliations. */
  readonly carriedOut?: readonly Opened[];
  /** What was done of what an authority resolved, or of what was agreed before it, under its file number. */
  readonly resolutions?: readonly { readonly reference: string; readonly done: Opened }[];
  /** How what the user asked of their data was answered. */
  readonly arco?: readonly {
    readonly right?: ArcoRight;
    readonly outcome: ArcoOutcome;
    /** The words of the answer; a grant may have none. */
    readonly answer: Opened;
  }[];
  /** Whether the user was found right about what the cancellation charged, and why. */
  readonly penalty?: { readonly outcome: RulingOutcome; readonly reasons: Opened };
  /** Why an ended request is not opened again, and where the user may go, as it was decided. */
  readonly declined?: { readonly reasons: Opened; readonly nextInstance: string };
  /** True where the request goes on, and the user is told where else to go for its age alone. */
  readonly goesOn?: boolean;
  /** Where the user may go who does not agree (I-10). */
  readonly nextInstance: string;
  /** Calendar days to have it reopened; `null`: no limit. */
  readonly reopeningDays: number | null;
  /** How it is sent (I-21). */
  readonly sending: Sending;
}

interface Wording {
  readonly subject: (request: string) => string;
  readonly opening: (request: string, receivedAt: string) => string;
  readonly withdrawn: Readonly<Record<'user' | 'reporter' | 'representative', string>>;
  readonly waived: (what: string) => string;
  readonly waivable: Readonly<Record<Waivable, string>>;
  readonly lapsed: (why: string) => string;
  readonly lapsedFor: Readonly<Record<ComplaintEvents['Lapsed']['reason'], string>>;
  readonly duplicate: (of: string | undefined) => string;
  readonly replaces: string;
  readonly notAccepted: (why: string) => string;
  readonly notAcceptedFor: Readonly<Record<ComplaintEvents['NotAccepted']['reason'], string>>;
  readonly notReached: string;
  readonly reportConcluded: string;
  readonly agreement: string;
  readonly noAgreement: string;
  readonly carriedOut: string;
  readonly resolution: (reference: string) => string;
  readonly penalty: Readonly<Record<RulingOutcome, string>>;
  readonly declined: string;
  readonly arco: Readonly<Record<ArcoOutcome, (right: string | undefined) => string>>;
  readonly nextInstance: (name: string) => string;
  readonly dataAuthority: (name: string) => string;
  readonly goesOn: (name: string) => string;
}

const inBrackets = (right: string | undefined): string => (right === undefined ? '' : ` (${right})`);

const wording: Bilingual<Wording> = {
  es: {
    subject: (request) => `Aviso sobre ${request}`,
    opening: (request, receivedAt) => `Le informamos sobre ${request}, del ${receivedAt}.`,
    withdrawn: {
      user: 'Su solicitud terminó porque usted desistió, como nos lo hizo saber.',
      reporter: 'Su solicitud terminó porque desistió quien la presentó, como nos lo hizo saber.',
      representative:
        'Su solicitud terminó porque desistió, en nombre de usted, quien le representa, como nos lo hizo saber.',
    },
    waived: (what) => `Con ello se renunció a lo siguiente: ${what}.`,
    waivable: {
      compensation: 'la compensación',
      'undue-charge': 'la devolución del cargo indebido',
      agreement: 'lo acordado en la conciliación',
    },
    lapsed: (why) => `Su solicitud terminó por falta de seguimiento: ${why}.`,
    lapsedFor: {
      'no-answer': 'no recibimos la respuesta que le pedimos',
      'no-access': 'no fue posible entrar a su domicilio',
    },
    duplicate: (of) =>
      of === undefined
        ? 'Esta solicitud terminó porque el asunto ya se atiende en otra.'
        : `Esta solicitud terminó porque el asunto ya se atiende en otra solicitud suya, con el número ${of}.`,
    replaces: 'Este aviso sustituye al anterior: vale lo que se dice aquí.',
    notAccepted: (why) => `No pudimos admitir su solicitud: ${why}. Ésta es la razón:`,
    notAcceptedFor: {
      'not-a-customer': 'no encontramos un contrato de servicio a su nombre',
      'out-of-scope': 'el asunto es ajeno a nuestro servicio',
      'not-understood': 'no pudimos entender lo que se nos pide',
    },
    notReached:
      'Su solicitud terminó sin que fuera posible localizarle para entregarle la respuesta final, que queda a su disposición.',
    reportConcluded: 'Gracias por su reporte. Esto es lo que se encontró:',
    agreement: 'En la conciliación se acordó lo siguiente:',
    noAgreement:
      'De una conciliación sobre su solicitud se había registrado un acuerdo. Lo corregimos: no se llegó a ninguno.',
    carriedOut: 'Se cumplió lo acordado en la conciliación:',
    resolution: (reference) =>
      `Se cumplió lo que se resolvió o acordó ante la autoridad en el expediente ${reference}:`,
    penalty: {
      upheld:
        'Su inconformidad con lo que cobró la cancelación es procedente: lo que se cobró de más se le devuelve con su bonificación. Éstas son las razones:',
      dismissed: 'Su inconformidad con lo que cobró la cancelación es improcedente. Éstas son las razones:',
    },
    declined:
      'Revisamos su inconformidad con la conclusión de su solicitud y no procede reabrirla. Éstas son las razones:',
    arco: {
      granted: (right) => `Lo que pidió sobre sus datos personales${inBrackets(right)} procede.`,
      refused: (right) =>
        `Lo que pidió sobre sus datos personales${inBrackets(right)} no procede. Ésta es la razón:`,
      'asked-for-more': (right) =>
        `Para atender lo que pidió sobre sus datos personales${inBrackets(right)} falta lo siguiente; al recibirlo, el plazo empieza de nuevo:`,
    },
    nextInstance: (name) =>
      sentence(`Si no está de acuerdo, puede acudir, dentro del plazo que marca la ley, a: ${name}`),
    dataAuthority: (name) =>
      `Si no está de acuerdo con lo que respondemos sobre sus datos personales, puede acudir, dentro del plazo que marca la ley, a la ${name}.`,
    goesOn: (name) =>
      sentence(
        `Su solicitud sigue en trámite y le avisaremos en cuanto tenga respuesta. Por el tiempo que lleva, puede acudir también, si así lo decide, a: ${name}`,
      ),
  },
  en: {
    subject: (request) => `Notice about ${request}`,
    opening: (request, receivedAt) => `This is about ${request} of ${receivedAt}.`,
    withdrawn: {
      user: 'Your request ended because you took it back, as you let us know.',
      reporter: 'Your request ended because the person who filed it took it back, as they let us know.',
      representative:
        'Your request ended because your representative took it back in your name, as they let us know.',
    },
    waived: (what) => `This was given up by it: ${what}.`,
    waivable: {
      compensation: 'the compensation',
      'undue-charge': 'the refund of the undue charge',
      agreement: 'what was agreed in the conciliation',
    },
    lapsed: (why) => `Your request lapsed: ${why}.`,
    lapsedFor: {
      'no-answer': 'the answer that we asked you for did not come',
      'no-access': 'we could not enter your home',
    },
    duplicate: (of) =>
      of === undefined
        ? 'This request ended because the matter is attended to in another one.'
        : `This request ended because the matter is attended to in another request of yours, number ${of}.`,
    replaces: 'This notice takes the place of the earlier one: what it says holds.',
    notAccepted: (why) => `We could not take your request: ${why}. This is the reason:`,
    notAcceptedFor: {
      'not-a-customer': 'we found no service contract in your name',
      'out-of-scope': 'the matter lies outside our service',
      'not-understood': 'we could not understand what is asked for',
    },
    notReached:
      'Your request ended though we could not reach you with the final word, which you may have at any time.',
    reportConcluded: 'Thank you for your report. This is what was found:',
    agreement: 'This was agreed in the conciliation:',
    noAgreement:
      'An agreement had been recorded of a conciliation of your request. We correct that: none was reached.',
    carriedOut: 'What was agreed in the conciliation was carried out:',
    resolution: (reference) =>
      `What was resolved or agreed before the authority in file ${reference} was carried out:`,
    penalty: {
      upheld:
        'Your objection to what the cancellation charged was upheld: what was charged unduly is given back with its bonus. These are the reasons:',
      dismissed: 'Your objection to what the cancellation charged was dismissed. These are the reasons:',
    },
    declined:
      'We reviewed your objection to how your request ended, and it is not opened again. These are the reasons:',
    arco: {
      granted: (right) => `What you asked of your personal data${inBrackets(right)} is granted.`,
      refused: (right) =>
        `What you asked of your personal data${inBrackets(right)} is refused. This is the reason:`,
      'asked-for-more': (right) =>
        `To attend to what you asked of your personal data${inBrackets(right)} this is lacking; once you send it, the term begins anew:`,
    },
    nextInstance: (name) =>
      sentence(`If you do not agree, you may turn, within the term of the law, to: ${name}`),
    dataAuthority: (name) =>
      `If you do not agree with what we answer on your personal data, you may turn, within the term of the law, to the ${name}.`,
    goesOn: (name) =>
      sentence(
        `Your request is still being attended to, and we will let you know as soon as there is an answer. As it has taken this long, you may also turn, if you so decide, to: ${name}`,
      ),
  },
};

const endingTold = (ending: ToldEnding, { language }: Setting): string => {
  const words = wording[language];
  switch (ending.kind) {
    case 'withdrawn': {
      const { by = 'user', waives = [] } = ending;
      const given = waives.map((what) => words.waivable[what]).join('; ');
      return [words.withdrawn[by], ...(given === '' ? [] : [words.waived(given)])].join(' ');
    }
    case 'lapsed':
      return words.lapsed(words.lapsedFor[ending.reason]);
    case 'duplicate':
      return [
        ...(ending.replaces === true ? [words.replaces] : []),
        words.duplicate(ending.of === undefined ? undefined : inline(ending.of)),
      ].join(' ');
    case 'not-accepted':
      return [
        words.notAccepted(words.notAcceptedFor[ending.reason]),
        quoted(readable(ending.explanation, language)),
      ].join('\n');
    case 'not-reached':
      return words.notReached;
    case 'report-concluded':
      return [words.reportConcluded, quoted(readable(ending.found, language))].join('\n');
  }
};

/** A grant may have no words of its own. */
const arcoAnswered = ({ arco = [] }: FurtherNotice, { language }: Setting): readonly string[] =>
  arco.map(({ right, outcome, answer }) => {
    const sentence = wording[language].arco[outcome](right && arcoLabels[right][language]);
    const isAll = outcome === 'granted' && answer === null;
    return isAll ? sentence : [sentence, quoted(readable(answer, language))].join('\n');
  });

/** What went on elsewhere or was never taken is reopened only where that was a mistake, and not what was just declined. */
const mayComeBack = ({ ending, declined }: FurtherNotice): boolean =>
  declined === undefined && ending?.kind !== 'duplicate' && ending?.kind !== 'not-accepted';

/** The next instance: that which a decision named, else that of the terms. */
const instanceIn = ({ declined, nextInstance }: FurtherNotice): string =>
  declined?.nextInstance ?? nextInstance;

/** What was agreed in conciliations, that none was after all, and what was done of it. */
const agreementsIn = (
  { agreements = [], noAgreement = false, carriedOut = [] }: FurtherNotice,
  words: Wording,
  said: (text: Opened) => string,
): readonly string[] => [
  ...agreements.map((agreement) => [words.agreement, said(agreement)].join('\n')),
  ...(noAgreement ? [words.noAgreement] : []),
  ...carriedOut.map((done) => [words.carriedOut, said(done)].join('\n')),
];

/** The authority that a person turns to over their personal data (I-10; the law on it of 2025). */
const dataAuthority = 'Secretaría Anticorrupción y Buen Gobierno';

/** Where the user may go who does not agree: over their personal data to another authority than over the request. */
const remediesOf = (notice: FurtherNotice, isOfRequest: boolean, setting: Setting) => {
  const words = wording[setting.language];
  const { arco = [], goesOn = false } = notice;
  const nextInstance = nextInstanceOf(instanceIn(notice), setting);
  return [
    arco.length === 0 ? undefined : words.dataAuthority(dataAuthority),
    goesOn ? words.goesOn(nextInstance) : undefined,
    isOfRequest && !goesOn ? words.nextInstance(nextInstance) : undefined,
    isOfRequest && !goesOn && mayComeBack(notice)
      ? finalWording[setting.language].reopening(notice.reopeningDays)
      : undefined,
  ];
};

/**
 * What came of a request beside its final word, with the next instance and the right to have it reopened: an ending of
 * another kind, a compensation, an agreement, a resolution that was carried out, an answer over personal data, that the
 * ending stands (I-10, I-11, I-16, I-17).
 */
export const furtherNotice = (setting: Setting, notice: FurtherNotice): Letter => {
  const { language, provider } = setting;
  const receivedOn = datesIn(provider.zone, language).moment(notice.receivedAt);
  const words = wording[language];
  const request = requestOf(notice, setting);
  const { ending, penalty, declined, resolutions = [] } = notice;
  const said = (text: Opened) => quoted(readable(text, language));
  const ofRequest = [
    ending && endingTold(ending, setting),
    penalty && [words.penalty[penalty.outcome], said(penalty.reasons)].join('\n'),
    declined && [words.declined, said(declined.reasons)].join('\n'),
    ...moneySentences(notice, setting),
    ...agreementsIn(notice, words, said),
    ...resolutions.map(({ reference, done }) => [words.resolution(inline(reference)), said(done)].join('\n')),
  ].filter((told) => told !== undefined);
  return letter(
    setting,
    subjectLine(setting, words.subject(request), notice.folio),
    words.opening(request, receivedOn),
    ...ofRequest,
    ...arcoAnswered(notice, setting),
    ...remediesOf(notice, ofRequest.length > 0 || (notice.arco ?? []).length === 0, setting),
    numberLine(setting, notice.folio),
    whyThisWay(notice.sending, setting),
  );
};
