#!/usr/bin/env python3
"""verify.py DIR|FILE.zip [--policy FILE | --vkey KEY] [--from OLD-CHECKPOINT]
Verifica un paquete de la bitácora sin otro programa que Python 3.8; sale con 0 (nada cambió) o 1.
Verifies a bundle of the log with nothing but Python 3.8; exits with 0 (nothing changed) or 1.
Formats: RFC 6962 (tree), RFC 8785 (entries), C2SP signed-note, tlog-checkpoint, -tiles, -proof, -policy."""
import base64, decimal, hashlib, json, mmap, os, pathlib, re, struct, sys, zlib
def check(holds, code, file=None, at=None):
    if not holds: sys.exit(print('FALLA / FAULT: %s %s %s' % (code, file, at)) or 1)
# --- Ed25519 (RFC 8032), with points (x, y) ---
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT_OF_MINUS_1 = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)
def add(p, q):
    (x, y), (u, v) = p, q
    t = D * x * y * u * v
    return (x * v + y * u) * pow(1 + t, -1, P) % P, (y * v + x * u) * pow(1 - t, -1, P) % P
def times(n, p):
    half = times(n >> 1, add(p, p)) if n else (0, 1)
    return add(half, p) if n & 1 else half
def point(b):
    y = int.from_bytes(b, 'little') & (1 << 255) - 1
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    roots = [pow(x2, (P + 3) // 8, P) * k % P for k in (1, P - 1, ROOT_OF_MINUS_1, P - ROOT_OF_MINUS_1)]
    return next(((x, y) for x in roots if x * x % P == x2 and x & 1 == b[31] >> 7 and y < P), None)
BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, 'little'))
def ed25519(public, text, sig):
    a, s = point(public), int.from_bytes(sig[32:], 'little')
    if a is None or len(sig) != 64 or s >= L: return False
    h = int.from_bytes(hashlib.sha512(sig[:32] + public + text).digest(), 'little') % L
    x, y = add(times(s, BASE), times(h, (P - a[0], a[1])))
    return (y | (x & 1) << 255).to_bytes(32, 'little') == sig[:32]
# --- Texts of which there is one spelling ---
def sha(b): return hashlib.sha256(b).digest()
def utf8(b): return b.decode() if b.decode(errors='ignore').encode() == b else ''
def unb64(t):
    b = base64.b64decode(t) if re.fullmatch('[A-Za-z0-9+/]*=*', t) and len(t) % 4 == 0 else b''
    return b if base64.b64encode(b).decode() == t else b''
def number(x):
    if x == 0 or 1e-6 <= abs(x) < 1e21: return format(decimal.Decimal(repr(x or 0)).normalize(), 'f')
    return re.sub('e([+-])0*', r'e\1', repr(x))
def utf16(t): return t.encode('utf-16-be', 'surrogatepass')
def canonical(v, levels=101):  # a value lies within 100 objects and lists at most
    def inner(x): return canonical(x, levels - 1 or 1 / 0)
    if isinstance(v, dict): return '{%s}' % ','.join(canonical(k) + ':' + inner(v[k]) for k in sorted(v, key=utf16))
    if isinstance(v, list): return '[' + ','.join(map(inner, v)) + ']'
    text = number(v) if isinstance(v, float) else json.dumps(v, ensure_ascii=False)
    return re.sub('[\ud800-\udfff]', lambda m: '\\u%04x' % ord(m[0]), text)
def parse(b, end=''):  # the object that these bytes are in the spelling of RFC 8785; {} where they are none
    try:
        v = json.loads(b.decode(), parse_int=float, parse_constant=lambda _: 1 / 0)
        return v if isinstance(v, dict) and (canonical(v) + end).encode() == b else {}
    except (ValueError, ArithmeticError, RecursionError): return {}
# --- Signed notes; keys (name, id, type and key); heads; policies ---
def is_name(s): return s != '' and not re.search('[\\s+\x00-\x1f\x7f\x85\ud800-\udfff\ufeff]', s)
def vkey(t):  # a line
    name, _, rest = t.partition('+')
    m = unb64(rest[9:-1]) if rest[-1:] == '\n' else b''
    holds = is_name(name) and len(m) > 1 and sha(name.encode() + b'\n' + m).hex()[:8] + '+' == rest[:9]
    return (name, rest[:8], m) if holds and (m[0] not in (1, 4) or len(m) == 33) else None
