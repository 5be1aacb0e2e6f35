package org.readingroom.viewer.nuclear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Standardized uptake values against numbers worked by hand, and every way a header can fall short.
// [utest->req~nuclear.suv~1]
class SuvReaderTest {
    // 370 MBq of F-18 (6586.2 s) an hour before the scan: 370e6 · 2^(-3600 / 6586.2) = 253.314e6 are left
    private static final double LEFT_BQ = 253.314e6;

    @Test
    void bodyWeightLeanMassAndSurfaceAsWorkedByHand() throws SuvRefusedException {
        // 70 kg, 1.75 m, male: lean 77 - 128 · 0.16 = 56.52 kg; surface 0.007184 · 70^0.425 · 175^0.725 = 1.8481 m²
        List<DataSet> man = List.of(header(b -> b).build());
        assertEquals(70_000 / LEFT_BQ, SuvReader.factor(man, SuvBasis.BODY_WEIGHT), 1e-8);
        assertEquals(56_520 / LEFT_BQ, SuvReader.factor(man, SuvBasis.LEAN_BODY_MASS), 1e-8);
        assertEquals(18_481 / LEFT_BQ, SuvReader.factor(man, SuvBasis.BODY_SURFACE), 1e-8);
        // 60 kg, 1.60 m, female: lean 64.2 - 148 · 0.375² = 43.3875 kg
        List<DataSet> woman = List.of(header(b -> b.text(Tag.PATIENT_SEX, Vr.CS, "F")
                        .text(Tag.PATIENT_WEIGHT, Vr.DS, "60")
                        .text(Tag.PATIENT_SIZE, Vr.DS, "1.6"))
                .build());
        assertEquals(43_387.5 / LEFT_BQ, SuvReader.factor(woman, SuvBasis.LEAN_BODY_MASS), 1e-8);
    }

    @Test
    void theWholeDateAndTimeOfInjectionCountsOverMidnight() throws SuvRefusedException {
        List<DataSet> late = List.of(header(
                        b -> b.text(Tag.SERIES_TIME, Vr.TM, "003000").text(Tag.ACQUISITION_TIME, Vr.TM, "003010"),
                        drug("370000000", "6586.2")
                                .text(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, Vr.DT, "20260101233000.000000"))
                .text(Tag.SERIES_DATE, Vr.DA, "20260102")
                .text(Tag.ACQUISITION_DATE, Vr.DA, "20260102")
                .build());
        assertEquals(70_000 / LEFT_BQ, SuvReader.factor(late, SuvBasis.BODY_WEIGHT), 1e-8);
        List<DataSet> timeOnly = List.of(header(
                        b -> b.text(Tag.SERIES_TIME, Vr.TM, "003000").text(Tag.ACQUISITION_TIME, Vr.TM, "003010"),
                        drug("370000000", "6586.2").text(Tag.RADIOPHARMACEUTICAL_START_TIME, Vr.TM, "233000"))
                .build());
        assertEquals(70_000 / LEFT_BQ, SuvReader.factor(timeOnly, SuvBasis.BODY_WEIGHT), 1e-8);
    }

    /// 02:00 in Greenwich is 10:00 in Beijing, an hour before the scan and not nine.
    @Test
    void anOffsetFromUtcIsReckonedWithOrRefused() throws SuvRefusedException {
        DataSetBuilder drug = drug("370000000", "6586.2")
                .text(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, Vr.DT, "20260102020000.00+0000");
        List<DataSet> beijing = List.of(header(b -> b.text(Tag.TIMEZONE_OFFSET_FROM_UTC, Vr.SH, "+0800"), drug)
                .build());
        assertEquals(70_000 / LEFT_BQ, SuvReader.factor(beijing, SuvBasis.BODY_WEIGHT), 1e-8);
        assertEquals("viewer.suv.no-time", key(header(b -> b, drug), SuvBasis.BODY_WEIGHT));
        DataSetBuilder sameClock = drug("370000000", "6586.2")
                .text(Tag.RADIOPHARMACEUTICAL_START_TIME, Vr.TM, "100000")
                .text(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, Vr.DT, "20260102100000-0500");
        assertEquals(
                70_000 / LEFT_BQ,
                SuvReader.factor(List.of(header(b -> b, sameClock).build()), SuvBasis.BODY_WEIGHT),
                1e-8);
    }

    @Test
    void aDoseInMegabecquerelIsRefused() {
        DataSetBuilder drug = drug("370", "6586.2").text(Tag.RADIOPHARMACEUTICAL_START_TIME, Vr.TM, "100000");
        assertEquals("viewer.suv.no-dose", key(header(b -> b, drug), SuvBasis.BODY_WEIGHT));
    }

    @Test
    void imagesCorrectedToTheInjectionCountTheWholeDose() throws SuvRefusedException {
        List<DataSet> admin = List.of(
                header(b -> b.text(Tag.DECAY_CORRECTION, Vr.CS, "ADMIN")).build());
        assertEquals(70_000 / 370e6, SuvReader.factor(admin, SuvBasis.BODY_WEIGHT), 1e-9);
    }

    @Test
    void gramsPerMillilitreAreValuesAlreadyAndPhilipsCountsHaveTheirOwnFactor() throws SuvRefusedException {
        List<DataSet> grams =
                List.of(header(b -> b.text(Tag.UNITS, Vr.CS, "GML")).build());
        assertEquals(1, SuvReader.factor(grams, SuvBasis.BODY_WEIGHT));
        List<DataSet> counts = List.of(header(b -> b.text(Tag.UNITS, Vr.CS, "CNTS")
                        .text(0x70530010, Vr.LO, "Philips PET Private Group")
                        .text(0x70531000, Vr.DS, "0.000551"))
                .build());
        assertEquals(0.000551, SuvReader.factor(counts, SuvBasis.BODY_WEIGHT), 1e-12);
    }

