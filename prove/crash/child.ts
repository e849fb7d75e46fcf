// Lives a part of the story in the folder given, and writes each acknowledged command's id and its folio as a line.
import { writeSync } from 'node:fs';
import { live } from './story.js';

const [folder = '.', ...part] = process.argv.slice(2);
const [complaints = 1, first = 0, step = 1] = part.map(Number);
await live(folder, { complaints, first, step }, (commandId, folio) =>
  writeSync(1, `${commandId} ${folio}\n`),
);
