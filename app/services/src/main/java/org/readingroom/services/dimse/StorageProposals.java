package org.readingroom.services.dimse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.readingroom.viewer.dicom.TransferSyntax;

/// Which presentation contexts to propose so that instances may come as they are stored, in whatever transfer
/// syntax this program reads.
///
/// A context of its own for every syntax where there is room for it: then each instance finds its own. One context
/// in all of them else, of which the other side picks one for all instances.
// [impl->req~dimse.get~1]
final class StorageProposals {
    private static final int MOST_CONTEXTS = 127; // one more is the service itself

    /// Not read here, and nobody would know what to do with the file.
    private static final Set<TransferSyntax> UNREAD = EnumSet.of(
            TransferSyntax.UNKNOWN,
            TransferSyntax.GE_PRIVATE_IMPLICIT,
            TransferSyntax.JPEG_XL,
            TransferSyntax.JPEG_XL_LOSSLESS,
            TransferSyntax.JPEG_XL_RECOMPRESSION);

    private static final Set<TransferSyntax> LOSSY = EnumSet.of(
            TransferSyntax.JPEG_BASELINE,
            TransferSyntax.JPEG_EXTENDED,
            TransferSyntax.JPEG_SPECTRAL_SELECTION,
            TransferSyntax.JPEG_FULL_PROGRESSION,
            TransferSyntax.JPEG_LS_NEAR_LOSSLESS,
            TransferSyntax.JPEG_2000,
            TransferSyntax.JPEG_2000_PART_2,
            TransferSyntax.HTJ2K);

    /// Explicit little endian first, then what loses nothing, then what does.
    static final List<TransferSyntax> IMAGES = images();

    private static final List<TransferSyntax> VIDEOS = Arrays.stream(TransferSyntax.values())
            .filter(TransferSyntax::isVideo)
            .toList();

    private static final List<TransferSyntax> PLAIN =
            List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);

    private static final List<TransferSyntax> COMPRESSED =
            IMAGES.stream().filter(TransferSyntax::isEncapsulated).toList();

    /// In the order they are tried.
    enum Way {
        EACH,
        PLAIN,
        COMPRESSED
    }

    /// Everything that is read.
    static final List<TransferSyntax> ALL = all();

    private StorageProposals() {}

    private static List<TransferSyntax> images() {
        List<TransferSyntax> syntaxes = new ArrayList<>(List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
        for (boolean isLossy : new boolean[] {false, true}) {
            for (TransferSyntax each : TransferSyntax.values()) {
                if (!UNREAD.contains(each)
                        && !each.isVideo()
                        && LOSSY.contains(each) == isLossy
                        && !syntaxes.contains(each)) {
                    syntaxes.add(each);
                }
            }
        }
        return List.copyOf(syntaxes);
    }

    private static List<TransferSyntax> all() {
        List<TransferSyntax> syntaxes = new ArrayList<>(IMAGES);
        syntaxes.addAll(VIDEOS);
        return List.copyOf(syntaxes);
    }

    /// For storing instances of these classes here, in one of several ways: an archive that sends all instances in
    /// the first context that was agreed, or knows but one, may manage with another.
    static List<Proposal> servedHere(Collection<String> sopClasses, Way way) {
        List<Proposal> proposals = new ArrayList<>();
        if (way != Way.EACH) {
            List<TransferSyntax> syntaxes = way == Way.PLAIN ? PLAIN : COMPRESSED;
            sopClasses.stream()
                    .limit(MOST_CONTEXTS)
                    .forEach(sopClass -> proposals.add(new Proposal(sopClass, syntaxes, true)));
            return proposals;
        }
        if (sopClasses.size() * (IMAGES.size() + 1) <= MOST_CONTEXTS) {
            for (String sopClass : sopClasses) {
                IMAGES.forEach(each -> proposals.add(new Proposal(sopClass, List.of(each), true)));
                proposals.add(new Proposal(sopClass, VIDEOS, true));
            }
        } else {
            sopClasses.stream()
                    .limit(MOST_CONTEXTS)
                    .forEach(sopClass -> proposals.add(new Proposal(sopClass, ALL, true)));
        }
        return proposals;
    }
}
