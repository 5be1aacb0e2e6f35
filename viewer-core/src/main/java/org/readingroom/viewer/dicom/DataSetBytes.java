package org.readingroom.viewer.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A data set without file meta information, as it travels between two programs.
///
/// **Source:** DICOM PS3.5 section 7.1, PS3.7 section 6.3.
public final class DataSetBytes {
    private static final Set<Defect.Kind> DAMAGE = EnumSet.of(
            Defect.Kind.TRUNCATED,
            Defect.Kind.LENGTH_BEYOND_PARENT,
            Defect.Kind.SEQUENCE_BROKEN,
            Defect.Kind.NESTED_TOO_DEEP);

    private DataSetBytes() {}

    /// `syntax` is one of the two plain little endian ones; group lengths are left out.
    public static byte[] encode(DataSet dataSet, TransferSyntax syntax) {
        return switch (syntax) {
            case IMPLICIT_LITTLE_ENDIAN -> ImplicitWriter.write(dataSet);
            case EXPLICIT_LITTLE_ENDIAN -> explicit(dataSet);
            default -> throw new IllegalArgumentException(syntax + " is not written");
        };
    }

    /// Reads what `encode` writes; no bytes are an empty data set.
    ///
    /// **Errors:** [DicomException] for a data set that is damaged: nothing of it may be believed.
    public static DataSet decode(byte[] bytes, TransferSyntax syntax) throws DicomException {
        if (syntax != TransferSyntax.IMPLICIT_LITTLE_ENDIAN && syntax != TransferSyntax.EXPLICIT_LITTLE_ENDIAN) {
            throw new IllegalArgumentException(syntax + " is not read");
        }
        List<Defect> defects = new ArrayList<>();
        ElementTable table = new DataSetParser(ByteSlice.of(bytes), false, defects)
                .dataSet(0, Encoding.of(syntax).isExplicit());
        if (defects.stream().map(Defect::kind).anyMatch(DAMAGE::contains)) {
            throw new DicomException("viewer.file.truncated", "a data set on the wire is damaged: " + defects);
        }
        new CharacterSetAudit(defects).settle(table);
        return table;
    }

    private static byte[] explicit(DataSet dataSet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.writeElements(out, dataSet);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }
}
