import type { Procedure } from './procedure.js';
import type { ProcedureTerm } from './terms.js';
import { words } from './words.js';

const indented = (lines: readonly string[], by: string): string => lines.join(`\n${by}`);

const termLine = ({ name, term, since, appliesTo, pauses }: ProcedureTerm): string =>
  `- ${indented([`${name}: ${term}.`, ...[since, appliesTo, pauses].filter((line) => line !== null)], '  ')}`;

/** The procedure as plain text: headings, lists, no markup. */
export const procedureText = (procedure: Procedure): string => {
  const said = words[procedure.language];
  const { headings } = said;
  const section = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [[heading, '-'.repeat(heading.length), ...lines].join('\n')];
  const title = `${procedure.title}: ${procedure.provider}`;
  const termsOf = (owner: ProcedureTerm['owedBy']): readonly string[] =>
    procedure.terms.filter(({ owedBy }) => owedBy === owner).map(termLine);
  const sections = [
    `${title}\n${'='.repeat(title.length)}`,
    procedure.opening.join('\n'),
    ...section(
      headings.channels,
      procedure.channels.map(
        ({ name, how, contacts, hours }) =>
          `- ${indented([how === null ? name : `${name} (${how})`, ...contacts.map(({ value }) => value), said.attended(hours)], '  ')}`,
      ),
    ),
    ...section(
      headings.steps,
      procedure.steps.map(({ requests, from, steps }, place) =>
        [
          ...(place === 0 ? [] : ['']),
          said.way(requests),
          ...steps.map(({ who, does }, index) => `${String(from + index)}. ${who}: ${does}.`),
        ].join('\n'),
      ),
    ),
    ...section(headings.areas, [
      said.areas,
      ...procedure.areas.map(({ name, purposes }) => `- ${name}: ${said.list(purposes)}.`),
    ]),
    ...section(
      headings.rules,
      procedure.rules.map((rule) => `- ${rule}`),
    ),
    ...section(headings.terms, termsOf('provider')),
    ...section(headings.userTerms, termsOf('user')),
    ...section(headings.businessDays, procedure.businessDays),
    ...section(headings.escalation, procedure.escalation),
    ...section(headings.nextInstance, [
      said.nextInstance(procedure.nextInstance.name),
      ...procedure.nextInstance.contacts.map(({ value }) => `- ${value}`),
    ]),
    said.version(procedure.version),
  ];
  return `${sections.join('\n\n')}\n`;
};
