package org.readingroom.viewer.nuclear;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomTimes;
import org.readingroom.viewer.dicom.Tag;

/// The injected dose that is left at the time the image is decay corrected to, in becquerel.
///
/// Decay Correction (0054,1102) START refers to the start of the scan: Series Time, as long as no acquisition
/// began before it. ADMIN refers to the administration, where the whole dose is left.
final class SuvDose {
    /// chosen: a scan later than this after the injection is a wrong date rather than a patient one.
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    /// chosen: no scanner sees anything of so little, and a file of this kind has megabecquerel where
    /// becquerel belong.
    private static final double SMALLEST_BQ = 1e5;

    private static final int SHORTEST_TIME = 4;
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{8})(\\d{4}(?:\\d{2}(?:\\.\\d{1,6})?)?)([+-]\\d{4})?");

    private SuvDose() {}

    static double atReference(List<DataSet> series) throws SuvRefusedException {
        DataSet image = series.getFirst();
        List<DataSet> drugs = image.items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
        if (drugs.size() != 1) {
            // of two tracers nothing says which the counts come from
            throw new SuvRefusedException(
                    drugs.isEmpty() ? "dose" : "one-drug", drugs.size() + " radiopharmaceuticals");
        }
        DataSet drug = drugs.getFirst();
        double dose = SuvReader.positive(drug, Tag.RADIONUCLIDE_TOTAL_DOSE, "dose");
        if (dose < SMALLEST_BQ) {
            throw new SuvRefusedException("dose", "a dose of " + dose + " Bq");
        }
        String correction = image.string(Tag.DECAY_CORRECTION).orElse("");
        if (correction.equals("ADMIN")) {
            return dose;
        }
        if (!correction.equals("START")) {
            throw new SuvRefusedException("correction", "Decay Correction " + correction);
        }
        double halfLife = SuvReader.positive(drug, Tag.RADIONUCLIDE_HALF_LIFE, "half-life");
        LocalDateTime scan = scanStart(series);
        Duration wait = Duration.between(injection(image, drug, scan), scan);
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

    private static LocalDateTime injection(DataSet image, DataSet drug, LocalDateTime scan) throws SuvRefusedException {
        Optional<LocalTime> time =
                drug.string(Tag.RADIOPHARMACEUTICAL_START_TIME).flatMap(SuvDose::time);
        Optional<String> whole = drug.string(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
        if (whole.isPresent()) {
            Optional<LocalDateTime> local = local(whole.get(), image, time);
            if (local.isPresent()) {
                return local.get();
            }
        }
        LocalDateTime sameDay = scan.toLocalDate()
                .atTime(time.orElseThrow(() -> new SuvRefusedException("time", "no time of injection")));
        return sameDay.isAfter(scan) ? sameDay.minusDays(1) : sameDay;
    }

    /// A DT in the time of the series, whose own times have no offset; nothing when `text` is none.
    ///
    /// **Errors:** [SuvRefusedException] for an offset from UTC where the file says neither that of its other
    /// times nor the time of injection by the same clock: hours of decay may lie between them.
    private static Optional<LocalDateTime> local(String text, DataSet image, Optional<LocalTime> time)
            throws SuvRefusedException {
        Matcher matcher = DATE_TIME.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<LocalTime> clock = time(matcher.group(2));
        Optional<LocalDateTime> stated = DicomTimes.date(matcher.group(1)).flatMap(day -> clock.map(day::atTime));
        if (stated.isEmpty() || matcher.group(3) == null) {
            return stated;
        }
        Optional<ZoneOffset> own = offset(matcher.group(3));
        Optional<ZoneOffset> ofSeries =
                image.string(Tag.TIMEZONE_OFFSET_FROM_UTC).flatMap(SuvDose::offset);
        if (own.isPresent() && ofSeries.isPresent()) {
            return Optional.of(stated.get()
                    .atOffset(own.get())
                    .withOffsetSameInstant(ofSeries.get())
                    .toLocalDateTime());
        }
        if (time.map(LocalTime::toSecondOfDay).equals(clock.map(LocalTime::toSecondOfDay))) {
            return stated;
        }
        throw new SuvRefusedException("time", "an offset from UTC that the other times do not have");
    }

    private static Optional<ZoneOffset> offset(String text) {
        try {
            return Optional.of(ZoneOffset.of(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> together(DataSet image, int dateTag, int timeTag) {
        Optional<LocalTime> time = image.string(timeTag).flatMap(SuvDose::time);
        return image.string(dateTag).flatMap(DicomTimes::date).flatMap(day -> time.map(day::atTime));
    }

    /// An hour alone is no time to reckon decay from.
    private static Optional<LocalTime> time(String text) {
        return text.strip().length() < SHORTEST_TIME ? Optional.empty() : DicomTimes.time(text);
    }
}
