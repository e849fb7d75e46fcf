/** A declared name as SQL. Names are checked where tables are declared; the quotes make a keyword harmless. */
export const quoted = (identifier: string): string => `"${identifier}"`;

export const quotedList = (identifiers: readonly string[]): string => identifiers.map(quoted).join(', ');
