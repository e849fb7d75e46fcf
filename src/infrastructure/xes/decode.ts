import { logFault } from '../../application/errors/log-faults.js';
import { peek } from './peek.js';

const declaration = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]{0,40})["']/;

/** Encodings a log may be in, by the names XML declares them with. */
const encodings: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
  ['latin9', 'iso-8859-15'],
]);

const startsWith = (head: Buffer, ...bytes: readonly number[]) =>
  bytes.every((byte, index) => head[index] === byte);

/** The encoding of a document: by its first bytes, else by its declaration, else UTF-8 (XML 1.0, appendix F). */
const encodingOf = (head: Buffer): string => {
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0x3c, 0x00)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff) || startsWith(head, 0x00, 0x3c)) return 'utf-16be';
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return 'utf-8';
  const declared = declaration.exec(head.toString('latin1'))?.[1];
  if (declared === undefined) return 'utf-8';
  const encoding = encodings.get(declared.toLowerCase());
  if (encoding === undefined) throw logFault('log-encoding-unknown', { encoding: declared });
  return encoding;
};

/** The text of a document. Bytes that its encoding does not know are refused, never replaced. */
export async function* decode(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { head, all } = await peek(source, 1024);
  const encoding = encodingOf(head.subarray(0, 1024));
  const decoder = new TextDecoder(encoding, { fatal: true });
  const text = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (error) {
      if (chunk === undefined) throw logFault('log-truncated', {}, error);
      throw logFault('log-encoding-invalid', { encoding }, error);
    }
  };
  for await (const chunk of all) yield text(chunk);
  yield text();
}
