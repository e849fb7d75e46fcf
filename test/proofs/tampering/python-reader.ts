import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const verifyPy = join(__dirname, '../../../src/jobs/verify/verify.py');

/** Whether there is a Python that `verify.py` runs on. */
export const hasPython =
  spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;

const driver = `
import importlib.util, io, json, contextlib, sys, traceback
spec = importlib.util.spec_from_file_location('verify', sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
for line in sys.stdin:
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            verify.main(json.loads(line))
        status = 0
    except SystemExit as end:
        status = end.code if type(end.code) is int else 99
    except BaseException:
        status, _ = 99, out.write(traceback.format_exc())
    print(json.dumps([status, out.getvalue()]), flush=True)
`;

/** One process of Python that verifies bundle after bundle with `verify.py`: `[exit status, what it printed]`. */
export const pythonReader = () => {
  const child = spawn('python3', ['-c', driver, verifyPy], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: AsyncIterator<string> = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    verify: async (...args: readonly string[]): Promise<string> => {
      child.stdin.write(`${JSON.stringify(args)}\n`);
      const line: IteratorResult<string, unknown> = await lines.next();
      return String(line.value);
    },
    end: () => child.stdin.end(),
  };
};
