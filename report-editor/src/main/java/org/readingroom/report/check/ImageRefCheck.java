package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.model.BoundMeasurement;

/// A series or an image is named that is not there, or another image than that of the sentence's mark.
// [impl->req~report.check.image-refs~1]
final class ImageRefCheck implements ReportCheck {
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)(?:序列|系列|\\bseries|\\bse)\\s*(?:no\\.?)?[:：#]?\\s*(?<series>\\d{1,4})"
                    + "|(?:图像|\\bimages?|\\bimg|\\bim)\\s*(?:no\\.?)?[:：#]?\\s*(?<image>\\d{1,4})"
                    + "|第\\s*(?<slice>\\d{1,4})\\s*(?:层|幅|帧)");

    private static final Pattern SERIES_BEHIND = Pattern.compile("(?i)\\s*(?:of|on|in),?\\s+series\\s+(\\d{1,4})");

    /// `series` is zero when none was named.
    private record Reference(int series, int image, String words) {}

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        ImageFacts images = reading.context().facts().images();
        for (ReportReading.Read read : reading.sentences()) {
            List<Reference> named = references(read.sentence().text());
            named.stream()
                    .filter(one -> isBeyond(one, images.imagesOfSeries()))
                    .findFirst()
                    .ifPresent(one -> found.accept(read.concern("image.beyond", one.words())));
            List<Reference> withImage =
                    named.stream().filter(one -> one.image() > 0).toList();
            List<Integer> marked = read.sentence().measurements().stream()
                    .map(BoundMeasurement::annotation)
                    .map(images.marks()::get)
                    .filter(Objects::nonNull)
                    .map(ImageFacts.MarkPlace::imageNumber)
                    .filter(number -> number > 0)
                    .toList();
            if (!withImage.isEmpty() && !marked.isEmpty()) {
                withImage.stream()
                        .filter(one -> !marked.contains(one.image()))
                        .findFirst()
                        .ifPresent(one -> found.accept(read.concern("image.mismatch", one.words(), marked.getFirst())));
            }
        }
    }

    private static boolean isBeyond(Reference one, Map<Integer, Integer> images) {
        if (images.isEmpty()) {
            return false;
        }
        if (one.series() == 0) {
            return one.image() > Collections.max(images.values());
        }
        Integer last = images.get(one.series());
        return last == null || one.image() > last;
    }

    private static List<Reference> references(String text) {
        List<Reference> references = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(text);
        int series = 0;
        Matcher behind = SERIES_BEHIND.matcher(text);
        while (matcher.find()) {
            String image = matcher.group("image") == null ? matcher.group("slice") : matcher.group("image");
            if (matcher.group("series") != null) {
                series = Integer.parseInt(matcher.group("series"));
            }
            if (series == 0 && behind.region(matcher.end(), text.length()).lookingAt()) {
                series = Integer.parseInt(behind.group(1));
            }
            references.add(new Reference(series, image == null ? 0 : Integer.parseInt(image), matcher.group()));
        }
        return references;
    }
}
