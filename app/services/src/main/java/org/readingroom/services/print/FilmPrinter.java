package org.readingroom.services.print;

import java.nio.file.Path;
import java.util.List;
import org.readingroom.services.dimse.AeTitle;
import org.readingroom.services.dimse.DimseException;
import org.readingroom.services.dimse.DimseOptions;
import org.readingroom.services.dimse.Peer;
import org.readingroom.services.dimse.TlsTrust;
import org.readingroom.viewer.film.PageSize;

/// A film printer as this home knows it.
///
/// `trust` is the PEM file with the certificates believed of it, empty for those the system believes. `sizes` are the
/// films in it. `bits` is 8 or 12.
public record FilmPrinter(
        String name,
        Peer peer,
        AeTitle callingAe,
        boolean isEncrypted,
        String trust,
        boolean isColour,
        int bits,
        List<PageSize> sizes,
        FilmChoices choices) {
    public FilmPrinter {
        sizes = List.copyOf(sizes);
        if (name.isBlank() || sizes.isEmpty() || bits != 8 && bits != 12) {
            throw new IllegalArgumentException("a printer without a name or films, or of " + bits + " bits");
        }
    }

    /// **Errors:** `services.dimse.certificates`.
    public DimseOptions options(DimseOptions base) throws DimseException {
        return isEncrypted ? base.withTls(TlsTrust.of(trust.isBlank() ? null : Path.of(trust))) : base;
    }
}