def sig_line(line):
    words = line.split(' ')
    b = unb64(words[2]) if len(words) == 3 and words[0] == '\u2014' and is_name(words[1]) else b''
    return (words[1], b[:4].hex(), b[4:]) if len(b) > 4 else None
def signed(key, text, sig):
    if key[2][0] == 1: return ed25519(key[2][1:], text.encode(), sig)
    text = 'cosignature/v1\ntime %d\n%s' % (int.from_bytes(sig[:8], 'big'), text)
    return sig[0] < 128 and ed25519(key[2][1:], text.encode(), sig[8:])
def signers(text, lines, keys):  # none where a line of a known key fails
    pairs = [(k, s[2]) for s in lines for k in keys if k[:2] == s[:2] and k[2][0] in (1, 4)]
    return [k for k, _ in pairs] if all(signed(k, text, s) for k, s in pairs) else []
def head(b):  # origin, size, root, text and signature lines of a signed checkpoint
    form = '(((?!\ufeff)[^\0-\x1f]+)\n(0|[1-9][0-9]{0,15})\n(.{44})\n)\n((?:[^\0-\x1f]+\n){1,100})'
    t = re.fullmatch(form, utf8(b)) if len(b) <= 1000000 else None
    sigs = [sig_line(x) for x in t[5][:-1].split('\n')] if t else [None]
    holds = None not in sigs and len(unb64(t[4])) == 32 and int(t[3]) < 2**53
    return (t[2], int(t[3]), unb64(t[4]), t[1], sigs) if holds else None
def read_policy(b):  # keys of logs; witnesses (a key) and groups (how many of whom) by name; quorum
    logs, named, used, quorum = {}, {'none': (0, ())}, {'none'}, None
    def need(holds): check(holds, 'policy-invalid', line)
    for line in b.split(b'\n'):
        word, *w = [x.decode(errors='surrogateescape') for x in line.split()] or '#'
        need(len(w) >= {'log': 1, 'witness': 2, 'group': 2}.get(word, 0) and re.fullmatch(b'[\t -~\x80-\xff]*', line))
        if word in ('log', 'witness'):
            known, kinds, name, text, *url = (logs, (1,), len(logs), *w) if word == 'log' else (named, (4, 6), *w)
            k, others = vkey(text + '\n'), [v[-1][1:] for v in known.values()]
            need(k and k[2][0] in kinds and len(url) < 2 and name not in named and k[2][1:] not in others)
            known[name] = k
        elif word == 'group':
            name, n, *m = w
            n = {'any': 1, 'all': len(m)}.get(n, re.fullmatch('[1-9][0-9]{0,9}', n) and int(n) or 0)
            need(1 <= n <= len(m) == len(set(m)) and name not in named and set(m) <= set(named) - used)
            named[name], used = (n, m), used.union(m)
        elif word[0] != '#':
            quorum = need(word == 'quorum' and len(w) == 1 and w[0] in named and quorum is None) or w[0]
    need(quorum is not None)
    return list(logs.values()), named, quorum
def meets(named, name, met):
    return name in met or len(named[name]) == 2 and sum(meets(named, m, met) for m in named[name][1]) >= named[name][0]
# --- The tree of RFC 6962, its proofs (RFC 9162, 2.1.3.2 and 2.1.4.2) and its tiles ---
def node(a, b): return sha(b'\1' + a + b)
def follow(i, last, hashes, older, newer):  # up to the roots: by hashes below where `last` joins, then left of both
    beside = (i ^ last).bit_length()
    is_left = [i >> k & 1 for k in range(beside)] + [1] * bin(i >> beside).count('1')
    for h, left in zip(hashes, is_left):
        older, newer = (node(h, older), node(h, newer)) if left else (older, node(newer, h))
    return (older, newer) if len(hashes) == len(is_left) else (None, None)
def consistent(m, old, n, new, proof):
    if not 0 < m < n or not proof: return 0 < m == n and not proof and old == new
    shift, proof = (m & -m).bit_length() - 1, ([old] if m & m - 1 == 0 else []) + proof
    return follow(m - 1 >> shift, n - 1 >> shift, proof[1:], proof[0], proof[0]) == (old, new)
