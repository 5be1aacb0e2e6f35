# Looks with pydicom through de-identified files for anything by which their originals tell who it is.
# scan.py LIST, where each line of LIST holds ORIGINAL<tab>WRITTEN<tab>KEPT; KEPT may hold uids, dates, descriptions.
import re
import sys
import warnings

import pydicom
from pydicom.multival import MultiValue

warnings.simplefilter('ignore')
IDS = {0x00100020, 0x00101000, 0x00080050, 0x00380010, 0x00101040, 0x00080080, 0x00080081, 0x00081040, 0x00081010,
       0x00181000, 0x00102154, 0x00104000, 0x001021B0, 0x00204000, 0x00402016, 0x00402017, 0x00401001}
WORDS = {0x00081030, 0x0008103E, 0x00181030, 0x00400254, 0x00321060, 0x00081080}
NOBODY = ('removed', 'anonymous', 'anonymized', 'unknown', 'none')
CLASSES = re.compile('Class|TransferSyntax|CodingScheme|Context|MappingResource')


def walk(ds):
    for e in ds:
        yield e
        if e.VR == 'SQ':
            for item in e.value:
                yield from walk(item)


def texts(e):
    v = e.value
    if v is None:
        return []
    return [str(x) for x in v] if isinstance(v, (MultiValue, list, tuple)) else [str(v)]


def identity(ds, kept):
    names, uids = set(), set()
    for e in walk(ds):
        if e.VR == 'PN':
            for t in texts(e):
                for part in re.split(r'[\^=\s,.]+', t):
                    han = any(ord(c) > 0x2e80 for c in part)
                    if len(part) >= (2 if han else 4) and part.lower() not in NOBODY:
                        names.add(part)
        elif e.tag in IDS or e.tag in WORDS and 'descriptions' not in kept:
            for t in texts(e):
                # a short description, such as CHEST, is also a common word
                if len(t.strip()) >= (4 if e.tag in IDS else 12) and t.strip().lower() not in NOBODY:
                    names.add(t.strip())
        elif e.VR == 'UI' and 'uids' not in kept:
            for t in texts(e):
                if t and not t.startswith('1.2.840.10008.') and not CLASSES.search(e.keyword):
                    uids.add(t)
        elif e.VR == 'DA' and 'dates' not in kept:
            for t in texts(e):
                if re.fullmatch(r'\d{8}', t) and t not in ('19000101',):
                    names.add(t)
    return names, uids


def within(text, word):
    # a word inside a longer one, or a number inside a longer number, is another
    return re.search(r'(?<![\w.])' + re.escape(word) + r'(?!\w)', text, re.I) if ord(word[0]) < 0x2e80 else word in text


faults = 0
files = 0
for line in open(sys.argv[1], encoding='utf-8').read().splitlines():
    before, after, kept = line.split('\t')
    original = pydicom.dcmread(before, force=True)
    written = pydicom.dcmread(after)
    names, uids = identity(original, kept)
    files += 1
    found = []
    for e in walk(written):
        if e.tag.is_private and 'private' not in kept:
            found.append('private %s' % e.tag)
        if e.VR in ('OB', 'OW', 'UN', 'OF', 'OD', 'SQ'):
            continue
        for t in texts(e):
            if t in uids:
                found.append('uid in %s %s' % (e.tag, e.keyword))
            for n in names:
                if within(t, n):
                    found.append('word in %s %s' % (e.tag, e.keyword))
    head = open(after, 'rb').read()
    if head[:128].strip(b'\0'):
        found.append('preamble')
    if 'PixelData' in written:
        head = head[:head.rfind(b'\xe0\x7f\x10\x00')]
    for u in uids:
        if re.search(rb'(?<![\d.])' + re.escape(u.encode()) + rb'(?![\d.])', head):
            found.append('uid in bytes')
    for n in names:
        for code in ('utf-8', 'gb18030', 'latin-1', 'iso2022_jp', 'euc_kr', 'utf-16-le'):
            try:
                raw = n.encode(code)
            except UnicodeEncodeError:
                continue
            if len(raw) >= 6 and re.search(rb'(?<![0-9A-Za-z.])' + re.escape(raw) + rb'(?![0-9A-Za-z])', head, re.I):
                found.append('word in bytes, ' + code)
    if str(written.get('PatientIdentityRemoved')) != 'YES' or written.PatientName == original.get('PatientName', ''):
        found.append('not said to be de-identified')
    if 'PixelData' in original and written.get('PixelData') != original.PixelData:
        if original.file_meta.get('TransferSyntaxUID') != '1.2.840.10008.1.2.2':
            found.append('other pixels')
    if found:
        faults += 1
        print(before, sorted(set(found)))
print(files, 'files scanned,', faults, 'with faults')
