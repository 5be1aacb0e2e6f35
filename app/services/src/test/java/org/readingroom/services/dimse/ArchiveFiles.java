package org.readingroom.services.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.readingroom.services.testing.OtherProgram;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;

/// Files of invented patients for an archive to hold.
final class ArchiveFiles {
    private ArchiveFiles() {}

    static Path plain(Path folder, SmallDicom slice) throws Exception {
        return Files.write(folder.resolve(slice.instance() + ".dcm"), slice.bytes());
    }

    /// Compressed by DCMTK, without loss.
    static Path compressed(Path folder, SmallDicom slice, String program, String... options) throws Exception {
        Path from = plain(folder, slice);
        Path to = folder.resolve(slice.instance() + "." + program + ".dcm");
        String[] command = new String[options.length + 3];
        command[0] = program;
        System.arraycopy(options, 0, command, 1, options.length);
        command[options.length + 1] = from.toString();
        command[options.length + 2] = to.toString();
        OtherProgram.run(command);
        return to;
    }

    /// The same slice with its texts in another character set, as an old Chinese archive keeps them.
    static Path inCharacterSet(Path folder, SmallDicom slice, String characterSet) throws Exception {
        DataSet set = DicomReader.read(slice.bytes()).dataSet();
        DataSet other = DataSetBuilder.create(characterSet)
                .addAll(set)
                .remove(Tag.PIXEL_DATA)
                .text(Tag.STUDY_DESCRIPTION, Vr.LO, "胸部")
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(
                out,
                other,
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                Optional.of(DicomReader.read(slice.bytes()).pixelData().orElseThrow()));
        return Files.write(folder.resolve(slice.instance() + ".other.dcm"), out.toByteArray());
    }
}
