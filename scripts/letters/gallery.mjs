// What the gallery of letters looks like: as Markdown, and as a page that is read on a phone and printed.
const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/** What no line of a phone may part: a folio, an amount with its currency, a time with its unit, a telephone number. */
const wholes =
  /\b[A-Z]{2,4}-\d{6,}-[\dA-Z]\b|\$[\d,]+\.\d\d [A-Z]{3}\b|\b\d\d:\d\d h\b|\b\d{2,3}(?: \d{3,4})? \d{4,7}\b/g;
const kept = (text) => escaped(text).replace(wholes, (whole) => `<span class="whole">${whole}</span>`);

const title = { es: 'Cartas', en: 'Letters' };
const about = {
  es: 'Cada carta que un usuario puede recibir, de solicitudes jugadas de principio a fin. La genera `npm run docs`; los nombres y domicilios son inventados.',
  en: 'Every letter that a user may receive, from requests that were played from beginning to end. `npm run docs` writes it; names and addresses are made up.',
};

/** As Markdown, Spanish first. */
export const galleryText = ({ name }, letters) => {
  const part = (language) =>
    letters
      .map(
        ({ kind, name: called, obligations, [language]: letter }) =>
          `### ${called[language]}\n\n\`${kind}\` (${obligations.join(', ')})\n\n\`\`\`text\n${letter.subject}\n\n${letter.body}\n\`\`\`\n`,
      )
      .join('\n');
  return `# ${title.es} de ${name}\n\n${about.es}\n\n## Español\n\n${part('es')}\n## English\n\n${about.en}\n\n${part('en')}`;
};

const style = `
:root { color-scheme: light dark; --paper: #f5f6f8; --card: #fff; --ink: #17202b; --soft: #4d5866; --line: #d3d9e1; --accent: #0b5a8a; }
@media (prefers-color-scheme: dark) { :root { --paper: #10141a; --card: #191f28; --ink: #e7ebf1; --soft: #aab4c1; --line: #39424f; --accent: #7cc4f2; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 44rem; font: 1rem/1.55 system-ui, "Segoe UI", Roboto, Arial, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { margin: 0 0 .3rem; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 2rem 0 .6rem; font-size: 1.3rem; }
h3 { margin: 0; font-size: 1rem; color: var(--accent); }
p.about, p.serves { margin: .2rem 0 .8rem; color: var(--soft); font-size: .92rem; }
nav ul { padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem .9rem; font-size: .95rem; }
a { color: var(--accent); display: inline-block; padding: .2rem 0; }
article { margin: 0 0 1.2rem; padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
article h4 { margin: .2rem 0 .8rem; font-size: 1.05rem; line-height: 1.35; }
.letter { margin: 0; white-space: pre-wrap; font: inherit; }
.whole { white-space: nowrap; }
@media print { @page { size: A4; margin: 2.2cm; } :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #fff; --accent: #000; }
  nav, p.about, p.serves, h1, h2 { display: none; } body { padding: 0; max-width: none; font-size: 11pt; }
  article { border: 0; padding: 0; margin: 0; break-after: page; } article:last-of-type { break-after: auto; } h3 { display: none; } }
`;

/** As a page that stands by itself. */
export const galleryPage = ({ name, id }, letters) => {
  const heading = `${title.es} de ${name}`;
  const part = (language, own) =>
    [
      `<section lang="${language}">`,
      `<h2>${own}</h2>`,
      `<p class="about">${escaped(about[language].replaceAll('`', ''))}</p>`,
      `<nav aria-label="${title[language]}"><ul>`,
      ...letters.map(
        ({ id: letter, name: called }) =>
          `<li><a href="#${language}-${letter}">${escaped(called[language])}</a></li>`,
      ),
      '</ul></nav>',
      ...letters.map(
        ({ id: letter, name: called, obligations, [language]: text }) =>
          `<article id="${language}-${letter}"><h3>${escaped(called[language])}</h3><p class="serves">${obligations.join(', ')}</p><h4>${kept(text.subject)}</h4><div class="letter">${kept(text.body)}</div></article>`,
      ),
      '</section>',
    ].join('\n');
  return `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escaped(heading)}</title>
<style>${style}</style>
</head>
<body id="${id}">
<main>
<h1>${escaped(heading)}</h1>
${part('es', 'Español')}
${part('en', 'English')}
</main>
</body>
</html>
`;
};
