package org.readingroom.viewer.hanging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which display sets may stand in a view: Image Set Selector Sequence (0072,0022). What is empty
/// asks nothing.
///
/// `abstractPriorValue` (0072,003C) is 0 for the study being read, 1 for its latest prior. `words`
/// are of both languages: one of them is in the description; none of `notWords` is. `imageType`
/// values are all in Image Type (0008,0008).
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ImageSetSelector(
        int abstractPriorValue,
        List<String> modalities,
        List<String> words,
        List<String> notWords,
        @Nullable SetPlane plane,
        List<String> imageType,
        String laterality,
        List<String> viewPositions,
        boolean volume) {
    /// chosen: a year of monthly studies and more.
    public static final int MOST_PRIORS = 20;

    public static final ImageSetSelector ANY =
            new ImageSetSelector(0, List.of(), List.of(), List.of(), null, List.of(), "", List.of(), false);

    public ImageSetSelector {
        modalities = modalities == null ? List.of() : List.copyOf(modalities);
        words = words == null ? List.of() : List.copyOf(words);
        notWords = notWords == null ? List.of() : List.copyOf(notWords);
        imageType = imageType == null ? List.of() : List.copyOf(imageType);
        laterality = laterality == null ? "" : laterality;
        viewPositions = viewPositions == null ? List.of() : List.copyOf(viewPositions);
        if (abstractPriorValue < 0 || abstractPriorValue > MOST_PRIORS) {
            throw new IllegalArgumentException("prior " + abstractPriorValue);
        }
    }

    public boolean takes(HungSet set) {
        return set.prior() == abstractPriorValue
                && (modalities.isEmpty() || modalities.contains(set.modality()))
                && (words.isEmpty() || Words.isIn(words, text(set)))
                && !Words.isIn(notWords, text(set))
                && (plane == null || plane == set.plane())
                && List.of(set.imageType().split("\\\\")).containsAll(imageType)
                && (laterality.isEmpty() || laterality.equals(set.laterality()))
                && (viewPositions.isEmpty() || viewPositions.contains(set.viewPosition()))
                && (!volume || set.isVolume())
                && (asksForScout() || !set.isLocalizer());
    }

    /// A scout is hung only where somebody asks for scouts.
    private boolean asksForScout() {
        return imageType.contains("LOCALIZER");
    }

    private static String text(HungSet set) {
        return set.description() + " " + set.protocol();
    }

    /// How much it asks: views that ask more choose first.
    int strictness() {
        return (modalities.isEmpty() ? 0 : 1)
                + (words.isEmpty() ? 0 : 4)
                + (notWords.isEmpty() ? 0 : 1)
                + (plane == null ? 0 : 3)
                + (imageType.isEmpty() ? 0 : 3)
                + (laterality.isEmpty() ? 0 : 3)
                + (viewPositions.isEmpty() ? 0 : 3)
                + (volume ? 1 : 0);
    }

    /// The same of another study of the patient.
    public ImageSetSelector ofPrior(int prior) {
        return new ImageSetSelector(
                prior, modalities, words, notWords, plane, imageType, laterality, viewPositions, volume);
    }
}
