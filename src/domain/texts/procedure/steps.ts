import { trackIds, tracks, type Track, type TrackId } from '../../complaint/tracks.js';
import { roleMatrix } from '../../complaint/role-matrix.js';
import type { Language, Role } from '../../complaint/vocabulary.js';
import type { NoticeProfile, ProviderProfile } from '../../provider/profile.js';
import { roleLabels } from '../labels/people.js';
import type { Bilingual } from '../language.js';
import { capitalised, inline } from '../plain-text.js';
import { requestNames, toThe, words } from './words.js';

/** One step: who does what. */
export interface ProcedureStep {
  /** Who takes it, as the provider calls them. */
  readonly who: string;
  /** What they do. */
  readonly does: string;
}

/** The steps of the kinds of request that go the same way. */
export interface ProcedureWay {
  /** Which requests go this way. */
  readonly requests: string;
  /** The number of its first step: what all have in common comes before, once. */
  readonly from: number;
  /** In the order in which they are taken. */
  readonly steps: readonly ProcedureStep[];
}

interface Voice {
  readonly user: string;
  readonly report: string;
  readonly folio: (label: string, others: readonly string[]) => string;
  readonly route: string;
  readonly follow: {
    readonly together: string;
    readonly alone: string;
    readonly helped: (by: string) => string;
  };
  readonly cause: { readonly repaired: string; readonly alone: string };
  readonly tell: (to: string) => string;
  readonly rule: { readonly apart: string; readonly plain: string };
  readonly notice: (to: string, contents: string) => string;
  readonly answer: (to: string) => string;
  readonly execution: (to: string) => string;
  readonly to: Readonly<Record<NoticeProfile['to'], string>>;
}

const voices: Bilingual<Voice> = {
  es: {
    user: 'Usuario',
    report: 'levanta su reporte o solicitud por el medio de contacto de su preferencia, de forma gratuita',
    folio: (label, others) =>
      `lo registra y en ese momento le asigna un ${label}${others.length === 0 ? '' : ` (también llamado ${others.join(' o ')})`}, que da a conocer al usuario para la tramitación y el seguimiento`,
    route: 'turna el asunto, según lo que haga falta, a una de las áreas de abajo',
    follow: {
      together: 'dan seguimiento juntos al reporte',
      alone: 'da seguimiento a la solicitud',
      helped: (by) => `da seguimiento a la solicitud y, cuando hace falta, pide apoyo ${toThe(by)}`,
    },
    cause: {
      repaired: 'verifica las causas y, si encuentra una falla, la corrige según el contrato de servicio',
      alone: 'verifica las causas de lo que se reclama, según el contrato de servicio',
    },
    tell: (to) => `informa de la reparación ${toThe(to)}`,
    rule: {
      apart: 'resuelve, con sus razones, si el reporte procede o no; quien hizo la reparación no resuelve',
      plain: 'resuelve, con sus razones, si lo que se pide procede o no',
    },
    notice: (to, contents) => `notifica ${to}: ${contents}`,
    answer: (to) => `contesta ${to}`,
    execution: (to) => `ejecuta la cancelación y comunica ${to} desde cuándo surte efecto`,
    to: { subscriber: 'al suscriptor', user: 'al usuario' },
  },
  en: {
    user: 'User',
    report: 'raises the report or request by the means of contact they prefer, free of charge',
    folio: (label, others) =>
      `registers it and at that moment gives it a ${label}${others.length === 0 ? '' : ` (also called ${others.join(' or ')})`}, which the user is told for its handling and follow-up`,
    route: 'routes the matter, by what it needs, to one of the areas below',
    follow: {
      together: 'follow the report up together',
      alone: 'follows the request up',
      helped: (by) => `follows the request up, with the help of ${by} where needed`,
    },
    cause: {
      repaired: 'verifies the causes and corrects the fault that is found, by the service contract',
      alone: 'verifies the causes of what is claimed, by the service contract',
    },
    tell: (to) => `reports the repair to ${to}`,
    rule: {
      apart: 'rules, with reasons, whether the report is upheld; whoever repaired does not rule',
      plain: 'rules, with reasons, whether what is asked for is upheld',
    },
    notice: (to, contents) => `notifies ${to} of: ${contents}`,
    answer: (to) => `answers ${to}`,
    execution: (to) => `executes the cancellation and tells ${to} from when it is effective`,
    to: { subscriber: 'the subscriber', user: 'the user' },
  },
};

/** The names that a procedure has for a role, in the order in which it uses them. */
const namesOf = ({ roles }: ProviderProfile, role: Role, language: Language): readonly string[] => {
  const isNamed = role === 'customer-service' || role === 'technical-lead' || role === 'competent-area';
  return isNamed ? roles[role].map((label) => inline(label[language])) : [roleLabels[role][language]];
};

interface Who {
  readonly receives: string;
  readonly follows: string;
  readonly tells: string;
  readonly technician: string;
  readonly area: string;
  readonly rules: string;
}

