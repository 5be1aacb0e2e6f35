package org.readingroom.viewer.deidentify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;

/// Writes objects anew without the patient.
///
/// Preamble, file meta information and private attributes of the original are not taken over; all text is in UTF-8. A
/// last look through the written bytes refuses an object in which a name or identifier is still found.
///
/// **Thread:** one at a time: it counts what it does.
/// **Source:** DICOM PS3.15 sections E.1 to E.3.
// [impl->req~export.deidentify~1]
public final class Deidentifier {
    private static final int MOST_DEPTH = 64;

    /// The images of the old kinds, by the end of their SOP class: CR, DX, MG, IO, CT, US, MR, NM, SC, XA, RF, PET.
    private static final Set<String> PLAIN = Set.of(
            "1", "1.1", "1.1.1", "1.2", "1.2.1", "1.3", "1.3.1", "2", "3.1", "4", "6.1", "7", "7.1", "7.2", "7.3",
            "7.4", "12.1", "12.2", "20", "128");

    private final Set<DeidentifyOption> options;
    private final Pseudonyms pseudonyms;
    private final DeidentificationReport report = new DeidentificationReport();

    public Deidentifier(Set<DeidentifyOption> options, Pseudonyms pseudonyms) {
        this.options = DeidentifyOption.checked(options);
        this.pseudonyms = pseudonyms;
    }

    public DeidentificationReport report() {
        return report;
    }

    /// The file of the object without the patient.
    ///
    /// **Errors:** [DeidentifyException] for what cannot leave: `viewer.deidentify.document`,
    /// `viewer.deidentify.structured`, `viewer.deidentify.overlay`, `viewer.deidentify.damaged`,
    /// `viewer.deidentify.residue`.
    public byte[] apply(DicomFile file) throws DeidentifyException {
        DataSet original = file.dataSet();
        refuseWhatCannotBe(file);
        boolean isStrict =
                !PLAIN.contains(original.string(Tag.SOP_CLASS_UID).orElse("").replace("1.2.840.10008.5.1.4.1.1.", ""));
        String patient = original.string(Tag.ISSUER_OF_PATIENT_ID).orElse("") + "\0"
                + original.string(Tag.PATIENT_ID)
                        .or(() -> original.string(Tag.PATIENT_NAME))
                        .or(() -> original.string(Tag.STUDY_INSTANCE_UID))
                        .orElse("");
        IdentityWords words =
                IdentityWords.of(original, options.contains(DeidentifyOption.RETAIN_INSTITUTION_IDENTITY));
        ElementPass pass = new ElementPass(
                new Decisions(options, isStrict), words, pseudonyms, new DateShift(pseudonyms.days(patient)), report);
        DataSetBuilder built = pass.set(original, 0, MOST_DEPTH);
        String other = pseudonyms.patient(patient);
        built.text(Tag.PATIENT_NAME, Vr.PN, other).text(Tag.PATIENT_ID, Vr.LO, other);
        if (options.contains(DeidentifyOption.RETAIN_SAFE_PRIVATE)) {
            SafePrivate.keep(original, built, report);
        }
        MethodAttributes.add(built, original, options);
        DataSet without = built.build();
        byte[] bytes = written(file, without);
        if (isLeaking(file, without, words)) {
            throw new DeidentifyException("viewer.deidentify.residue", "an identifying word is left in the object");
        }
        report.noteObject();
        return bytes;
    }

    private void refuseWhatCannotBe(DicomFile file) throws DeidentifyException {
        DataSet original = file.dataSet();
        if (original.contains(Tag.ENCAPSULATED_DOCUMENT)) {
            throw new DeidentifyException("viewer.deidentify.document", "an encapsulated document");
        }
        if (original.contains(Tag.CONTENT_SEQUENCE) && !options.contains(DeidentifyOption.CLEAN_STRUCTURED_CONTENT)) {
            throw new DeidentifyException("viewer.deidentify.structured", "structured content without its option");
        }
        if (hasWordsInSpareBits(original)) {
            throw new DeidentifyException("viewer.deidentify.overlay", "an overlay in the bits of the pixels");
        }
        boolean isNamed = original.string(Tag.SOP_CLASS_UID).isPresent()
                && original.string(Tag.SOP_INSTANCE_UID).isPresent();
        boolean isUnknown = file.pixelData().isPresent() && file.transferSyntax() == TransferSyntax.UNKNOWN;
        if (!isNamed || isUnknown) {
            throw new DeidentifyException("viewer.deidentify.damaged", "no identity of its own, or unknown pixels");
        }
    }

    /// Overlays of the old kind lie in the unused bits of the pixels, which stay as they are.
    private static boolean hasWordsInSpareBits(DataSet original) {
        for (int tag : original.tags()) {
            boolean isBits = (tag & 0xFFE1FFFF) == Tag.OVERLAY_BITS_ALLOCATED;
            if (isBits && original.integer(tag).orElse(1) > 1) {
                return true;
            }
        }
        return false;
    }

    private static byte[] written(DicomFile file, DataSet without) throws DeidentifyException {
        boolean isEncapsulated = file.pixelData()
                .filter(PixelData.Encapsulated.class::isInstance)
                .isPresent();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.write(
                    out,
                    without,
                    isEncapsulated ? file.transferSyntax() : TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                    file.pixelData());
        } catch (IOException | IllegalArgumentException e) {
            throw new DeidentifyException("viewer.deidentify.damaged", "cannot be written: " + e.getMessage());
        }
        return out.toByteArray();
    }

    /// Looks through everything but native pixels, in which any bytes may come by chance.
    private static boolean isLeaking(DicomFile file, DataSet without, IdentityWords words) throws DeidentifyException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try {
            DicomWriter.write(header, without, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        } catch (IOException e) {
            throw new DeidentifyException("viewer.deidentify.damaged", "cannot be written");
        }
        List<byte[]> parts = new ArrayList<>(List.of(header.toByteArray()));
        if (file.pixelData().orElse(null) instanceof PixelData.Encapsulated coded) {
            coded.fragments().stream().map(ByteSlice::toArray).forEach(parts::add);
        }
        return parts.stream().anyMatch(words::areIn);
    }
}
