#!/usr/bin/env python3
"""verify.py DIR|FILE.zip [--policy FILE | --vkey KEY] [--from OLD-CHECKPOINT]
Verifica un paquete de la bitácora sin otro programa que Python 3.8; sale con 0 (nada cambió) o 1.
Verifies a bundle of the log with nothing but Python 3.8; exits with 0 (nothing changed) or 1.
Formats: RFC 6962 (tree), RFC 8785 (entries), C2SP signed-note, tlog-checkpoint, -tiles, -proof, -policy."""
import base64, hashlib, json, os, re, struct, sys, zipfile, zlib
class Fault(Exception):
    pass
def check(holds, code, file=None, at=None):
    if not holds:
        raise Fault(code, file, at)
# --- Ed25519 (RFC 8032, section 6) ---
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)
def times(s, p):
    q = (0, 1, 1, 0)
    for bit in bin(s)[2:]:
        q = add(add(q, q), p) if bit == '1' else add(q, q)
    return q
def point(b):
    y, sign = int.from_bytes(b, 'little') & (1 << 255) - 1, b[31] >> 7
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x if (x * x - x2) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P) if y < P and (x * x - x2) % P == 0 and x < P else None
BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, 'little'))
def ed25519(public, text, sig):
    a, s = point(public), int.from_bytes(sig[32:], 'little')
    if a is None or len(sig) != 64 or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(sig[:32] + public + text).digest(), 'little') % L
    x, y, z, _ = add(times(s, BASE), times(h, (P - a[0], a[1], 1, P - a[3])))
    z = pow(z, P - 2, P)
    return (y * z % P | (x * z % P & 1) << 255).to_bytes(32, 'little') == sig[:32]
# --- Texts of which there is one spelling ---
def sha(b):
    return hashlib.sha256(b).digest()
def unb64(t):
    b = base64.b64decode(t) if re.fullmatch('[A-Za-z0-9+/]*=*', t) and len(t) % 4 == 0 else b''
    return b if base64.b64encode(b).decode() == t else b''
def utf8(b):
    try:
        return b.decode()
    except ValueError:
        return ''
def whole(t):
    return int(t) if re.fullmatch('0|[1-9][0-9]{0,15}', t) and int(t) < 2**53 else None
def number(x):
    mantissa, _, e = repr(abs(x)).partition('e')
    a, _, b = mantissa.partition('.')
    s = (a + b).lstrip('0')
    n, s = len(a) + int(e or 0) - len(a + b) + len(s), s.rstrip('0') or '0'
    t = s + '0' * (n - len(s)) if n >= len(s) else s[:n] + '.' + s[n:] if n > 0 else '0.' + '0' * -n + s
    if x and not -5 <= n <= 21:
        t = s[0] + ('.' + s[1:] if s[1:] else '') + 'e%+d' % (n - 1)
    return '0' if x == 0 else t if x > 0 else '-' + t
def canonical(v):
    if isinstance(v, dict):
        keys = sorted(v, key=lambda k: k.encode('utf-16-be', 'surrogatepass'))
        return '{' + ','.join(canonical(k) + ':' + canonical(v[k]) for k in keys) + '}'
    if isinstance(v, list):
        return '[' + ','.join(map(canonical, v)) + ']'
    text = number(v) if isinstance(v, float) else json.dumps(v, ensure_ascii=False)
    return re.sub('[\ud800-\udfff]', lambda m: '\\u%04x' % ord(m[0]), text)
def parse(b, end=''):
    """The JSON object that these bytes are in the spelling of RFC 8785; {} where they are none."""
    try:
        v = json.loads(b.decode(), parse_int=float, parse_constant=lambda _: 1 / 0)
        return v if isinstance(v, dict) and (canonical(v) + end).encode() == b else {}
    except (ValueError, ArithmeticError, RecursionError):
        return {}
def is_count(v):
    return isinstance(v, float) and 0 <= v < 2**53 and v == int(v)
# --- Signed notes, keys, heads, policies ---
def is_name(s):
    return s != '' and not re.search('[\\s+\x00-\x1f\x7f\x85\ufeff]', s)
def vkey(t):
    name, _, rest = t.partition('+')
    m = unb64(rest[9:])
    holds = is_name(name) and len(m) > 1 and sha(name.encode() + b'\n' + m).hex()[:8] + '+' == rest[:9]
    return (name, rest[:8], m) if holds and (m[0] not in (1, 4) or len(m) == 33) else None
