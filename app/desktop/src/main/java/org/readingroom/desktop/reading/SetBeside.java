package org.readingroom.desktop.reading;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;

/// Chooses which set of another study to hang beside one: the same modality, cut the same way, called most alike, made
/// most alike.
// [impl->req~priors.beside~1]
final class SetBeside {
    private SetBeside() {}

    static Optional<DisplaySet> of(DisplaySet now, List<DisplaySet> others) {
        return others.stream()
                .max(Comparator.<DisplaySet>comparingInt(
                                other -> other.modality().equals(now.modality()) ? 1 : 0)
                        .thenComparingInt(other -> isCutAlike(now, other) ? 1 : 0)
                        .thenComparingInt(other -> side(other).equals(side(now)) ? 1 : 0)
                        .thenComparingInt(other -> view(other).equals(view(now)) ? 1 : 0)
                        .thenComparingDouble(other -> likeness(now.description(), other.description()))
                        .thenComparingInt(other -> other.isVolume() == now.isVolume() ? 1 : 0)
                        .thenComparingDouble(other -> -Math.abs(thickness(other) - thickness(now)))
                        .thenComparingInt(other -> other.frames().size()));
    }

    /// chosen: planes within 25 degrees are the same way of cutting.
    private static boolean isCutAlike(DisplaySet one, DisplaySet two) {
        ImagePlane a = one.frames().getFirst().plane();
        ImagePlane b = two.frames().getFirst().plane();
        return a != null && b != null && Math.abs(a.normal().dot(b.normal())) > 0.9;
    }

    private static String side(DisplaySet set) {
        return first(set).facts().laterality();
    }

    private static String view(DisplaySet set) {
        return first(set).facts().viewPosition();
    }

    private static double thickness(DisplaySet set) {
        return first(set).facts().sliceThicknessMm();
    }

    private static ImageFrame first(DisplaySet set) {
        return set.frames().getFirst();
    }

    private static double likeness(String one, String two) {
        Set<String> left = words(one);
        Set<String> both = new HashSet<>(left);
        both.retainAll(words(two));
        return left.isEmpty() ? 0 : (double) both.size() / left.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toSet());
    }
}
