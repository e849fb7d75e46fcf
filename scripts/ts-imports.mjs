// Lets a .ts file that Node runs by stripping its types import its neighbours as `./name.js`, as all our sources do.
// What such a file imports of src, which entries do not export, comes from the build.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const sources = new URL('../src/', import.meta.url).href;
const built = new URL('../dist/esm/', import.meta.url).href;

const sourceOf = (specifier, parent) => {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier) || !parent?.startsWith('file:')) return undefined;
  const wanted = new URL(specifier, parent).href;
  if (wanted.startsWith(sources) && !parent.startsWith(sources)) return wanted.replace(sources, built);
  const url = new URL(wanted.replace(/\.js$/, '.ts'));
  return existsSync(fileURLToPath(url)) ? url.href : undefined;
};

registerHooks({
  resolve: (specifier, context, next) => next(sourceOf(specifier, context.parentURL) ?? specifier, context),
});
