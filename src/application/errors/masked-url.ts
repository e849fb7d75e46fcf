/** A URL without the user and the password that it may carry, however it is written: fit for messages and logs. */
export const maskedUrl = (url: string): string => url.replace(/^([^:]*:(?:\/\/)?)[^]*@/, '$1***@');

/** The end of a scheme. A letter is asked for alone: a search for all of them would go through a long word once for each. */
const schemeEnd = /[a-z]\+*:\/\//i;

const maskedWord = (word: string): string => {
  const scheme = schemeEnd.exec(word);
  if (scheme === null) return word;
  const [begin, end] = [scheme.index + scheme[0].length, word.lastIndexOf('@')];
  return end < begin ? word : `${word.slice(0, begin)}***${word.slice(end)}`;
};

/** A text without the users and passwords of the URLs in it. */
export const maskedText = (text: string): string => text.replace(/\S+/g, maskedWord);
