package org.readingroom.services.archive;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.testing.OtherProgram;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;

/// The same object in another wrapping is the same; another object is not, however alike.
// [utest->req~archive.read-back~1]
class SameInstanceTest {
    private static final int ORIGINAL_ATTRIBUTES_SEQUENCE = 0x04000561;
    private static final int MODIFIED_ATTRIBUTES_SEQUENCE = 0x04000550;

    @TempDir
    private Path folder;

    private static DicomFile file() throws Exception {
        return DicomReader.read(SmallDicom.of(1, 1).bytes());
    }

    private static DicomFile changed(DataSetBuilder more) throws Exception {
        DicomFile file = file();
        DataSet data = DataSetBuilder.create()
                .addAll(file.dataSet())
                .addAll(more.build())
                .remove(Tag.PIXEL_DATA)
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(
                out,
                data,
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                file.pixelData().map(PixelData.Native.class::cast));
        return DicomReader.read(out.toByteArray());
    }

    private static DataSetBuilder setRight(int tag, Vr vr, String was) {
        DataSet original = DataSetBuilder.create().text(tag, vr, was).build();
        DataSet item = DataSetBuilder.create()
                .sequence(MODIFIED_ATTRIBUTES_SEQUENCE, List.of(original))
                .build();
        return DataSetBuilder.create().sequence(ORIGINAL_ATTRIBUTES_SEQUENCE, List.of(item));
    }

    @Test
    void oneChangedValueIsAnotherObject() throws Exception {
        assertTrue(SameInstance.is(file(), changed(DataSetBuilder.create())));
        assertFalse(SameInstance.is(
                file(), changed(DataSetBuilder.create().text(Tag.PATIENT_NAME, Vr.PN, "Wang^XiaoDon"))));
        assertFalse(SameInstance.is(file(), changed(DataSetBuilder.create().text(Tag.PROTOCOL_NAME, Vr.LO, "more"))));
        assertFalse(SameInstance.is(
                file(), DicomReader.read(SmallDicom.of(1, 1).withShift(1).bytes())));
    }

    @Test
    void whatTheArchiveSaysToHaveSetRightMayDiffer() throws Exception {
        DataSetBuilder name =
                setRight(Tag.PATIENT_NAME, Vr.PN, "Wang^XiaoDong").text(Tag.PATIENT_NAME, Vr.PN, "Wang^Xiaodong");
        assertTrue(SameInstance.is(file(), changed(name)));
    }

    @Test
    void noArchiveSetsFindingsRight() throws Exception {
        DataSetBuilder slope = setRight(Tag.RESCALE_SLOPE, Vr.DS, "1").text(Tag.RESCALE_SLOPE, Vr.DS, "2");
        assertFalse(SameInstance.is(file(), changed(slope)));
        DataSetBuilder uid = setRight(
                        Tag.SOP_INSTANCE_UID, Vr.UI, SmallDicom.of(1, 1).instance())
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.7");
        assertFalse(SameInstance.is(file(), changed(uid)));
    }

    @Test
    void anotherEncodingByAnotherProgramIsTheSame() throws Exception {
        Path plain =
                Files.write(folder.resolve("plain.dcm"), SmallDicom.of(1, 1).bytes());
        for (String program : List.of("dcmcjpls", "dcmcrle", "dcmconv +ti", "dcmconv +tb")) {
            String[] words = program.split(" ");
            if (!OtherProgram.isThere(words[0])) {
                continue;
            }
            Path made = folder.resolve(program.replace(" ", "") + ".dcm");
            if (words.length == 1) {
                OtherProgram.run(words[0], plain.toString(), made.toString());
            } else {
                OtherProgram.run(words[0], words[1], plain.toString(), made.toString());
            }
            DicomFile other = DicomReader.read(Files.readAllBytes(made));
            assertTrue(other.transferSyntax() != TransferSyntax.EXPLICIT_LITTLE_ENDIAN, program);
            assertTrue(SameInstance.is(file(), other), program);
            assertFalse(
                    SameInstance.is(
                            DicomReader.read(SmallDicom.of(1, 1).withShift(1).bytes()), other),
                    program);
        }
    }
}
