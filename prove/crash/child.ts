// Lives the story in the folder given, and writes each acknowledged command's id as a line.
import { writeSync } from 'node:fs';
import { live } from './story.js';

const [folder = '.', complaints = '1'] = process.argv.slice(2);
await live(folder, Number(complaints), (commandId) => writeSync(1, `${commandId}\n`));
