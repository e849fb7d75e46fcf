/** Where a server that does not lead says that the leader is. */
export interface Leader {
  readonly host: string;
  readonly port: number;
}

/** A refusal that any call can get, and that the call has no effect. */
export type Refusal =
  /** `not-leader`, with the leader's address. */
  | { readonly kind: 'not-leader'; readonly leader: Leader }
  /** "Server Is Not Ready": `unknown` on appends, `unavailable` elsewhere. */
  | { readonly kind: 'not-ready' }
  /** "Server Is Busy" (appends), "Server Is Too Busy" (elsewhere). */
  | { readonly kind: 'busy' }
  /** `access-denied`. */
  | { readonly kind: 'access-denied' }
  /** The call's connection is reset before anything was done. */
  | { readonly kind: 'reset' }
  /** An answer never comes, and nothing is done. */
  | { readonly kind: 'no-reply' };

/** What may happen to an append. Where `committed` is true the events are kept, and only the answer is lost. */
export type AppendFault =
  | Exclude<Refusal, { readonly kind: 'reset' | 'no-reply' }>
  /** The connection is reset: before the commit, or after it and before the acknowledgement. */
  | { readonly kind: 'reset'; readonly committed: boolean }
  | { readonly kind: 'no-reply'; readonly committed: boolean }
  /** The call ends with OK and without an answer, as if the server had nothing more to say. */
  | { readonly kind: 'end'; readonly committed: boolean }
  /** Committed at once; acknowledged after so many milliseconds. */
  | { readonly kind: 'late-reply'; readonly ms: number }
  /** The server gives up waiting (`deadline-exceeded`). */
  | { readonly kind: 'timeout'; readonly committed: boolean };

/** What may happen to a read of a stream or of `$all`. */
export type ReadFault =
  | Refusal
  /** Answered after so many milliseconds. */
  | { readonly kind: 'late-reply'; readonly ms: number }
  /** ABORTED "Operation timed out". */
  | { readonly kind: 'timeout' }
  /** DEADLINE_EXCEEDED. */
  | { readonly kind: 'deadline-exceeded' };

/** What may happen to a subscription. `afterEvents` counts the events of that subscription that were sent before. */
export type SubscribeFault =
  | Refusal
  /** Ends without an error. */
  | { readonly kind: 'end'; readonly afterEvents: number }
  /** Stays open and sends nothing more. */
  | { readonly kind: 'silent'; readonly afterEvents: number }
  /** ABORTED "Consumer too slow to handle event while live". */
  | { readonly kind: 'slow-consumer'; readonly afterEvents: number }
  /** The connection is reset under it. */
  | { readonly kind: 'reset-later'; readonly afterEvents: number }
  /** Sends the event of that number twice. */
  | { readonly kind: 'repeat-event'; readonly afterEvents: number }
  /** Never says that it has caught up. */
  | { readonly kind: 'no-caught-up' }
  /** Sends each checkpoint twice. */
  | { readonly kind: 'repeat-checkpoints' }
  /** Follows each checkpoint with the first one it ever sent. */
  | { readonly kind: 'old-checkpoints' };

/** A soft delete or a tombstone. */
export type DeleteFault = Refusal;

/** The question which methods the server has: the first append of a client asks it. */
export type FeaturesFault = Exclude<Refusal, { readonly kind: 'not-leader' }>;

/** What goes wrong with calls of one kind, how often and where. */
export interface Rule<On extends string, What> {
  readonly on: On;
  readonly fault: What;
  /** How many calls it strikes; once where it is not given. */
  readonly times?: number;
  /** How many calls of this kind pass first; none where it is not given. */
  readonly after?: number;
  /** Only calls on streams whose name begins so (`$all` for the whole log); all where it is not given. */
  readonly stream?: string;
}

/** One rule of what goes wrong, how often and where. Plain data: it may come from a seed or another process. */
export type FaultRule =
  | Rule<'append', AppendFault>
  | Rule<'read', ReadFault>
  | Rule<'subscribe', SubscribeFault>
  | Rule<'delete', DeleteFault>
  | Rule<'features', FeaturesFault>;
