package org.readingroom.report.pdf;

import java.util.Optional;
import java.util.function.Function;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;

/// What a printed report shows beside its words.
///
/// `pictures` gives nothing for an image that is not at hand: the page says so in its place. `seals` gives the
/// picture, a PNG, of the seal that the hospital approved for a signer (clause G15). `imageQuality` says how good the
/// images are, where the hospital prints that.
public record PdfDress(
        Function<ReportLanguage, Letterhead> letterhead,
        Function<KeyImage, Optional<KeyPicture>> pictures,
        Function<Author, Optional<byte[]>> seals,
        Function<Report, Optional<String>> imageQuality) {
    public static final PdfDress PLAIN =
            new PdfDress(language -> Letterhead.NONE, image -> Optional.empty(), author -> Optional.empty());

    /// Without the quality of the images.
    public PdfDress(
            Function<ReportLanguage, Letterhead> letterhead,
            Function<KeyImage, Optional<KeyPicture>> pictures,
            Function<Author, Optional<byte[]>> seals) {
        this(letterhead, pictures, seals, report -> Optional.empty());
    }
}
