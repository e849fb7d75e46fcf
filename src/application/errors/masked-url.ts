/** A URL without the user and the password that it may carry, however it is written: fit for messages and logs. */
export const maskedUrl = (url: string): string => url.replace(/^([^:]*:(?:\/\/)?)[^]*@/, '$1***@');

/** A text without the users and passwords of the URLs in it. */
export const maskedText = (text: string): string => text.replace(/([a-z][a-z+]*:\/\/)\S*@/gi, '$1***@');
