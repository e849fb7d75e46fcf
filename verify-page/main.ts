import { chosenDrop, chosenFolder, chosenZip, type Chosen } from './choose.js';
import { byId } from './dom.js';
import { ownHashing } from './hashing.js';
import { bytesOf, isSavedOtherwise } from './reader/bytes.js';
import { lookUp, type FolioFile } from './reader/folio.js';
import { parseHead, type Head } from './reader/note.js';
import { parseTrust, type Policy } from './reader/policy.js';
import type { Step, StepName } from './reader/steps.js';
import { verify, type Verdict } from './reader/verify.js';
import { folioBox, noteBox, stepList, verdictBox } from './show.js';
import { filled, said, texts, type Language } from './words.js';

const hashing = ownHashing();

/** A sentence of the page with what it speaks of: it is written anew in the other language. */
interface Note {
  readonly text: Readonly<Record<Language, string>>;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What the page shows. */
interface Shown {
  language: Language;
  chosen: Chosen | Note | undefined;
  steps: Map<StepName, Step>;
  outcome: Verdict | Note | undefined;
  folio: FolioFile | Note | undefined;
  isRunning: boolean;
}

const shown: Shown = {
  ...{ language: 'es', chosen: undefined, steps: new Map(), outcome: undefined },
  ...{ folio: undefined, isRunning: false },
};

const written = ({ text, values }: Note): string => filled(text[shown.language], values);

const isChosen = (chosen: Chosen | Note | undefined): chosen is Chosen =>
  chosen !== undefined && 'kind' in chosen;

const noteOf = ({ kind, name, count }: Chosen): Note => ({
  text: kind === 'zip' ? said.chosenZip : said.chosenFolder,
  values: { name, count },
});

const showTexts = (): void => {
  document.documentElement.lang = shown.language === 'es' ? 'es-MX' : 'en';
  document.title = texts.title[shown.language];
  for (const each of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const found = Object.entries(texts).find(([name]) => name === each.dataset['text']);
    if (found !== undefined) each.textContent = found[1][shown.language];
  }
  byId('language', HTMLElement).lang = shown.language === 'es' ? 'en' : 'es-MX';
};

const showChosen = (): void => {
  const { chosen, language } = shown;
  byId('chosen', HTMLElement).textContent =
    chosen === undefined ? texts.nothing[language] : written(isChosen(chosen) ? noteOf(chosen) : chosen);
  byId('verify', HTMLButtonElement).disabled = !isChosen(chosen) || shown.isRunning;
};

const isVerdict = (outcome: Verdict | Note | undefined): outcome is Verdict =>
  outcome !== undefined && 'ok' in outcome;

const showSteps = (): void => {
  const { steps, outcome, language } = shown;
  const isFaulty = isVerdict(outcome) && !outcome.ok;
  byId('checks', HTMLElement).replaceChildren(...stepList(steps, isFaulty, language));
};

const verdictState = (): string => {
  const { outcome, isRunning } = shown;
  if (isRunning) return 'running';
  if (!isVerdict(outcome)) return 'none';
  return outcome.ok ? 'ok' : 'fault';
};

/** The verdict as a program reads it. */
const verdictData = (): Readonly<Record<string, string>> => {
  const { outcome } = shown;
  const state = verdictState();
  if (!isVerdict(outcome) || outcome.ok) return { state, code: '', file: '', at: '' };
  const { code, file = '', at = '' } = outcome;
  return { state, code, file, at: String(at) };
};

const showVerdict = (): void => {
  const { outcome, isRunning, language } = shown;
  const box = byId('verdict', HTMLElement);
  Object.assign(box.dataset, verdictData());
  if (isRunning) box.replaceChildren(noteBox(said.working[language], 'plain'));
  else if (isVerdict(outcome)) box.replaceChildren(verdictBox(outcome, language));
  else if (outcome !== undefined) box.replaceChildren(noteBox(written(outcome), 'late'));
  byId('look-up', HTMLElement).hidden = verdictState() !== 'ok';
};

const showFolio = (): void => {
  const { folio, language } = shown;
  const box = byId('found', HTMLElement);
  if (folio === undefined) box.replaceChildren();
  else box.replaceChildren('text' in folio ? noteBox(written(folio), 'late') : folioBox(folio, language));
};

const showAll = (): void => {
  showTexts();
  showChosen();
  showSteps();
  showVerdict();
  showFolio();
};

const choose = (chosen: Chosen | Note | undefined): void => {
  if (chosen === undefined) return;
  shown.chosen = chosen;
  showChosen();
};

const bytesOfFile = async (id: string): Promise<Uint8Array | undefined> => {
  const [file] = byId(id, HTMLInputElement).files ?? [];
  return file === undefined ? undefined : new Uint8Array(await file.arrayBuffer());
};

const isNote = (value: object): value is Note => 'text' in value && 'values' in value;

/** What the inspector brought, or what is wrong with it. */
const broughtTrust = async (): Promise<Policy | Note | undefined> => {
  const text = byId('key', HTMLTextAreaElement).value;
  const given = text.trim() === '' ? await bytesOfFile('policy-file') : bytesOf(text);
  if (given === undefined) return undefined;
  if (isSavedOtherwise(given)) return { text: said.savedOtherwise, values: {} };
  const read = parseTrust(hashing, given);
  return typeof read === 'number' ? { text: said.trustInvalid, values: { line: read } } : read;
};

const broughtHead = async (): Promise<Head | Note | undefined> => {
  const file = await bytesOfFile('earlier-file');
  if (file && isSavedOtherwise(file)) return { text: said.savedOtherwise, values: {} };
  return file && (parseHead(file) ?? { text: said.earlierInvalid, values: {} });
};

/** Lets the page be painted. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

const paintEvery = 80;

const run = async (chosen: Chosen): Promise<Verdict | Note> => {
  const [policy, from] = [await broughtTrust(), await broughtHead()];
  if (policy !== undefined && isNote(policy)) return policy;
  if (from !== undefined && isNote(from)) return from;
  let painted = performance.now();
  return verify(hashing, chosen.open, { policy, from }, async (step) => {
    shown.steps.set(step.name, step);
    if (performance.now() - painted < paintEvery) return;
    showSteps();
    await breathe();
    painted = performance.now();
  });
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const start = async (): Promise<void> => {
  const { chosen } = shown;
  if (!isChosen(chosen) || shown.isRunning) return;
  Object.assign(shown, { isRunning: true, outcome: undefined, folio: undefined, steps: new Map() });
  byId('result', HTMLElement).hidden = false;
  showAll();
  try {
    shown.outcome = await run(chosen);
  } catch (error) {
    shown.outcome = { text: said.broken, values: { reason: reasonOf(error) } };
  }
  shown.isRunning = false;
  showAll();
};

const find = async (): Promise<void> => {
  const { outcome } = shown;
  const folio = byId('folio', HTMLInputElement).value.trim().toUpperCase();
  if (!isVerdict(outcome) || !outcome.ok || folio === '') return;
  try {
    shown.folio = (await lookUp(outcome, folio)) ?? { text: said.noFolio, values: { folio } };
  } catch (error) {
    shown.folio = { text: said.broken, values: { reason: reasonOf(error) } };
  }
  showFolio();
};

const listen = (): void => {
  const zip = byId('zip', HTMLInputElement);
  const folder = byId('folder', HTMLInputElement);
  const drop = byId('drop', HTMLElement);
  zip.addEventListener('change', () => {
    const [file] = zip.files ?? [];
    choose(file && chosenZip(file));
  });
  folder.addEventListener('change', () => choose(chosenFolder([...(folder.files ?? [])])));
  // The same name can be chosen again, for another file.
  for (const input of [zip, folder])
    input.addEventListener('click', () => {
      input.value = '';
    });
  byId('folder-choice', HTMLElement).hidden = !('webkitdirectory' in folder);
  for (const name of ['dragenter', 'dragover'])
    document.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  document.addEventListener('dragleave', () => drop.classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer)
      void chosenDrop(event.dataTransfer).then(choose, (error: unknown) =>
        choose({ text: said.undropped, values: { reason: reasonOf(error) } }),
      );
  });
  byId('verify', HTMLElement).addEventListener('click', () => void start());
  byId('folio-form', HTMLElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void find();
  });
  byId('language', HTMLElement).addEventListener('click', () => {
    shown.language = shown.language === 'es' ? 'en' : 'es';
    showAll();
  });
};

listen();
showAll();
