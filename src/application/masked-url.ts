/** A text without the user and the password that a URL in it may carry: fit for messages and logs. */
export const maskedUrl = (text: string): string => text.replace(/([a-z][a-z+]*:\/\/)\S*@/gi, '$1***@');
