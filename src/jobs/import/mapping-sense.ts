import type { Bilingual } from '../../domain/texts/language.js';
import { isPlaceholder } from './fill-template.js';
import type { ActivityRule, GroupUse, Mapping, Step, Template } from './mapping.js';

/** What is wrong with a mapping, and where (a JSON Pointer). */
export interface MappingFault extends Bilingual {
  readonly at: string;
}

type Steps = readonly (Step | GroupUse)[];

const mostSteps = 500;

/** The rules of an activity with its groups unfolded, or the first thing that keeps them from being so. */
const unfolded = (
  groups: Mapping['groups'],
  { steps, otherwise = [] }: ActivityRule,
): string[] | Bilingual => {
  const rules: string[] = [];
  const walk = (list: Steps, path: readonly string[]): Bilingual | undefined => {
    for (const step of list) {
      if (rules.length > mostSteps)
        return { es: `más de ${mostSteps} pasos`, en: `more than ${mostSteps} steps` };
      if (!('use' in step)) {
        rules.push(step.rule);
        continue;
      }
      if (!Object.hasOwn(groups, step.use))
        return { es: `ningún grupo se llama ${step.use}`, en: `no group is called ${step.use}` };
      if (path.includes(step.use))
        return {
          es: `el grupo ${step.use} está dentro de sí mismo`,
          en: `the group ${step.use} is inside itself`,
        };
      rules.push(`${step.use} (group)`);
      const fault = walk(groups[step.use] ?? [], [...path, step.use]);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
  return walk(steps, []) ?? walk(otherwise, []) ?? rules;
};

const textsOf = (template: Template): readonly string[] => {
  if (typeof template === 'string') return [template];
  return typeof template === 'object' ? Object.values(template).flatMap(textsOf) : [];
};

const unknownPlaceholders = (template: Template): readonly string[] =>
  textsOf(template)
    .flatMap((text) => [...text.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ''))
    .filter((name) => !isPlaceholder(name));

const faultsOfStep = (step: Step | GroupUse, at: string): readonly MappingFault[] =>
  'use' in step
    ? []
    : unknownPlaceholders(step.input ?? {}).map((name) => ({
        at: `${at}/input`,
        es: `{${name}} no se conoce`,
        en: `{${name}} is unknown`,
      }));

const faultsOfSteps = (steps: Steps, at: string) =>
  steps.flatMap((step, index) => faultsOfStep(step, `${at}/${index}`));

const faultsOfActivity = (
  groups: Mapping['groups'],
  rule: ActivityRule,
  at: string,
): readonly MappingFault[] => {
  const inside = [
    ...faultsOfSteps(rule.steps, `${at}/steps`),
    ...faultsOfSteps(rule.otherwise ?? [], `${at}/otherwise`),
  ];
  const rules = unfolded(groups, rule);
  if (!Array.isArray(rules)) return [...inside, { at, ...rules }];
  const twice = rules.filter((name, index) => !name.endsWith('(group)') && rules.indexOf(name) !== index);
  return [
    ...inside,
    ...twice.map((name) => ({
      at,
      es: `la regla ${name} viene dos veces en una actividad`,
      en: `the rule ${name} comes twice in one activity`,
    })),
  ];
};

const keyOf = ({ activity, transition }: ActivityRule) => JSON.stringify([activity, transition]);

/** What no schema can say: groups that are there and end, rules known by their names, placeholders that exist. */
export const faultsOfMapping = ({ groups, activities }: Mapping): readonly MappingFault[] => {
  const keys = activities.map(keyOf);
  return [
    ...Object.entries(groups).flatMap(([name, steps]) => faultsOfSteps(steps, `/groups/${name}`)),
    ...activities.flatMap((rule, index) => {
      const at = `/activities/${index}`;
      const twice =
        keys.indexOf(keyOf(rule)) === index
          ? []
          : [{ at, es: 'otra regla para la misma actividad', en: 'a second rule for one activity' }];
      return [...twice, ...faultsOfActivity(groups, rule, at)];
    }),
  ];
};
