import { trackOf } from '../../complaint/tracks.js';
import { kinds, subjects } from '../../complaint/vocabulary.js';
import { attributeNames, type Attribute, type Clock, type Matching } from '../policy/policy.js';
import type { Fact } from './facts.js';

/** What a complaint is at a moment, as far as clocks ask; `undefined` where nothing was said. */
export type Attributes = { readonly [A in Attribute]?: string | undefined } & {
  /** Who reported it, where it is no subscriber's request: no clock is owed to a user then. */
  readonly report?: string | undefined;
};

const word = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
  words.find((each) => each === value);

const trackIn = ({ kind, subject }: Fact['data']): string | undefined => {
  const [ofKind, ofSubject] = [word(kinds, kind), word(subjects, subject)];
  return ofKind === undefined || ofSubject === undefined ? undefined : trackOf(ofKind, ofSubject);
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What a fact says of the complaint; what it says nothing of stays. */
export const attributesAfter = (before: Attributes, { type, data }: Fact): Attributes => {
  switch (type) {
    case 'Filed':
    case 'Reclassified': {
      const about = {
        kind: text(data['kind']),
        subject: text(data['subject']),
        subkind: text(data['subkind']),
        track: trackIn(data),
      };
      return type === 'Reclassified'
        ? { ...before, ...about }
        : {
            ...about,
            channel: text(data['channel']),
            severity: text(data['severity']),
            municipality: text(data['municipality']),
            report: text(data['report']),
          };
    }
    case 'Classified':
      return { ...before, severity: text(data['severity']) };
    default:
      return before;
  }
};

/** True where every attribute that is named has one of its values. */
export const matches = (matching: Matching, attributes: Attributes): boolean =>
  attributeNames.every((name) => {
    const values = matching[name];
    return values === undefined || values.some((value) => value === attributes[name]);
  });

/** Whether a clock is for such a complaint, and runs at all. */
export const appliesTo = ({ only, unless, inactive }: Clock, attributes: Attributes): boolean =>
  inactive === undefined &&
  attributes.report === undefined &&
  (only === undefined || matches(only, attributes)) &&
  (unless === undefined || !matches(unless, attributes));
