package org.readingroom.services.reading;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.readingroom.viewer.model.Study;

/// The part of the body that a study shows, coarse enough to tell which priors are of the same place.
///
/// **Source:** names are those of PS3.16 annex L (Body Part Examined), and the words of study descriptions.
enum BodyRegion {
    HEAD("HEAD", "BRAIN", "SKULL", "SELLA", "ORBIT", "SINUS", "头", "颅", "脑"),
    NECK("NECK", "CSPINE", "CERVICAL", "CAROTID", "THYROID", "颈"),
    CHEST("CHEST", "THORAX", "LUNG", "RIB", "TSPINE", "胸", "肺"),
    HEART("HEART", "CARDIAC", "CORONARY", "心"),
    BREAST("BREAST", "MAMMO", "乳"),
    ABDOMEN("ABD", "LIVER", "KIDNEY", "PANCREAS", "LSPINE", "LUMBAR", "腹", "肝", "肾", "腰"),
    PELVIS("PELVI", "PROSTATE", "UTERUS", "BLADDER", "HIP", "盆", "髋"),
    ARM("SHOULDER", "ARM", "ELBOW", "WRIST", "HAND", "FINGER", "肩", "肘", "腕", "手"),
    LEG("LEG", "KNEE", "ANKLE", "FOOT", "TOE", "THIGH", "FEMUR", "膝", "踝", "足"),
    WHOLE("WHOLEBODY", "WHOLE BODY", "全身");

    private static final String BETWEEN = "|";

    /// One text, since an enum holds nothing that can change.
    private final String words;

    BodyRegion(String... words) {
        this.words = String.join(BETWEEN, words);
    }

    /// By the body part of the study, else by its description; empty when neither tells.
    static Set<BodyRegion> of(Study study) {
        Set<BodyRegion> named = in(study.bodyPart());
        return named.isEmpty() ? in(study.description()) : named;
    }

    private static Set<BodyRegion> in(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        Set<BodyRegion> found = EnumSet.noneOf(BodyRegion.class);
        for (BodyRegion region : values()) {
            for (String word : region.words.split("[|]")) {
                if (upper.contains(word)) {
                    found.add(region);
                }
            }
        }
        return found;
    }
}
