// One command from a clean clone to a tree that is ready to work in: dependencies, a supported Node, a build.
import { spawnSync } from 'node:child_process';
import { OLDEST, STAND_IN, environmentOf, isAtLeast, nodeOfVersion, root } from './supported-node.mjs';

const run = (command, args, env = process.env) => {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
};

run('npm', ['ci']);
const running = process.versions.node;
const node = nodeOfVersion(isAtLeast(running, OLDEST) ? running : STAND_IN);
run(node, ['scripts/build.mjs', '--if-stale'], environmentOf(node));
process.stdout.write('Ready. `npm run help` lists what there is to run.\n');
