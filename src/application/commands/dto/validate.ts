import { validateSync, type ValidationError, type ValidatorOptions } from 'class-validator';
import { faultAt, type Fault, type Found } from './fault.js';
import { fieldsOf, ruleName } from './field.js';
import { notReadable } from './hydrate.js';

const options: ValidatorOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: true, value: true },
};

const isClass = (value: unknown): value is new () => object => typeof value === 'function';

const unreadable: Found = { code: 'not-an-object' };

const joined = (path: string, property: string): string => {
  if (property.startsWith('[')) return path + property;
  return path === '' ? property : `${path}.${property}`;
};

const foundIn = ({ constraints = {}, target, property, value }: ValidationError): readonly Found[] => {
  if ('whitelistValidation' in constraints) return [{ code: 'unknown-field' }];
  if (value === notReadable) return [{ code: 'not-readable' }];
  if (!(ruleName in constraints) || target === undefined || !isClass(target.constructor)) return [];
  return fieldsOf(target.constructor).get(property)?.finds(value) ?? [];
};

/** The validator's error for a value of no class of ours; it names no property. */
const isOfNoClass = ({ constraints = {} }: ValidationError): boolean => 'unknownValue' in constraints;

const faultsIn = (errors: readonly ValidationError[], path: string): readonly Fault[] =>
  errors.flatMap((error) => {
    const { target, property, children = [] } = error;
    const here = Array.isArray(target) ? `${path}[${property}]` : joined(path, property);
    const inside = children.filter((child) => !isOfNoClass(child));
    const found = foundIn(error);
    const own = found.length === 0 && inside.length < children.length ? [unreadable] : found;
    return [...own.map((each) => faultAt(here, each)), ...faultsIn(inside, here)];
  });

/** Everything that is wrong with a DTO, each fault with its path; empty where nothing is. */
export const validate = (dto: object): readonly Fault[] => {
  const errors = validateSync(dto, options);
  return errors.length === 0 ? [] : faultsIn(errors, '');
};
