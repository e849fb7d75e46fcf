// A registry of modules that can be had fresh as often as one likes: each file is compiled once and evaluated anew.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import jestConfig from '../../../jest.config.js';

const [, swcOptions] = jestConfig.transform['^.+\\.ts$'];
const fromPackages = createRequire(import.meta.url);
const compiled = new Map();

const compile = (path) => {
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    ...swcOptions,
    sourceMaps: false,
    filename: path,
  });
  return compileFunction(code, ['exports', 'require', 'module', '__dirname', '__filename'], {
    filename: path,
  });
};

const evaluatorOf = (path) => {
  if (!compiled.has(path)) compiled.set(path, compile(path));
  return compiled.get(path);
};

const sourceOf = (from, request) => {
  const path = resolve(dirname(from), request);
  const source = path.replace(/\.js$/, '.ts');
  return existsSync(source) ? source : path;
};

/**
 * Evaluates `entry` and all that it imports by a relative path; packages are shared, and `replaced` stands in for some.
 * Tells which files were evaluated.
 */
export const evaluateFresh = (entry, replaced) => {
  const modules = new Map();
  const load = (path) => {
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    const require = (request) => {
      if (request in replaced) return replaced[request];
      return request.startsWith('.') ? load(sourceOf(path, request)) : fromPackages(request);
    };
    evaluatorOf(path)(module.exports, require, module, dirname(path), path);
    return module.exports;
  };
  load(entry);
  return new Set(modules.keys());
};
