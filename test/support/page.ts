const pieces =
  /<!doctype html>|<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<]+|</g;

/** What is wrong with a page that ought to be XML: elements that are not closed in turn, signs that are not escaped. */
export const faultsOfForm = (page: string): readonly string[] => {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [piece, closes, name, , isEmpty] of page.matchAll(pieces)) {
    if (name === undefined) {
      const isText = piece.startsWith('<!') || open.at(-1) === 'style';
      if (piece === '<' || (!isText && /&(?!(?:amp|lt|gt|quot|#39);)/.test(piece)))
        faults.push(piece.slice(0, 80));
    } else if (closes === '/') {
      if (open.pop() !== name) faults.push(`</${name}>`);
    } else if (isEmpty !== '/') open.push(name);
  }
  return [...faults, ...open.map((name) => `<${name}>`)];
};

/** Links within a page that lead nowhere, and places that have the same name. */
export const faultsOfLinks = (page: string): readonly string[] => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  const links = [...page.matchAll(/ (?:href="#|aria-labelledby=")([^"]*)"/g)].map(([, to = '']) => to);
  return [
    ...links.filter((to) => !ids.includes(to)).map((to) => `nothing is #${to}`),
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `several are #${id}`),
  ];
};

/** What a person reads of a page, or hears: its texts, and the words of its attributes. */
export const readOf = (page: string): string => {
  const body = page.slice(page.indexOf('<body>'));
  const spoken = [...body.matchAll(/ (?:aria-label|data-title)="([^"]*)"/g)].map(([, words]) => words);
  return [body.replace(/<[^>]+>/g, '\n'), ...spoken].join('\n');
};
