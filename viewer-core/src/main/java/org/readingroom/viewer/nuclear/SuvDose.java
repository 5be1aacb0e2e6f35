package org.readingroom.viewer.nuclear;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// The injected dose that is left at the time the image is decay corrected to, in becquerel.
///
/// Decay Correction (0054,1102) START refers to the start of the scan: Series Time, as long as no acquisition
/// began before it. ADMIN refers to the administration, where the whole dose is left.
final class SuvDose {
    /// chosen: a scan later than this after the injection is a wrong date rather than a patient one.
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private SuvDose() {}

    static double atReference(List<DataSet> series) throws SuvRefusedException {
        DataSet image = series.getFirst();
        DataSet drug = image.item(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE)
                .orElseThrow(() -> new SuvRefusedException("dose", "no radiopharmaceutical"));
        double dose = SuvReader.positive(drug, Tag.RADIONUCLIDE_TOTAL_DOSE, "dose");
        String correction = image.string(Tag.DECAY_CORRECTION).orElse("");
        if (correction.equals("ADMIN")) {
            return dose;
        }
        if (!correction.equals("START")) {
            throw new SuvRefusedException("correction", "Decay Correction " + correction);
        }
        double halfLife = SuvReader.positive(drug, Tag.RADIONUCLIDE_HALF_LIFE, "half-life");
        LocalDateTime scan = scanStart(series);
        Duration wait = Duration.between(injection(drug, scan), scan);
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw new SuvRefusedException("time", "the scan is " + wait + " after the injection");
        }
        return dose * Math.pow(2, -wait.toMillis() / 1000.0 / halfLife);
    }

    private static LocalDateTime scanStart(List<DataSet> series) throws SuvRefusedException {
        LocalDateTime start = together(series.getFirst(), Tag.SERIES_DATE, Tag.SERIES_TIME)
                .orElseThrow(() -> new SuvRefusedException("time", "no Series Time"));
        for (DataSet image : series) {
            Optional<LocalDateTime> acquisition = together(image, Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
            if (acquisition.isPresent() && start.isAfter(acquisition.get())) {
                // that of a later reconstruction: nothing else in the standard's attributes says when the scan began
                throw new SuvRefusedException("time", "Series Time is after an Acquisition Time");
            }
        }
        return start;
    }

    private static LocalDateTime injection(DataSet drug, LocalDateTime scan) throws SuvRefusedException {
        Optional<LocalDateTime> whole =
                drug.string(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME).flatMap(SuvDose::dateTime);
        if (whole.isPresent()) {
            return whole.get();
        }
        LocalTime time = drug.string(Tag.RADIOPHARMACEUTICAL_START_TIME)
                .flatMap(SuvDose::time)
                .orElseThrow(() -> new SuvRefusedException("time", "no time of injection"));
        LocalDateTime sameDay = scan.toLocalDate().atTime(time);
        return sameDay.isAfter(scan) ? sameDay.minusDays(1) : sameDay;
    }

    private static Optional<LocalDateTime> together(DataSet image, int dateTag, int timeTag) {
        Optional<LocalDate> date = image.string(dateTag).flatMap(SuvDose::date);
        Optional<LocalTime> time = image.string(timeTag).flatMap(SuvDose::time);
        return date.flatMap(d -> time.map(d::atTime));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() < 8
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8)));
        } catch (java.time.DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// `HHMM`, with seconds and a fraction of them where given.
    private static Optional<LocalTime> time(String text) {
        try {
            if (text.length() < 4) {
                return Optional.empty();
            }
            LocalTime minutes = LocalTime.of(number(text, 0, 2), number(text, 2, 4));
            double seconds = text.length() >= 6 ? Double.parseDouble(text.substring(4)) : 0;
            return seconds >= 0 && seconds < 61
                    ? Optional.of(minutes.plusNanos((long) (seconds * 1e9)))
                    : Optional.empty();
        } catch (java.time.DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// `YYYYMMDDHHMM…`; an offset from UTC is left out, as the times of the series have none.
    private static Optional<LocalDateTime> dateTime(String text) {
        int end = Math.max(text.indexOf('+'), text.lastIndexOf('-'));
        String local = end > 0 ? text.substring(0, end) : text;
        return local.length() < 12
                ? Optional.empty()
                : date(local).flatMap(d -> time(local.substring(8)).map(d::atTime));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
