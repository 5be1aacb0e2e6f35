package org.readingroom.report.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Locale;
import org.readingroom.report.model.SignedReport;

/// The code by which a printed version is told from any other.
///
/// It is short enough to be read over a telephone, and is the beginning of the digest of what was signed: whoever has
/// the version on file compares, whoever has the paper alone learns which version to ask for.
///
/// **Source:** digest SHA-256, of which 64 bits are shown; the square is ISO/IEC 18004.
public final class VerificationCode {
    private static final int LETTERS = 16;
    private static final int GROUP = 4;

    private VerificationCode() {}

    /// Such as `1F3A-77C0-9B21-E4D8`.
    public static String of(SignedReport signed) {
        String digest = signed.digest().substring(0, LETTERS).toUpperCase(Locale.ROOT);
        return String.join("-", digest.split("(?<=\\G.{" + GROUP + "})"));
    }

    /// What the square says: the form, the report, the version and the whole digest.
    static String inSquare(SignedReport signed) {
        return String.join(
                "|",
                "RR1",
                signed.report().id().value(),
                Integer.toString(signed.act().version()),
                signed.digest());
    }

    /// Without a margin; true is black. Row by row from the top.
    static boolean[][] square(SignedReport signed) {
        try {
            BitMatrix matrix = new QRCodeWriter().encode(inSquare(signed), BarcodeFormat.QR_CODE, 0, 0);
            int[] box = matrix.getEnclosingRectangle();
            boolean[][] square = new boolean[box[3]][box[2]];
            for (int y = 0; y < box[3]; y++) {
                for (int x = 0; x < box[2]; x++) {
                    square[y][x] = matrix.get(box[0] + x, box[1] + y);
                }
            }
            return square;
        } catch (WriterException e) {
            throw new IllegalStateException("a digest fits into a square", e);
        }
    }
}
