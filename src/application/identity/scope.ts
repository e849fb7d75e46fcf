/** Whose folios and processes they are: a provider's, in its namespace. The id of a provider has no `|` in it. */
export const scopeOf = (namespace: string, provider: string): string => `${namespace}|${provider}`;
