/** What a client says of an error: what may differ between them by name is told under one. */
export interface SaidError {
  readonly type: unknown;
  readonly code: unknown;
  readonly message: unknown;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly limit: unknown;
}

const fieldOf = (error: object, ...names: readonly string[]): unknown =>
  Object.entries(error).find(([name]) => names.includes(name))?.[1];

export const saidError = (error: unknown): SaidError => {
  const thrown = typeof error === 'object' && error !== null ? error : { message: String(error) };
  return {
    type: fieldOf(thrown, 'type'),
    code: fieldOf(thrown, 'code'),
    message: 'message' in thrown ? thrown.message : undefined,
    expected: fieldOf(thrown, 'expectedVersion', 'expectedState'),
    actual: fieldOf(thrown, 'actualVersion', 'actualState'),
    limit: fieldOf(thrown, 'maxAppendSize'),
  };
};