    @Test
    void whatIsMissingIsSaid() {
        refused("units", b -> b.text(Tag.UNITS, Vr.CS, "CNTS"));
        refused("units", b -> b.text(Tag.UNITS, Vr.CS, "PROPCPS"));
        refused("correction", b -> b.text(Tag.CORRECTED_IMAGE, Vr.CS, "DECY", "RAN"));
        refused("correction", b -> b.text(Tag.CORRECTED_IMAGE, Vr.CS, "ATTN"));
        refused("correction", b -> b.text(Tag.DECAY_CORRECTION, Vr.CS, "NONE"));
        refused("weight", b -> b.text(Tag.PATIENT_WEIGHT, Vr.DS, "0"));
        refused("time", b -> b.text(Tag.SERIES_TIME, Vr.TM, "120000"));
        refused("time", b -> b.text(Tag.SERIES_TIME, Vr.TM, "nonsense"));
        assertEquals("viewer.suv.no-dose", key(header(b -> b, drug("0", "6586.2")), SuvBasis.BODY_WEIGHT));
        assertEquals("viewer.suv.no-half-life", key(header(b -> b, drug("370000000", "")), SuvBasis.BODY_WEIGHT));
        assertEquals(
                "viewer.suv.no-sex", key(header(b -> b.text(Tag.PATIENT_SEX, Vr.CS, "O")), SuvBasis.LEAN_BODY_MASS));
        assertEquals(
                "viewer.suv.no-height",
                key(header(b -> b.text(Tag.PATIENT_SIZE, Vr.DS, "175")), SuvBasis.BODY_SURFACE));
    }

    @Test
    void aRealSeriesGivesWhatItsHeaderSays() throws IOException, DicomException, SuvRefusedException {
        Path folder = Path.of("../../shared/data/series/pet-wholebody-qin0024");
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: no shared data");
        List<DataSet> series = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                series.add(DicomReader.read(file).dataSet());
            }
        }
        // 381.47 MBq at 11:39:00, scan at 13:02:44.678, 66.2 kg
        double left = 381_470_000 * Math.pow(2, -5024.678 / 6586.2);
        assertEquals(2.944804e-4, 66_200 / left, 1e-9);
        assertEquals(66_200 / left, SuvReader.factor(series, SuvBasis.BODY_WEIGHT), 1e-9);
        // no height is given
        assertEquals(
                "viewer.suv.no-height",
                assertThrows(SuvRefusedException.class, () -> SuvReader.factor(series, SuvBasis.LEAN_BODY_MASS))
                        .messageKey());
    }

    /// A second tracer, or a second injection, has a dose and a time of its own.
    @Test
    void twoInjectionsAreRefused() {
        DataSet one = drug("370000000", "6586.2")
                .text(Tag.RADIOPHARMACEUTICAL_START_TIME, Vr.TM, "100000")
                .build();
        DataSet other = drug("150000000", "4062.6")
                .text(Tag.RADIOPHARMACEUTICAL_START_TIME, Vr.TM, "103000")
                .build();
        refused("one-drug", b -> b.sequence(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, List.of(one, other)));
    }

    private static void refused(String reason, UnaryOperator<DataSetBuilder> change) {
        assertEquals("viewer.suv.no-" + reason, key(header(change), SuvBasis.BODY_WEIGHT));
    }

    private static String key(DataSetBuilder header, SuvBasis basis) {
        return assertThrows(SuvRefusedException.class, () -> SuvReader.factor(List.of(header.build()), basis))
                .messageKey();
    }

    private static DataSetBuilder drug(String dose, String halfLife) {
        return DataSetBuilder.create()
                .text(Tag.RADIONUCLIDE_TOTAL_DOSE, Vr.DS, dose)
                .text(Tag.RADIONUCLIDE_HALF_LIFE, Vr.DS, halfLife);
    }

    private static DataSetBuilder header(UnaryOperator<DataSetBuilder> change) {
        return header(change, drug("370000000", "6586.2").text(Tag.RADIOPHARMACEUTICAL_START_TIME, Vr.TM, "100000.00"));
    }

    private static DataSetBuilder header(UnaryOperator<DataSetBuilder> change, DataSetBuilder drug) {
        return change.apply(DataSetBuilder.create()
                .text(Tag.SERIES_DATE, Vr.DA, "20260102")
                .text(Tag.SERIES_TIME, Vr.TM, "110000")
                .text(Tag.ACQUISITION_DATE, Vr.DA, "20260102")
                .text(Tag.ACQUISITION_TIME, Vr.TM, "110012.5")
                .text(Tag.CORRECTED_IMAGE, Vr.CS, "DECY", "ATTN", "SCAT", "RAN")
                .text(Tag.UNITS, Vr.CS, "BQML")
                .text(Tag.DECAY_CORRECTION, Vr.CS, "START")
                .text(Tag.PATIENT_SEX, Vr.CS, "M")
                .text(Tag.PATIENT_WEIGHT, Vr.DS, "70")
                .text(Tag.PATIENT_SIZE, Vr.DS, "1.75")
                .sequence(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, List.of(drug.build())));
    }
}
