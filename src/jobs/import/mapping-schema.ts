import { commandTypes } from '../../application/commands/parse-command.js';
import { roles } from '../../domain/complaint/vocabulary.js';
import { conditionNames } from './conditions.js';
import { actorSources } from './mapping.js';

const name = { type: 'string', minLength: 1, maxLength: 200 } as const;
const ruleName = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 } as const;
const label = {
  type: 'object',
  required: ['es', 'en'],
  properties: { es: name, en: name },
  additionalProperties: false,
} as const;
const conditions = { type: 'array', items: { $ref: '#/$defs/condition' }, maxItems: 20 } as const;
const steps = { type: 'array', items: { $ref: '#/$defs/step' }, maxItems: 50 } as const;

/** The shape of a mapping file (JSON Schema 2020-12, as far as draft 7 has it too). */
export const mappingSchema = {
  $id: 'quejas-mapping',
  title: 'Mapping of an event log to complaints',
  type: 'object',
  required: ['id', 'version', 'title', 'provider', 'people', 'closing', 'groups', 'activities'],
  additionalProperties: false,
  properties: {
    id: { ...ruleName, maxLength: 40 },
    version: { type: 'integer', minimum: 1 },
    title: label,
    provider: { type: 'object' },
    people: {
      type: 'object',
      required: ['subscriber', 'pseudonyms'],
      additionalProperties: false,
      properties: { subscriber: name, pseudonyms: { type: 'boolean' } },
    },
    eventId: name,
    closing: { type: 'array', items: name },
    groups: { type: 'object', propertyNames: ruleName, additionalProperties: steps },
    activities: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        required: ['activity', 'steps'],
        additionalProperties: false,
        properties: { activity: name, transition: name, steps, otherwise: steps },
      },
    },
  },
  $defs: {
    template: {
      type: ['string', 'number', 'boolean', 'array', 'object'],
      items: { $ref: '#/$defs/template' },
      additionalProperties: { $ref: '#/$defs/template' },
    },
    condition: {
      anyOf: [
        { type: 'string', enum: conditionNames },
        {
          type: 'object',
          required: ['not'],
          additionalProperties: false,
          properties: { not: { $ref: '#/$defs/condition' } },
        },
        {
          type: 'object',
          required: ['attribute', 'is'],
          additionalProperties: false,
          properties: { attribute: name, is: { type: 'string' } },
        },
        { type: 'object', required: ['seen'], additionalProperties: false, properties: { seen: name } },
      ],
    },
    step: {
      type: 'object',
      if: { required: ['use'] },
      then: {
        additionalProperties: false,
        properties: { use: ruleName, when: conditions, filled: { type: 'boolean' } },
      },
      else: {
        required: ['rule', 'command', 'by', 'as'],
        additionalProperties: false,
        properties: {
          rule: ruleName,
          when: conditions,
          command: { type: 'string', enum: commandTypes },
          by: { type: 'string', enum: actorSources },
          as: { type: 'string', enum: roles },
          input: { type: 'object', additionalProperties: { $ref: '#/$defs/template' } },
          filled: { type: 'boolean' },
        },
      },
    },
  },
} as const;
