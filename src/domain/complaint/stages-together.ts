/** What of a stage is assembled with the other stages: its tables, and the shapes that its types carry. */
export interface Tables {
  readonly events: object;
  readonly disclosed: object;
  readonly restsOn: object;
  readonly commands: object;
  readonly relations: object;
  readonly decide: object;
  readonly evolve: object;
  readonly refusals: object;
  readonly shapes?: { readonly events: object; readonly commands: object };
}

/** The shapes of a stage's events and commands. */
type ShapesOf<T extends Tables> = NonNullable<T['shapes']>;

/** The tables of two stages, each as one. */
export interface Both<A extends Tables, B extends Tables> {
  readonly events: A['events'] & B['events'];
  readonly disclosed: A['disclosed'] & B['disclosed'];
  readonly restsOn: A['restsOn'] & B['restsOn'];
  readonly commands: A['commands'] & B['commands'];
  readonly relations: A['relations'] & B['relations'];
  readonly decide: A['decide'] & B['decide'];
  readonly evolve: A['evolve'] & B['evolve'];
  readonly refusals: A['refusals'] & B['refusals'];
  readonly shapes?: {
    readonly events: ShapesOf<A>['events'] & ShapesOf<B>['events'];
    readonly commands: ShapesOf<A>['commands'] & ShapesOf<B>['commands'];
  };
}

/** Stages in their order, as one set of tables. */
export interface Stages<T extends Tables> {
  /** One table of each kind, over all stages so far. */
  readonly tables: T;
  /** The same with one more stage at the end. */
  readonly followedBy: <S extends Tables>(stage: S) => Stages<Both<T, S>>;
}

const both = <A extends Tables, B extends Tables>(a: A, b: B): Both<A, B> => ({
  events: { ...a.events, ...b.events },
  disclosed: { ...a.disclosed, ...b.disclosed },
  restsOn: { ...a.restsOn, ...b.restsOn },
  commands: { ...a.commands, ...b.commands },
  relations: { ...a.relations, ...b.relations },
  decide: { ...a.decide, ...b.decide },
  evolve: { ...a.evolve, ...b.evolve },
  refusals: { ...a.refusals, ...b.refusals },
});

/** A list of stages that begins with this one. Its types need no cast: every step knows the tables it adds. */
export const startingWith = <T extends Tables>(tables: T): Stages<T> => ({
  tables,
  followedBy: (stage) => startingWith(both(tables, stage)),
});
