/** Whose rows, folios and processes they are: a provider's, in its namespace. Neither has a `|` in it. */
export const scopeOf = (namespace: string, provider: string): string => `${namespace}|${provider}`;
