package org.readingroom.viewer.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// The 352 bytes before the voxels of a `.nii` file.
///
/// `voxelToRas` leads to millimetres right, anterior, superior. `times` is 1 for a single volume.
///
/// **Source:** nifti1.h of the NIfTI Data Format Working Group; offsets as in its struct.
record NiftiHeader(
        int columns,
        int rows,
        int depth,
        int times,
        boolean isFloat,
        float slope,
        float intercept,
        AffineMap voxelToRas) {
    static final int BYTES = 352;
    static final int LONGEST = Short.MAX_VALUE;

    private static final short INT16 = 4;
    private static final short FLOAT32 = 16;
    private static final byte MILLIMETRES = 2;
    private static final short SCANNER = 1;

    /// From the patient's left, posterior, superior of DICOM.
    static AffineMap toRas(AffineMap voxelToPatient) {
        return new AffineMap(
                ras(voxelToPatient.x()),
                ras(voxelToPatient.y()),
                ras(voxelToPatient.z()),
                ras(voxelToPatient.origin()));
    }

    private static Vec3 ras(Vec3 lps) {
        return new Vec3(-lps.x(), -lps.y(), lps.z());
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Quaternion turn = Quaternion.of(voxelToRas);
        Vec3 origin = voxelToRas.origin();
        out.putInt(0, 348);
        short[] dim = {(short) (times > 1 ? 4 : 3), (short) columns, (short) rows, (short) depth, (short) times, 1, 1, 1
        };
        float[] pixdim = {
            (float) turn.qfac(),
            (float) voxelToRas.x().length(),
            (float) voxelToRas.y().length(),
            (float) voxelToRas.z().length(),
            times > 1 ? 1 : 0,
            0,
            0,
            0
        };
        for (int i = 0; i < 8; i++) {
            out.putShort(40 + 2 * i, dim[i]);
            out.putFloat(76 + 4 * i, pixdim[i]);
        }
        out.putShort(70, isFloat ? FLOAT32 : INT16);
        out.putShort(72, (short) (isFloat ? 32 : 16));
        out.putFloat(108, BYTES);
        out.putFloat(112, slope);
        out.putFloat(116, intercept);
        out.put(123, MILLIMETRES);
        out.put(148, "Reading Room".getBytes(StandardCharsets.US_ASCII));
        out.putShort(252, SCANNER);
        out.putShort(254, SCANNER);
        float[] qform = {
            (float) turn.b(),
            (float) turn.c(),
            (float) turn.d(),
            (float) origin.x(),
            (float) origin.y(),
            (float) origin.z()
        };
        for (int i = 0; i < 6; i++) {
            out.putFloat(256 + 4 * i, qform[i]);
        }
        Vec3[] axes = {voxelToRas.x(), voxelToRas.y(), voxelToRas.z(), origin};
        for (int i = 0; i < 4; i++) {
            out.putFloat(280 + 4 * i, (float) axes[i].x());
            out.putFloat(296 + 4 * i, (float) axes[i].y());
            out.putFloat(312 + 4 * i, (float) axes[i].z());
        }
        out.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
        return out.array();
    }
}
