// on-supported-node.mjs [--node VERSION] -- COMMAND [ARGS...]
// Runs COMMAND on a Node that Quejas supports; where the running one is too old, it says so in one line and takes one
// from the npm registry. Must itself work on Node 20.
import { spawn } from 'node:child_process';
import { STAND_IN, OLDEST, environmentOf, isAtLeast, nodeOfVersion } from './supported-node.mjs';

const argv = process.argv.slice(2);
const cut = argv.indexOf('--');
const options = argv.slice(0, Math.max(cut, 0));
const [command, ...args] = argv.slice(cut + 1);
const wanted = options[1];
const isUnderstood = options.length === 0 || (options.length === 2 && options[0] === '--node');
if (cut === -1 || command === undefined || !isUnderstood) {
  process.stderr.write('usage: on-supported-node.mjs [--node VERSION] -- COMMAND [ARGS...]\n');
  process.exit(2);
}

const running = process.versions.node;
const version = wanted ?? (isAtLeast(running, OLDEST) ? running : STAND_IN);
if (wanted === undefined && version !== running) {
  process.stderr.write(
    `Node ${running} is older than ${OLDEST}, which Quejas needs: running on Node ${version} from the npm registry.\n`,
  );
}

const find = () => {
  try {
    return nodeOfVersion(version);
  } catch (error) {
    process.stderr.write(`${error.message}\nInstall Node ${OLDEST} or newer and run this again.\n`);
    return process.exit(1);
  }
};

const node = find();
const program = command === 'node' ? node : command;
const child = spawn(program, args, {
  stdio: 'inherit',
  env: environmentOf(node),
  shell: process.platform === 'win32' && program !== node,
});
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => child.kill(signal));

child.on('error', (error) => {
  process.stderr.write(`${command} could not be started: ${error.message}\n`);
  process.exitCode = 127;
});
child.on('exit', (code, signal) => {
  if (signal === null) return void (process.exitCode = code);
  for (const each of signals) process.removeAllListeners(each);
  process.kill(process.pid, signal);
});