def sig_line(line):
    words = line.split(' ')
    b = unb64(words[2]) if len(words) == 3 and words[0] == '\u2014' and is_name(words[1]) else b''
    return (words[1], b[:4].hex(), b[4:]) if len(b) > 4 else None
def signed(key, text, sig):
    if key[2][0] == 1:
        return ed25519(key[2][1:], text.encode(), sig)
    time = int.from_bytes(sig[:8], 'big')
    text = 'cosignature/v1\ntime %d\n%s' % (time, text)
    return len(sig) == 72 and time < 2**63 and ed25519(key[2][1:], text.encode(), sig[8:])
def signers(text, lines, keys):
    """Keys that signed; none where a line of a known key fails."""
    pairs = [(k, s[2]) for s in lines for k in keys if k[:2] == s[:2] and k[2][0] in (1, 4)]
    return [k for k, _ in pairs] if all(signed(k, text, s) for k, s in pairs) else []
def head(b):
    """Origin, size, root, text and signature lines of a signed checkpoint."""
    text, _, tail = utf8(b if len(b) <= 1000000 else b'').rpartition('\n\n')
    lines, sigs = text.split('\n'), [sig_line(x) for x in tail[:-1].split('\n')]
    if None in sigs or len(sigs) > 100 or tail[-1:] != '\n' or re.search('[\x00-\x09\x0b-\x1f]', text + tail):
        return None
    size, root = (whole(lines[1]), unb64(lines[2])) if len(lines) == 3 and lines[0] else (None, b'')
    return (lines[0], size, root, text + '\n', sigs) if size is not None and len(root) == 32 else None
def read_policy(b):
    """Logs, witnesses (a key) and groups (how many of whom) by name, quorum."""
    logs, named, used, quorum = [], {'none': None}, set(), None
    for line in b.decode('latin1').split('\n'):
        word, *w = re.split('[\t ]+', line.strip('\t '))
        assert not re.search('[^\t\x20-\x7e\x80-\xff]', line), line
        if word in ('log', 'witness'):
            name, text, *url = ['log'] + w if word == 'log' else w
            k, known = vkey(utf8(text.encode('latin1'))), logs if word == 'log' else [v for v in named.values() if v]
            assert k and k[2][0] in ((1,) if word == 'log' else (4, 6)) and len(url) < 2, line
            assert k[2][1:] not in [o[2][1:] for o in known if len(o) == 3] and (word == 'log' or name not in named), line
            logs.append(k) if word == 'log' else named.update({name: k})
        elif word == 'group':
            name, n, *m = w
            n = {'any': 1, 'all': len(m)}.get(n) or whole(n) or 0
            assert 1 <= n <= len(m) == len(set(m)) and name not in named and not used & set(m), line
            assert set(m) <= set(named) - {'none'}, line
            used, named[name] = used | set(m), (n, m)
        elif word and word[0] != '#':
            assert word == 'quorum' and len(w) == 1 and w[0] in named and quorum is None, line
            quorum = w[0]
    assert quorum is not None, 'quorum'
    return logs, named, quorum
def meets(named, quorum, signed_by):
    met = {'none'}
    for name, v in named.items():
        met |= {name} if v and (v in signed_by if len(v) == 3 else len(met & set(v[1])) >= v[0]) else set()
    return quorum in met
# --- The tree of RFC 6962, its proofs (RFC 9162, 2.1.3.2 and 2.1.4.2) and its tiles ---
def node(a, b):
    return sha(b'\1' + a + b)
def follow(fn, sn, hashes, older, newer):
    for h in hashes:
        if sn == 0:
            return None, None
        if fn & 1 or fn == sn:
            older, newer = node(h, older), node(h, newer)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            newer = node(newer, h)
        fn, sn = fn >> 1, sn >> 1
    return (older, newer) if sn == 0 else (None, None)
def consistent(m, old, n, new, proof):
    if not 0 < m < n or not proof:
        return 0 < m == n and not proof and old == new
    shift, proof = (m & -m).bit_length() - 1, ([old] if m & m - 1 == 0 else []) + proof
    return follow(m - 1 >> shift, n - 1 >> shift, proof[1:], proof[0], proof[0]) == (old, new)
