# Reads a NIfTI-1 file from its bytes alone and says where given voxels lie and what they hold.
# nifti.py FILE: one line of facts, then for each of a grid of voxels: RAS by sform, RAS by qform, value.
import gzip
import struct
import sys

import numpy as np

raw = open(sys.argv[1], 'rb').read()
if raw[:2] == b'\x1f\x8b':
    raw = gzip.decompress(raw)
assert struct.unpack_from('<i', raw, 0)[0] == 348 and raw[344:348] == b'n+1\0'
dim = struct.unpack_from('<8h', raw, 40)
kind, bits = struct.unpack_from('<hh', raw, 70)
pixdim = struct.unpack_from('<8f', raw, 76)
offset, slope, inter = struct.unpack_from('<3f', raw, 108)
units = raw[123]
qcode, scode = struct.unpack_from('<hh', raw, 252)
b, c, d, ox, oy, oz = struct.unpack_from('<6f', raw, 256)
sform = np.array(struct.unpack_from('<12f', raw, 280)).reshape(3, 4)
a = 1 - (b * b + c * c + d * d)
if a < 1e-7:  # as nifti_quatern_to_mat44 does: a half turn, of which 32 bits keep the parts and not their rest
    b, c, d = np.array([b, c, d]) / np.sqrt(b * b + c * c + d * d)
    a = 0
a = np.sqrt(a)
R = np.array([[a*a+b*b-c*c-d*d, 2*b*c-2*a*d, 2*b*d+2*a*c],
              [2*b*c+2*a*d, a*a+c*c-b*b-d*d, 2*c*d-2*a*b],
              [2*b*d-2*a*c, 2*c*d+2*a*b, a*a+d*d-c*c-b*b]])
qform = np.column_stack([R[:, 0]*pixdim[1], R[:, 1]*pixdim[2], R[:, 2]*pixdim[3]*(pixdim[0] or 1), [ox, oy, oz]])
n = int(np.prod([x for x in dim[1:dim[0] + 1]]))
data = np.frombuffer(raw, {4: '<i2', 16: '<f4'}[kind], n, int(offset)).reshape(dim[1:dim[0] + 1], order='F')
assert len(raw) == int(offset) + n * bits // 8
print(dim[0], *dim[1:5], kind, units, qcode, scode, '%.3f %.3f' % (slope, inter))
vol = data if dim[0] == 3 else data[..., -1]
for k in (0, dim[3] // 2, dim[3] - 1):
    for j in (0, dim[2] // 3, dim[2] - 1):
        for i in (0, dim[1] // 3, dim[1] - 1):
            v = np.array([i, j, k, 1])
            print('%.4f %.4f %.4f' % tuple(sform @ v), '%.4f %.4f %.4f' % tuple(qform @ v),
                  '%.4f' % (float(vol[i, j, k]) * slope + inter))
