// asked-left.ts COUNT FOLDER: ours and the reference ask the same rows of COUNT complaints; prints both answers as JSON,
// for the test that compares them.
import { DatabaseSync } from 'node:sqlite';
import { pagesOfWalk, type Answer, type Ask } from './asked-rows.js';
import * as ours from './contenders/ours-asked.js';
import * as reference from './contenders/reference-asked.js';
import { writeFilledRows } from './filled-rows.js';
import { openBench } from './workload.js';

const [count, folder] = [Number(process.argv[2]), process.argv[3]];
if (folder === undefined) throw new Error('usage: asked-left.ts COUNT FOLDER');

/** A walk and the beginning of the next one. */
const answersOf = async (ask: Ask): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  for (let n = 0; n <= pagesOfWalk; n += 1) answers.push(await ask(n));
  return answers;
};

await writeFilledRows(folder, count);
const quejas = await openBench(folder, true);
const database = new DatabaseSync(`${folder}/quejas.db`);
const answers = [
  [await answersOf(ours.askQueue(quejas)), await answersOf(ours.askTotals(quejas))],
  [await answersOf(reference.askQueue(database)), await answersOf(reference.askTotals(database))],
];
database.close();
await quejas.close();
process.stdout.write(JSON.stringify(answers));
