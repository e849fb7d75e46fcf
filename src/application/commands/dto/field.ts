import {
  getMetadataStorage,
  registerDecorator,
  ValidateNested,
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { faultTexts } from './fault.js';
import { isRule, type Rule } from './rules/rule.js';

const ruleOf = (constraints: readonly unknown[] | undefined): Rule<unknown> | undefined =>
  constraints?.find(isRule);

/** By this name class-validator reports that a field does not follow its rule. */
export const ruleName = 'rule';

/** The one constraint of all fields: class-validator finds a shared one faster than one a field. */
@ValidatorConstraint({ name: ruleName })
class FollowsItsRule implements ValidatorConstraintInterface {
  validate(value: unknown, { constraints }: ValidationArguments): boolean {
    return ruleOf(constraints)?.holds(value) ?? false;
  }

  defaultMessage({ value, constraints }: ValidationArguments): string {
    const [found] = ruleOf(constraints)?.finds(value) ?? [];
    return found === undefined ? '' : `$property: ${faultTexts[found.code].en}`;
  }
}

const named = { name: ruleName, validator: FollowsItsRule };

/**
 * Declares a field of a DTO. The type of the field must admit whatever the rule lets through, else it does not
 * compile. A field without it does not exist: input that has one is refused.
 */
export const Field =
  <T>(rule: Rule<T>) =>
  <K extends string, D extends object & { [P in K]?: unknown }>(
    target: D,
    property: K & ([T] extends [D[K]] ? K : never),
  ): void => {
    registerDecorator({
      ...named,
      target: target.constructor,
      propertyName: property,
      constraints: [rule],
    });
    if (rule.nested) ValidateNested()(target, property);
  };

export type FieldTable = ReadonlyMap<string, Rule<unknown>>;

/** The fields of a DTO class, its own and those it inherits, as they were declared. */
export const fieldsOf = (target: abstract new () => object): FieldTable => {
  const declared = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  const fields = new Map<string, Rule<unknown>>();
  for (const { propertyName, constraints } of declared) {
    const rule = ruleOf(constraints);
    if (rule !== undefined) fields.set(propertyName, rule);
  }
  return fields;
};