def tile(level, i, width):
    groups = ['%03d' % (i // 1000**k % 1000) for k in range((len(str(i)) - 1) // 3, -1, -1)]
    return 'tile/%s/%s' % (level, '/'.join(['x' + g for g in groups[:-1]] + groups[-1:])) + (
        '' if width == 256 else '.p/%d' % width)
def tiles(level, size, start):
    n = size >> 8 * level
    return [(i, min(256, n - 256 * i)) for i in range(start >> 8 * level + 8, (n + 255) // 256)]
def top(hashes):
    while len(hashes) > 1:
        hashes = [node(a, b) for a, b in zip(hashes[::2], hashes[1::2])]
    return hashes[0]
def split(b):
    return [b[i:i + 32] for i in range(0, len(b), 32)]
def root_at(read, size, left):
    """Root over the first entries, from the tiles of the whole tree."""
    root = None
    while left:
        bit, left = (left & -left).bit_length() - 1, left & left - 1
        first = left >> bit // 8 * 8
        width = min(256, (size >> bit // 8 * 8) - (first >> 8 << 8))
        h = top(split(read(tile(bit // 8, first >> 8, width)))[first & 255:][:1 << bit % 8])
        root = h if root is None else node(h, root)
    return root or sha(b'')
# --- The files: of a folder, or of a ZIP of which every byte is what our writer would have written ---
def folder(base):
    names = []
    for at, dirs, files in os.walk(base):
        for n in files + [d for d in dirs if os.path.islink(os.path.join(at, d))]:
            names.append(os.path.relpath(os.path.join(at, n), base).replace(os.sep, '/'))
            check(os.path.isfile(os.path.join(at, n)) and n not in dirs, 'file-unexpected', names[-1])
    return names, lambda name: open(os.path.join(base, name), 'rb').read()
def zipped(base):
    f, files, place, directory, last, cap = open(base, 'rb'), {}, 0, b'', b'', 2**32 - 1
    try:
        infos = zipfile.ZipFile(base).infolist()
    except Exception:
        raise Fault('zip-malformed', None, None)
    for i in infos:
        name, rest = i.orig_filename.encode(), (0, 0, 0, 0x21, i.CRC, i.file_size, i.file_size)
        local = struct.pack('<IHHHHHIIIHH', 0x04034b50, 10, *rest, len(name), 0) + name
        far, extra = (45, struct.pack('<HHQ', 1, 8, place)) if place >= cap else (10, b'')
        directory += struct.pack('<IHHHHHHIIIHHHHHII', 0x02014b50, far, far, *rest, len(name), len(extra),
                                 0, 0, 0, 0, min(place, cap)) + name + extra
        check(last < name and i.file_size <= cap, 'zip-malformed', None, place)
        files[utf8(name)], last, place = (place, local, i.file_size, i.CRC), name, place + len(local) + i.file_size
    n, size, end = len(infos), len(directory), b''
    if n >= 2**16 - 1 or size >= cap or place >= cap:
        end = struct.pack('<IQHHIIQQQQIIQI', 0x06064b50, 44, 45, 45, 0, 0, n, n, size, place,
                          0x07064b50, 0, place + size, 1)
    n = min(n, 2**16 - 1)
    end += struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, n, n, min(size, cap), min(place, cap), 0)
    f.seek(place)
    check(f.read() == directory + end, 'zip-malformed', None, place)
    def read(name):
        place, local, size, crc = files[name]
        f.seek(place)
        check(f.read(len(local)) == local, 'zip-malformed', name, place)
        b = f.read(size)
        check(zlib.crc32(b) == crc, 'file-changed', name)
        return b
    return list(files), read
# --- The verification, in the order of `quejas verify` ---
def verify(base, policy, old):
    names, read = folder(base) if os.path.isdir(base) else zipped(base)
    def same(found, expected):
        for n in sorted(set(found) ^ set(expected), key=os.fsencode):
            check(False, 'file-unexpected' if n in found else 'file-missing', n)
    for n in ('manifest.json', 'keys/log.vkey'):
        check(n in names, 'file-missing', n)
    m, part = parse(read('manifest.json'), '\n'), '[A-Za-z0-9][A-Za-z0-9._-]*'
    files, scope, sigs = (m.get(x) for x in ('files', 'scope', 'signatures'))
    is_log, is_folio = (isinstance(scope, dict) and scope.get('kind') == x for x in ('log', 'folio'))
    text = isinstance(m.get('profile'), str) and (is_log or is_folio and isinstance(scope.get('stream'), str) and
                                                  re.fullmatch(part, str(scope.get('folio'))))
    check(text and set(m) == {'files', 'format', 'profile', 'scope', 'signatures'} and m['format'] == 'quejas-bundle/1'
          and is_count(scope.get('start' if is_log else 'entries')) and isinstance(files, dict) and isinstance(sigs, list)
          and set(scope) == ({'kind', 'start'} if is_log else {'kind', 'folio', 'stream', 'entries'})
          and all(re.fullmatch(part + '(/' + part + ')*', n) and re.fullmatch('[0-9a-f]{64}', str(files[n]))
                  for n in files), 'manifest-malformed', 'manifest.json')
    def get(name):
        check(name in files, 'file-missing', name)
        b = read(name)
        check(sha(b).hex() == files[name], 'file-changed', name)
        return b
    keys, lines = [], [sig_line(str(x)) for x in sigs]
    for n in ['keys/log.vkey'] + sorted(n for n in files if re.fullmatch('keys/log-[0-9a-f]{8}\\.vkey', n)):
        t = utf8(read(n)) if n in names else ''
        k = vkey(t[:-1]) if t[-1:] == '\n' else None
        check(n not in names or k and k[2][0] == 1 and (
            n == 'keys/log-%s.vkey' % k[1] and k[0] == keys[0][0] and k[1] != keys[0][1] if keys else True), 'key-malformed', n)
        keys.append(k)
    text = canonical({x: m[x] for x in m if x != 'signatures'}) + '\n'
    check(len(lines) == len(keys) and all(s and (k is None or signers(text, [s], [k])) for s, k in zip(lines, keys)),
          'manifest-signature-invalid', 'manifest.json')
    check(None not in keys, 'file-missing', 'keys')
    logs = [k for k in policy[0] if k in keys] if policy else keys[:1]
    check(logs, 'key-untrusted', 'keys/log.vkey')
    same(names, list(files) + ['manifest.json'])
    for n in sorted(files):
        check(not n.startswith('anchor/') or n in ('anchor/checkpoint', 'anchor/consistency'), 'file-unexpected', n)
        re.match('(tile|entries|proofs)/', n) or get(n)
    own = get('checkpoint')
    h = head(own)
    check(h and h[0] == keys[0][0], 'checkpoint-malformed', 'checkpoint')
    origin, size, root = h[:3]
    by = signers(*h[3:], keys + [v for v in policy[1].values() if v and len(v) == 3] if policy else keys)
    check(set(by) & set(keys), 'checkpoint-signature-invalid', 'checkpoint')
    check(set(by) & set(logs), 'key-untrusted', 'checkpoint')
    check(not policy or meets(*policy[1:], by), 'quorum-unmet', 'checkpoint')
    anchor = None
    if any(n.startswith('anchor/') for n in files):
        anchor, t = head(get('anchor/checkpoint')), utf8(get('anchor/consistency'))
        hashes = [unb64(x) for x in t.split('\n')[:-1]]
        check(anchor and anchor[0] == origin and signers(*anchor[3:], logs), 'anchor-invalid', 'anchor/checkpoint')
        check(t[-1:] in ('', '\n') and all(len(x) == 32 for x in hashes)
              and consistent(*anchor[1:3], size, root, hashes), 'anchor-invalid', 'anchor/consistency')
    def proof(name, leaf, least, most):
        top_lines, _, rest = get(name).partition(b'\n\n')
        lines = utf8(top_lines).split('\n') + ['']
        i, hashes = whole(lines[1][6:]), [unb64(x) for x in lines[2:-1]]
        check(lines[0] == 'c2sp.org/tlog-proof@v1' and lines[1][:6] == 'index ' and i is not None
              and all(len(x) == 32 for x in hashes), 'proof-malformed', name)
        check(rest == own and least <= i <= most and i < size and follow(i, size - 1, hashes, leaf, leaf)[1] == root,
              'proof-mismatch', name)
        return i
    def event(b, name, i):
        e = parse(b)
        check(isinstance(e.get('stream'), str) and isinstance(e.get('revision'), float) and is_count(abs(e['revision'])),
              'entry-malformed', name, i)
        folio = e['data'].get('folio') if e.get('type') == 'FolioAssigned' and isinstance(e.get('data'), dict) else None
        return e['stream'], e['revision'], folio if isinstance(folio, str) else None
    if is_folio:
        start, n, folio, last, named = None, int(scope['entries']), scope['folio'], -1, False
        pairs = [('entries/%06d.json' % r, 'proofs/%s%s.tlog-proof' % (folio, '' if r == n - 1 else '/%06d' % r))
                 for r in range(min(n, len(files)))]
        same([x for x in files if re.match('(tile|entries|proofs)/', x)], [x for pair in pairs for x in pair])
        for r, (name, proof_name) in enumerate(pairs):
            b = get(name)
            stream, revision, given = event(b, name, r)
            check((stream, revision) == (scope['stream'], r), 'entry-gap', name, r)
            last, named = proof(proof_name, sha(b'\0' + b), last + 1, size), named or given == folio
        check(named, 'entry-gap', 'entries/000000.json', 0)
    else:
        start, below, streams, folios = int(scope['start']), {}, {}, {}
        check(not start or anchor and anchor[1] == start, 'anchor-invalid', 'anchor/checkpoint')
        levels = [k for k in range(7) if size >> 8 * k]
        same([x for x in files if re.match('(tile|entries)/', x)], [tile('entries', *t) for t in tiles(0, size, start)] +
             [tile(k, *t) for k in levels for t in tiles(k, size, start)])
        for level, i, width in [(k, *t) for k in levels for t in tiles(k, size, start)]:
            name = tile(level, i, width)
            hashes, bundle, at = split(get(name)), tile('entries', i, width), 0
            check(len(hashes) == width and len(hashes[-1]) == 32, 'tile-malformed', name)
            b = get(bundle) if level == 0 else b''
            for k, h in enumerate(hashes, 256 * i):
                check(level == 0 or below.get((level, k), h) == h, 'tile-mismatch', name, k)
                if level == 0:
                    at, e = at + 2 + int.from_bytes(b[at:at + 2], 'big'), b[at + 2:at + 2 + int.from_bytes(b[at:at + 2], 'big')]
                    check(at <= len(b), 'tile-malformed', bundle)
                    check(sha(b'\0' + e) == h, 'entry-mismatch', bundle, k)
                    stream, revision, given = event(e, bundle, k)
                    known = streams.get(stream, (revision if start else 0, None))
                    check(revision == known[0], 'entry-gap', bundle, k)
                    streams[stream] = revision + 1, given or known[1] if k >= start else None
                    folios.update({streams[stream][1]: (k, h)})
            check(at == len(b), 'tile-malformed', bundle)
            below.update({(level + 1, i): top(hashes)} if width == 256 else {})
        check(root_at(read, size, size) == root, 'root-mismatch', 'checkpoint')
    if old:
        check(old[0] == origin and signers(*old[3:], logs), 'from-untrusted')
        check(old[1] <= size, 'from-ahead')
        known = {size: root, **({anchor[1]: anchor[2]} if anchor else {})}.get(old[1])
        check(known or is_log and old[1] >= start, 'from-unreachable')
        check((known or root_at(read, size, old[1])) == old[2], 'from-inconsistent')
    if is_log:
        places = {'proofs/%s.tlog-proof' % x: v for x, v in folios.items() if x}
        same([x for x in files if x.startswith('proofs/')], places)
        for name, (i, h) in sorted(places.items()):
            proof(name, h, i, i)
    key = [k for k in by if k in logs][0]
    return size - start if is_log else len(pairs), origin, sha(key[0].encode() + b'\n' + key[2]).hex()
def main(args):
    given, policy, old = dict(zip(args[1::2], args[2::2])), None, None
    if len(args) % 2 == 0 or not set(given) <= {'--policy', '--vkey', '--from'} or {'--policy', '--vkey'} <= set(given):
        sys.exit(__doc__)
    if '--policy' in given:
        policy = read_policy(open(given['--policy'], 'rb').read())
    if '--vkey' in given:
        policy = read_policy(('log %s\nquorum none' % given['--vkey']).encode())
    if '--from' in given:
        old = head(open(given['--from'], 'rb').read())
        assert old, given['--from']
    try:
        entries, origin, fingerprint = verify(args[0], policy, old)
    except Fault as fault:
        print('FALLA / FAULT: %s %s %s' % fault.args)
        return 1
    print('BIEN / OK: %d eventos / events, %s' % (entries, origin))
    if not policy:
        print('Compare esta huella con la que le dieron por otro medio / compare with the one given another way:')
        print(fingerprint)
    return 0
if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