/** The procedure names customer service as it receives, then as it follows up, at last as it tells the user. */
const whoIn = (profile: ProviderProfile, language: Language): Who => {
  const service = namesOf(profile, 'customer-service', language);
  const [first = ''] = service;
  const nameOf = (role: Role): string => namesOf(profile, role, language)[0] ?? '';
  return {
    receives: first,
    follows: service[1] ?? first,
    tells: service.at(-1) ?? first,
    technician: nameOf('technical-lead'),
    area: nameOf('competent-area'),
    rules: words[language].either(roleMatrix.rule.map(nameOf)),
  };
};

const kindOf = (track: TrackId): string =>
  track === 'technical-complaint' || track === 'other-complaint' ? 'complaint' : track;

const noticeOf = ({ notices }: ProviderProfile, name: NoticeProfile['notice']): NoticeProfile | undefined =>
  notices.find(({ notice }) => notice === name);

const lastStep = (profile: ProviderProfile, track: Track, who: Who, language: Language): ProcedureStep => {
  const voice = voices[language];
  const notice = noticeOf(profile, 'final');
  const to = voice.to[notice?.to ?? 'user'];
  const carried: readonly string[] = track.carries;
  switch (track.final) {
    case 'notice': {
      const told = (notice?.contents ?? []).filter(({ content }) => carried.includes(content));
      const contents = words[language].list(told.map(({ wording }) => inline(wording[language])));
      return { who: who.tells, does: voice.notice(to, contents) };
    }
    case 'answer':
      return { who: who.tells, does: voice.answer(voice.to.user) };
    case 'execution':
      return { who: who.tells, does: voice.execution(voice.to.user) };
  }
};

const followUp = ({ technician }: Track, who: Who, voice: Voice, and: string): ProcedureStep => {
  switch (technician) {
    case 'required':
      return { who: `${who.follows} ${and} ${who.technician}`, does: voice.follow.together };
    case 'optional':
      return { who: who.follows, does: voice.follow.helped(who.technician) };
    case 'never':
      return { who: who.follows, does: voice.follow.alone };
  }
};

/** The steps that a track needs, in order; the provider's terms may demand more routing than the track does. */
const stepsOf = (profile: ProviderProfile, id: TrackId, language: Language): readonly ProcedureStep[] => {
  const track = tracks[id];
  const voice = voices[language];
  const who = whoIn(profile, language);
  const { folio, routedKinds, policy } = profile;
  const others = folio.alsoCalled.map((label) => inline(label[language]));
  const routed = track.routed === 'required' || routedKinds.some((kind) => kind === kindOf(id));
  const repaired = track.repair === 'if-fault-found';
  const apart = repaired && policy.separationOfDuties !== 'recorded';
  const steps: readonly (ProcedureStep | false)[] = [
    { who: voice.user, does: voice.report },
    { who: who.receives, does: voice.folio(inline(folio.label[language]), others) },
    routed && { who: who.follows, does: voice.route },
    followUp(track, who, voice, { es: 'y', en: 'and' }[language]),
    track.causeBy !== 'nobody' && {
      who: track.causeBy === 'technical-lead' ? who.technician : who.area,
      does: repaired ? voice.cause.repaired : voice.cause.alone,
    },
    repaired && { who: who.technician, does: voice.tell(who.tells) },
    track.ruled && { who: who.rules, does: apart ? voice.rule.apart : voice.rule.plain },
    lastStep(profile, track, who, language),
  ];
  return steps.filter((step) => step !== false).map(({ who: by, does }) => ({ who: capitalised(by), does }));
};

const asText = (steps: readonly ProcedureStep[]): string =>
  steps.map(({ who, does }) => `${who}: ${does}`).join('\n');

/** How many steps all of these begin with. */
const inCommon = (all: readonly (readonly ProcedureStep[])[]): number => {
  const [first = [], ...others] = all;
  const differs = first.findIndex((step, place) =>
    others.some((steps) => asText(steps.slice(place, place + 1)) !== asText([step])),
  );
  return differs === -1 ? first.length : differs;
};

/** The ways of all kinds of request: what all begin with, then those that go on alike together, as the tracks have it. */
export const waysOf = (profile: ProviderProfile, language: Language): readonly ProcedureWay[] => {
  const all = trackIds.map((id) => ({ id, steps: stepsOf(profile, id, language) }));
  const common = inCommon(all.map(({ steps }) => steps));
  const ways = new Map<string, { readonly ids: TrackId[]; readonly steps: readonly ProcedureStep[] }>();
  for (const { id, steps } of all) {
    const rest = steps.slice(common);
    const known = ways.get(asText(rest));
    if (known === undefined) ways.set(asText(rest), { ids: [id], steps: rest });
    else known.ids.push(id);
  }
  return [
    { requests: words[language].forAll, from: 1, steps: all[0]?.steps.slice(0, common) ?? [] },
    ...[...ways.values()].map(({ ids, steps }) => ({
      requests: words[language].list(ids.map((id) => requestNames[id][language])),
      from: common + 1,
      steps,
    })),
  ];
};
