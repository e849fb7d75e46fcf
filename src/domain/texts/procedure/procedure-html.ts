import type { ContactPoint } from '../../provider/profile.js';
import { escaped, wholePage } from '../page/markup.js';
import type { Procedure } from './procedure.js';
import type { ProcedureTerm } from './terms.js';
import { pageStyle } from './page-style.js';
import { words } from './words.js';

const hosts = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s]*)?$/iu;

/** Where a contact leads when it is touched; `undefined` where it is only read. */
const linkOf = ({ kind, value }: ContactPoint): string | undefined => {
  switch (kind) {
    case 'phone':
      return `tel:${value.replace(/[^+\d]/gu, '')}`;
    case 'email':
      return `mailto:${encodeURIComponent(value).replace('%40', '@')}`;
    case 'web':
      if (!hosts.test(value)) return undefined;
      return /^https?:/iu.test(value) ? value : `https://${value}`;
    case 'office':
      return undefined;
  }
};

const contactOf = (contact: ContactPoint): string => {
  const link = linkOf(contact);
  const value = escaped(contact.value);
  return link === undefined ? value : `<a href="${escaped(link)}">${value}</a>`;
};

const section = (id: string, heading: string, ...content: readonly string[]): string =>
  content.every((part) => part === '')
    ? ''
    : `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(heading)}</h2>${content.join('')}</section>`;

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escaped(line)}</p>`).join('');

const listed = (items: readonly string[]): string => items.map((item) => `<li>${item}</li>`).join('');

const list = (items: readonly string[]): string => (items.length === 0 ? '' : `<ul>${listed(items)}</ul>`);

const termOf = ({ name, term, since, appliesTo, pauses }: ProcedureTerm): string => {
  const details = [since, appliesTo, pauses].filter((line) => line !== null);
  return `<div><dt>${escaped(name)}</dt><dd><strong>${escaped(term)}</strong>${details
    .map((line) => `<small>${escaped(line)}</small>`)
    .join(' ')}</dd></div>`;
};

const terms = (all: Procedure['terms'], owner: ProcedureTerm['owedBy']): string => {
  const own = all.filter(({ owedBy }) => owedBy === owner);
  return own.length === 0 ? '' : `<dl>${own.map(termOf).join('')}</dl>`;
};

const channels = ({ channels: all, language }: Procedure): string =>
  `<ul class="cards">${all
    .map(
      ({ name, how, contacts, hours }) =>
        `<li><h3>${escaped(name)}</h3>${how === null ? '' : `<p>${escaped(how)}</p>`}${contacts
          .map((contact) => `<p class="contact">${contactOf(contact)}</p>`)
          .join('')}<p>${escaped(words[language].attended(hours))}</p></li>`,
    )
    .join('')}</ul>`;

const steps = ({ steps: ways, language }: Procedure): string =>
  ways
    .map(({ requests, from, steps: each }) => {
      const items = each.map(({ who, does }) => `<b>${escaped(who)}</b>: ${escaped(does)}.`);
      return `<h3>${escaped(words[language].way(requests))}</h3><ol start="${String(from)}">${listed(items)}</ol>`;
    })
    .join('');

/**
 * The procedure as one page that stands by itself: no network, no script, light and dark, from a phone to A4 paper.
 * Everything that comes from a profile is escaped.
 */
export const procedureHtml = (procedure: Procedure): string => {
  const { language, title, provider, opening, areas, rules, nextInstance } = procedure;
  const said = words[language];
  const { headings } = said;
  const body = [
    `<header><p>${escaped(provider)}</p><h1>${escaped(title)}</h1></header><main>`,
    paragraphs(opening),
    section('channels', headings.channels, channels(procedure)),
    section('steps', headings.steps, steps(procedure)),
    section(
      'areas',
      headings.areas,
      paragraphs([said.areas]),
      list(areas.map(({ name, purposes }) => `<b>${escaped(name)}</b>: ${escaped(said.list(purposes))}.`)),
    ),
    section('rules', headings.rules, list(rules.map(escaped))),
    section('terms', headings.terms, terms(procedure.terms, 'provider')),
    section('user-terms', headings.userTerms, terms(procedure.terms, 'user')),
    section('business-days', headings.businessDays, paragraphs(procedure.businessDays)),
    section('escalation', headings.escalation, paragraphs(procedure.escalation)),
    section(
      'next-instance',
      headings.nextInstance,
      paragraphs([said.nextInstance(nextInstance.name)]),
      list(nextInstance.contacts.map(contactOf)),
    ),
    `</main><footer><p>${escaped(said.version(procedure.version))}</p></footer>`,
  ];
  return wholePage({
    language: { es: 'es-MX', en: 'en' }[language],
    title: `${title}: ${provider}`,
    style: pageStyle,
    body: body.filter((part) => part !== '').map((markup) => ({ markup })),
  });
};
