// play.mjs FOLDER: types the story on the terminal that it runs in, with a mark before each line. Run by scripts/docs/screens.mjs.
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../dist/esm/interfaces/cli/index.js';
import { storyOf } from './story.mjs';

const [, , cwd] = process.argv;
const given = ['--store', 'sqlite:./quejas.db', '--keys', 'file:./llaves.db', '--provider', 'conectared'];
const env = { HOME: cwd, LANG: 'es_MX.UTF-8', NO_COLOR: '1' };

const office = {
  id: 'oficina',
  version: 1,
  zone: 'America/Mexico_City',
  week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-18:00']])),
  holidays: ['2026-12-25'],
};
const event = (activity, time) =>
  `<event><string key="concept:name" value="${activity}"/><string key="org:resource" value="Value 2"/><date key="time:timestamp" value="2012-10-0${time}:00:00.000+00:00"/></event>`;
const log = `<log xes.version="1.0" xmlns="http://www.xes-standard.org/"><trace><string key="concept:name" value="Case 1"/>${[
  event('Assign seriousness', '1T09'),
  event('Take in charge ticket', '1T10'),
  event('Resolve ticket', '2T11'),
  event('Closed', '9T12'),
].join('')}</trace></log>`;
const { privateKey, publicKey } = generateKeyPairSync('x25519');
const files = {
  'oficina.json': JSON.stringify(office),
  'registro.xes': log,
  'autoridad.pem': privateKey.export({ type: 'pkcs8', format: 'pem' }),
  'autoridad.pub.pem': publicKey.export({ type: 'spki', format: 'pem' }),
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);

/** The events of some type, of one case or of all. */
const eventsOf = async (type, ...of) => {
  let text = '';
  const io = { cwd, env, isTTY: false, stdout: { write: (more) => (text += more) }, stderr: { write() {} } };
  await runCli(['events', '--type', type, ...of, '--json', ...given], io);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
};

const revisions = {
  notice: 'UserNotified',
  answer: 'AnswerProvided',
  delivery: 'NotificationDelivered',
  credit: 'CompensationCredited',
};
const folios = new Map();
const filled = async (words) => {
  const found = [];
  for (const word of words) {
    const [, name, of] = /^@(\w+)(?:\.(\w+))?$/.exec(word) ?? [];
    const folio = folios.get(name);
    if (name === undefined) found.push(word);
    else if (of === undefined) found.push(folio);
    else found.push(String((await eventsOf(revisions[of], '--folio', folio)).at(-1).revision));
  }
  return found;
};

const text = readFileSync(new URL('story.txt', import.meta.url), 'utf8');
for (const [index, { at, words, name, isShown }] of storyOf(text).entries()) {
  const argv = await filled(words);
  const own = /^(demo|import-log|version|completion)$/.test(argv[0]) ? [] : given;
  const sink = { write: () => true };
  if (isShown) writeSync(1, `\u0001${JSON.stringify({ index, argv })}\n`);
  const now = ['demo', 'verify', 'reveal', 'version', 'completion'].includes(argv[0]) ? [] : ['--now', at];
  await runCli([...argv, ...own, ...now], {
    cwd,
    env,
    ...(!isShown && { stdout: sink, stderr: sink, isTTY: false }),
  });
  if (name !== undefined) folios.set(name, (await eventsOf('FolioAssigned')).at(-1).data.folio);
}
writeSync(1, '\u0001\n');