def tile(level, i, width):
    path = re.sub('(...)(?=.)', r'x\1/', '%0*d' % (-len(str(i)) // 3 * -3, i))
    return 'tile/%s/%s%s' % (level, path, '' if width == 256 else '.p/%d' % width)
def tiles(level, first, hashes, most):  # level, number and width of those of a level, from the first one on
    return [(level, i, min(256, hashes - 256 * i)) for i in range(first, hashes + 255 >> 8)[:most]]
def hashes_in(t): return list(map(unb64, t.split())) if re.fullmatch('([A-Za-z0-9+/]{43}=\n)*', t) else [b'']
def split(b): return [b[i:i + 32] for i in range(0, len(b), 32)]
def top(hashes): return top(list(map(node, hashes[::2], hashes[1::2]))) if len(hashes) > 1 else hashes[0]
def root_at(read, size, n, first=0):  # over n entries from the first on, by the tiles of the whole tree
    if n == 0: return sha(b'')
    bit, half = n.bit_length() - 1, 1 << n.bit_length() - 1
    if n > half: return node(root_at(read, size, half, first), root_at(read, size, n - half, first + half))
    level, i = bit // 8, first >> bit // 8 * 8
    hashes = split(read(tile(level, i >> 8, min(256, (size >> 8 * level) - (i & -256)))))
    return top(hashes[i & 255:][:1 << bit % 8])
def folder(base):
    every = pathlib.Path(base).rglob('*')
    files = {p.relative_to(base).as_posix(): p for p in every if p.is_symlink() or not p.is_dir()}
    for n, p in files.items(): check(p.is_file() and not p.is_symlink(), 'file-unexpected', n)
    return list(files), lambda name: files[name].read_bytes()
def zipped(base):  # every byte of it is what our writer would have written
    check(os.path.getsize(base), 'zip-malformed', None, 0)
    f, files, index, place, last, cap = open(base, 'rb'), {}, bytearray(), 0, b'', 2**32 - 1
    z = mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ)
    while z[place:place + 4] == b'PK\3\4' and place + 30 <= len(z):
        crc, size, again, length = struct.unpack_from('<IIIH', z, place + 14)
        first, h = place + 30 + length, z[place:place + 30]
        name = z[place + 30:first]
        holds = h[4:14] + h[28:] == b'\n' + bytes(7) + b'\x21' + bytes(3) and last < name == utf8(name).encode()
        check(holds and size == again < cap, 'zip-malformed', None, place)
        check(zlib.crc32(z[first:first + size]) == crc, 'file-changed', utf8(name))
        version, extra = (b'\x2d\0', struct.pack('<HHQ', 1, 8, place)) if place >= cap else (b'\n\0', b'')
        index += b'PK\1\2' + 2 * version + h[6:28] + struct.pack('<H10xI', len(extra), min(place, cap)) + name + extra
        files[utf8(name)], last, place = slice(first, first + size), name, first + size
    n, size, shown = len(files), len(index), min(len(files), 2**16 - 1)
    large = struct.pack('<4sQHHIIQQQQ', b'PK\6\6', 44, 45, 45, 0, 0, n, n, size, place)
    large += struct.pack('<4sIQI', b'PK\6\7', 0, place + size, 1)
    end = struct.pack('<4sHHHHIIH', b'PK\5\6', 0, 0, shown, shown, min(size, cap), min(place, cap), 0)
    check(z[place:] == index + large * (shown == 65535 or max(size, place) >= cap) + end, 'zip-malformed', None, place)
    return list(files), lambda name: z[files[name]]
MANIFEST = (r'\{"files":\{("P(/P)*":"[0-9a-f]{64}",?)*\},"format":"quejas-bundle/1","profile":T,"scope":\{('
            r'"kind":"log","start":N|"entries":N,"folio":"P","kind":"folio","stream":T)\},"signatures":\[(T,?)*\]\}\n'
            ).replace('P', '[A-Za-z0-9][A-Za-z0-9._-]*').replace('T', r'"([^"\\]|\\.)*"').replace('N', '[0-9]{1,16}')
def same(found, expected):
    for n in sorted(set(found) ^ set(expected)): check(False, 'file-unexpected' if n in found else 'file-missing', n)
def logged(get, hash_tiles):  # file, place and bytes of each entry; tiles are held against what lies below them
    below = {}
    for level, i, width in hash_tiles:
        name, bundle, ends = tile(level, i, width), tile('entries', i, width), [0]
        hashes, b = split(get(name)), b'' if level else get(bundle)
        check(len(hashes) == width and len(hashes[-1]) == 32, 'tile-malformed', name)
        while ends[-1] < len(b): ends.append(ends[-1] + 2 + int.from_bytes(b[ends[-1]:ends[-1] + 2], 'big'))
        check(level or len(ends) == width + 1 and ends[-1] == len(b), 'tile-malformed', bundle)
        for k, h in enumerate(hashes, 256 * i):
            check(below.get((level, k), h) == h, 'tile-mismatch', name, k)
            if level: continue
            entry = b[ends[k & 255] + 2:ends[(k & 255) + 1]]
            check(sha(b'\0' + entry) == h, 'entry-mismatch', bundle, k)
            yield bundle, k, entry
        if width == 256: below[level + 1, i] = top(hashes)
def main(args):  # in the order of `quejas verify`
    options = dict(zip(args[1::2], args[2::2]))
    if len(args) % 2 == 0 or not any(set(options) <= {x, '--from'} for x in ('--policy', '--vkey')): sys.exit(__doc__)
    options = {k: v.strip().encode() if k == '--vkey' else open(v, 'rb').read() for k, v in options.items()}
    spoilt = re.compile(b'\xff\xfe|\xfe\xff|(?=\xef\xbb\xbf|.*\r)[\t\n\r -~\x80-\xff]*\\Z', re.S)
    for k, b in options.items(): check(not spoilt.match(b), 'encoding-invalid', k + ': UTF-8 (sin / without BOM), LF')
    if '--vkey' in options: options['--policy'] = b'log %s\nquorum none' % options['--vkey']
    logs, named, quorum = read_policy(options.get('--policy', b'quorum none'))
    old = '--from' in options and (head(options['--from']) or check(False, 'checkpoint-invalid', '--from'))
    names, read = folder(args[0]) if os.path.isdir(args[0]) else zipped(args[0])
    for n in ('manifest.json', 'keys/log.vkey', 'checkpoint'): check(n in names, 'file-missing', n)
    m = parse(read('manifest.json'), '\n')
    check(m and re.fullmatch(MANIFEST, canonical(m) + '\n', re.S), 'manifest-malformed', 'manifest.json')
    files, scope, lines, is_log = m['files'], m['scope'], [*map(sig_line, m.pop('signatures'))], 'start' in m['scope']
    check(all(lines) and scope.get('start', scope.get('entries')) < 2**53, 'manifest-malformed', 'manifest.json')
    def get(name):
        b = read(name)
        check(sha(b).hex() == files[name], 'file-changed', name)
        return b
    def part(*folders): return [n for n in sorted(files) if '/' in n and n.split('/')[0] in folders]
    key_names = ['keys/log.vkey', *(n for n in part('keys') if re.fullmatch('keys/log-[0-9a-f]{8}\\.vkey', n))]
    keys = [n in names and vkey(utf8(read(n))) for n in key_names]
    for n, k in zip(key_names, keys):
        is_older = k and n == 'keys/log-%s.vkey' % k[1] and keys[0][0] == k[0] and keys[0][1] != k[1]
        check(n not in names or k and k[2][0] == 1 and (is_older or n == 'keys/log.vkey'), 'key-malformed', n)
    holds = all(n not in names or signers(canonical(m) + '\n', [s], [k]) for n, s, k in zip(key_names, lines, keys))
    check(holds and len(lines) == len(keys), 'manifest-signature-invalid', 'manifest.json')
    for n in key_names: check(n in names, 'file-missing', n)
    logs = [k for k in logs if k in keys] if '--policy' in options else keys[:1]
    check(logs, 'key-untrusted', 'keys/log.vkey')
    same(names, [*files, 'manifest.json'])
    for n in part('anchor'): check(n[7:] in ('checkpoint', 'consistency'), 'file-unexpected', n)
    for n in sorted(set(files) - set(part('tile', 'entries', 'proofs'))): get(n)
    origin, size, root, *note = head(read('checkpoint')) or [None] * 4
    check(origin == keys[0][0], 'checkpoint-malformed', 'checkpoint')
    by = signers(*note, keys + [v for v in named.values() if len(v) == 3])
    check(set(by) & set(keys), 'checkpoint-signature-invalid', 'checkpoint')
    check(set(by) & set(logs), 'key-untrusted', 'checkpoint')
    check(meets(named, quorum, [n for n, v in named.items() if v in by]), 'quorum-unmet', 'checkpoint')
    start, count = (int(scope.get(n, 0)) for n in ('start', 'entries'))
    roots, streams, proofs, last = {size: root}, {}, {}, -1
    if part('anchor'):
        same(part('anchor'), ['anchor/checkpoint', 'anchor/consistency'])
        anchor, hashes = head(read('anchor/checkpoint')), hashes_in(utf8(read('anchor/consistency')))
        check(anchor and anchor[0] == origin and signers(*anchor[3:], logs), 'anchor-invalid', 'anchor/checkpoint')
        check(consistent(*anchor[1:3], size, root, hashes), 'anchor-invalid', 'anchor/consistency')
        roots[anchor[1]] = anchor[2]
    check(not start or part('anchor') and anchor[1] == start, 'anchor-invalid', 'anchor/checkpoint')
    every = ['entries/%06d.json' % r for r in range(min(count, len(files)))]
    hash_tiles = sum((tiles(k, start >> 8 * k + 8, size >> 8 * k, len(files)) for k in range(7)), []) if is_log else []
    own = ['proofs/%s%s.tlog-proof' % (scope['folio'], '/%06d' % r * (r < count - 1)) for r in range(len(every))]
    all_tiles = [tile(*t) for t in hash_tiles] + [tile('entries', *t[1:]) for t in hash_tiles if t[0] == 0]
    same(part('tile', 'entries', '' if is_log else 'proofs'), every + own + all_tiles)
    for name, k, b in logged(get, hash_tiles) if is_log else ((n, r, get(n)) for r, n in enumerate(every)):
        stream, r, kind, d = map(parse(b).get, ('stream', 'revision', 'type', 'data'))
        check(type(stream) is str and type(r) is float and r % 1 == 0 and abs(r) < 2**53, 'entry-malformed', name, k)
        expected, folio = streams.get(stream, (r if start else 0, None))
        check(r == expected and (is_log or stream == scope['stream']), 'entry-gap', name, k)
        if kind == 'FolioAssigned' and k >= start and type(d) is dict and type(f := d.get('folio')) is str: folio = f
        streams[stream] = r + 1, folio
        if folio or own: proofs[own[k] if own else 'proofs/%s.tlog-proof' % folio] = k, sha(b'\0' + b)
    if is_log: check(root_at(read, size, size) == root, 'root-mismatch', 'checkpoint')
    else: check((len(every), scope['folio']) == streams.get(scope['stream']), 'entry-gap', 'entries/000000.json', 0)
    same(part('proofs'), proofs)
    for name in part('proofs') if is_log else proofs:
        pattern = rb'c2sp.org/tlog-proof@v1\nindex (0|[1-9][0-9]{0,15})\n((?:[^\n]{44}\n){0,63})\n(.*)'
        t, (k, leaf) = re.fullmatch(pattern, get(name), re.S), proofs[name]
        before, last, hashes = last, int(t[1]) if t else 2**53, hashes_in(utf8(t[2])) if t else []
        check(last < 2**53 and all(hashes), 'proof-malformed', name)
        holds = t[3] == read('checkpoint') and (last == k if is_log else before < last < size)
        check(holds and follow(last, size - 1, hashes, leaf, leaf)[1] == root, 'proof-mismatch', name)
    if old:
        check(old[0] == origin and signers(*old[3:], logs), 'from-untrusted')
        check(old[1] <= size, 'from-ahead')
        check(old[1] in roots or is_log and old[1] >= start, 'from-unreachable')
        check((roots.get(old[1]) or root_at(read, size, old[1])) == old[2], 'from-inconsistent')
    print('BIEN / OK: %d eventos / events, %s' % (size - start if is_log else len(every), origin))
    if '--policy' not in options:
        print('Compare esta huella con la que le dieron por otro medio / compare with the one given another way:')
        print(sha(logs[0][0].encode() + b'\n' + logs[0][2]).hex())
if __name__ == '__main__': main(sys.argv[1:])
