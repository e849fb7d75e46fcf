// Checked by the compiler alone: each `@ts-expect-error` fails where the mistake below it would be let through.
import type { ComplaintCommands } from '../../src/domain/complaint/commands.js';
import type { ComplaintEvents } from '../../src/domain/complaint/events.js';
import type { life } from '../../src/domain/complaint/life.js';
import { defineStage } from '../../src/domain/complaint/stage.js';
import { accept, reject } from '../../src/domain/kernel/decision.js';
import type { OpenedEvent } from '../../src/queries/opened-events.js';

interface Events {
  readonly Rung: { readonly times: number };
}
interface Commands {
  readonly ring: { readonly times: number; readonly words: string };
}

const whole = {
  events: { Rung: { words: 'subscriber' } },
  disclosed: { Rung: { to: 'parties', words: { words: 'user' } } },
  restsOn: { Rung: [] },
  relations: { ring: { 'technical-lead': null, 'competent-area': null, authority: ['has-proceeding'] } },
  commands: { ring: ['user'] },
  evolve: { Rung: {} },
  refusals: { 'bell-missing': { kind: 'rule', es: 'Falta el timbre.', en: 'There is no bell.' } },
} as const;

export const aStageIsWhole = defineStage<Events, Commands>()({
  ...whole,
  decide: {
    ring: ({ times, words }, { filing }) =>
      times === 0
        ? reject('bell-missing')
        : accept({ type: 'Rung', data: { times }, personal: { [filing.subscriber]: { words } } }),
  },
});

export const aDecisionGivesDeclaredCodesAlone = defineStage<Events, Commands>()({
  ...whole,
  // @ts-expect-error no stage declares this code
  decide: { ring: () => reject('bell-mising') },
});

export const aPersonalFieldIsSpelledAsDeclared = defineStage<Events, Commands>()({
  ...whole,
  decide: {
    ring: ({ times, words }, { filing }) =>
      accept({
        type: 'Rung',
        data: { times },
        // @ts-expect-error the field is declared as `words`
        personal: { [filing.subscriber]: { words, word: words } },
      }),
  },
});

export const aCommandHasADecision = defineStage<Events, Commands>()({
  ...whole,
  // @ts-expect-error nothing decides `ring`
  decide: {},
});

export const anEventHasAnEvolver = defineStage<Events, Commands>()({
  ...whole,
  decide: { ring: () => reject('bell-missing') },
  // @ts-expect-error nothing says what `Rung` changes
  evolve: {},
});

export const anEventSaysWhatIsSealed = defineStage<Events, Commands>()({
  ...whole,
  decide: { ring: () => reject('bell-missing') },
  // @ts-expect-error it is not said what is sealed beside `Rung`
  events: {},
});

export const anEventSaysWhatItRestsOn = defineStage<Events, Commands>()({
  ...whole,
  decide: { ring: () => reject('bell-missing') },
  // @ts-expect-error it is not said what `Rung` rests on
  restsOn: {},
});

export const anEventSaysWhoIsToldOfIt = defineStage<Events, Commands>()({
  ...whole,
  decide: { ring: () => reject('bell-missing') },
  // @ts-expect-error it is not said who is told of `Rung`
  disclosed: {},
});

export const aCommandSaysWhichComplaintsItIsFor = defineStage<Events, Commands>()({
  ...whole,
  decide: { ring: () => reject('bell-missing') },
  // @ts-expect-error it is not said which relation `ring` asks for
  relations: {},
});

export const aReaderAsksForFieldsThatAreThere = (visit: OpenedEvent<'VisitScheduled'>) => [
  visit.said('address'),
  // @ts-expect-error a misspelt field
  visit.said('adress'),
];

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
type InLife = NonNullable<(typeof life)['shapes']>;

/** The shapes that hosts can name, and the stages that the life of a complaint is assembled from. */
export const theStagesThatAreNamedAreThoseOfItsLife: readonly [
  Same<keyof ComplaintEvents, keyof InLife['events']>,
  Same<ComplaintEvents, InLife['events']>,
  Same<keyof ComplaintCommands, keyof InLife['commands']>,
  Same<ComplaintCommands, InLife['commands']>,
] = [true, true, true, true];
