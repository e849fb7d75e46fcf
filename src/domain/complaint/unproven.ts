import { allMoney, moneyToTell } from './compensation/to-tell.js';
import type { ComplaintState, Unproven } from './state.js';
import { ofTheEnd } from './untold.js';
import type { Tellable } from './vocabulary.js';

type NoticesUnproven = ComplaintState['unproven'];

/** A notice tells these as they stand then, so that a later one says them again. Others are told in one notice each. */
const toldAsTheyStand: ReadonlySet<Tellable> = new Set<Tellable>([
  'ending',
  'compensation',
  'penalty',
  'next-instance',
  'reopening',
]);

const isToldIn = (what: Tellable, { money }: Unproven, later: readonly Tellable[]) =>
  later.includes(what) && toldAsTheyStand.has(what) && !(what === 'compensation' && money !== undefined);

/** The entries of all notices, with what is left of each; none where nothing is left. */
const eachLeft = (unproven: NoticesUnproven, left: (known: Unproven) => Unproven): NoticesUnproven =>
  Object.fromEntries(
    Object.entries(unproven).flatMap(([notice, known]) => {
      const { about = [], folio, visit, ...rest } = left(known);
      const kept = {
        ...(about.length > 0 && { ...rest, about }),
        ...(folio && { folio }),
        ...(visit !== undefined && { visit }),
      };
      return Object.keys(kept).length === 0 ? [] : [[notice, kept]];
    }),
  );

/** What earlier notices told and this one says again; every letter says the folio. */
const saidAgain = (unproven: NoticesUnproven, says: readonly Tellable[]) => {
  const known = Object.values(unproven);
  return {
    folio: known.some(({ folio }) => folio === true),
    about: says.filter((what) =>
      known.some((each) => each.about?.includes(what) === true && isToldIn(what, each, says)),
    ),
  };
};

/** What earlier notices told and a later letter does not say again. */
const notIn = (unproven: NoticesUnproven, says: readonly Tellable[]): NoticesUnproven =>
  eachLeft(unproven, ({ folio: _said, ...known }) => ({
    ...known,
    about: known.about?.filter((what) => !isToldIn(what, known, says)) ?? [],
  }));

/** What is told belongs to the last letter that told it: the final word is tried again where it does not arrive. */
export const toldByTheFinalWord = (
  { unproven }: ComplaintState,
  says: readonly Tellable[],
): Pick<ComplaintState, 'unproven'> => ({ unproven: notIn(unproven, says) });

/** What is told belongs to the last letter that told it, here one beside the final word. */
export const toldByNotice = (
  notice: number,
  about: readonly Tellable[],
  says: readonly Tellable[],
  { unproven }: ComplaintState,
): Pick<ComplaintState, 'unproven'> => {
  const again = saidAgain(unproven, says);
  const told: Unproven = {
    about: [...new Set([...about, ...again.about])],
    ...(again.folio && { folio: true }),
  };
  return { unproven: { ...notIn(unproven, says), [notice]: told } };
};

/** Of an end that is over, or that it would stand, there is nothing to tell any more. */
export const withoutTheEnding = (unproven: NoticesUnproven): NoticesUnproven =>
  eachLeft(unproven, (known) => ({
    ...known,
    about: known.about?.filter((what) => !ofTheEnd.includes(what)) ?? [],
  }));

/**
 * Where the work begins anew, what was granted before is forgotten, but for what a notice told of it: it may still come
 * back. What is to be told anyhow needs no notice to come back.
 */
export const unprovenAnew = (state: ComplaintState): NoticesUnproven =>
  eachLeft(state.unproven, (known) => {
    if (known.money !== undefined || known.about?.includes('compensation') !== true) return known;
    return state.facets.untold.includes('compensation')
      ? { ...known, about: known.about.filter((what) => what !== 'compensation') }
      : { ...known, money: moneyToTell(state) };
  });

/** What is proven delivered is not told again, whatever comes back later. */
export const proven = (
  notice: number,
  { unproven }: ComplaintState,
): Partial<Pick<ComplaintState, 'unproven'>> => {
  const { [notice]: known, ...left } = unproven;
  return known === undefined ? {} : { unproven: left };
};

/** What was granted before the work began anew is to be told again, as the notice that told it came back. */
export const moneyAgain = (
  notice: number,
  { unproven, toTellBefore }: ComplaintState,
): Partial<Pick<ComplaintState, 'toTellBefore'>> => {
  const money = unproven[notice]?.money;
  return money === undefined ? {} : { toTellBefore: allMoney(toTellBefore, money) };
};

/**
 * What a proof told the user is unproven again where it turns out to be none: but for what a later letter tells as it
 * stands, and the folio where a later letter, which says it too, was delivered.
 */
export const unprovenAgain = (
  notice: number,
  { about = [], folio, ...told }: Unproven,
  { unproven, deliveries }: Pick<ComplaintState, 'unproven' | 'deliveries'>,
): NoticesUnproven => {
  const later = deliveries.filter((each) => each.notice > notice);
  const toldLater = [
    ...Object.entries(unproven).flatMap(([each, known]) => (Number(each) > notice ? [known] : [])),
    ...later.flatMap((each) => (each.told === undefined ? [] : [each.told])),
  ].flatMap((known) => known.about ?? []);
  const known: Unproven = {
    ...told,
    about: about.filter((what) => !isToldIn(what, told, toldLater)),
    ...(folio && later.length === 0 && { folio }),
  };
  return { ...unproven, ...eachLeft({ [notice]: known }, (left) => left) };
};

/** Proofs of delivery where the work begins anew: what they told changes as what is unproven does. */
export const provenAnew = (
  { deliveries }: Pick<ComplaintState, 'deliveries'>,
  anew: (told: NoticesUnproven) => NoticesUnproven,
): Pick<ComplaintState, 'deliveries'> => ({
  deliveries: deliveries.map(({ told, ...delivery }) => {
    const left = told && anew({ [delivery.notice]: told })[delivery.notice];
    return { ...delivery, ...(left !== undefined && { told: left }) };
  }),
});
