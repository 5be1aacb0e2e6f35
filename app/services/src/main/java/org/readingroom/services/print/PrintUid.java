package org.readingroom.services.print;

/// SOP classes of print management. **Source:** DICOM PS3.4 annex H, PS3.6 annex A.
final class PrintUid {
    static final String FILM_SESSION = "1.2.840.10008.5.1.1.1";
    static final String FILM_BOX = "1.2.840.10008.5.1.1.2";
    static final String GREYSCALE_IMAGE_BOX = "1.2.840.10008.5.1.1.4";
    static final String COLOUR_IMAGE_BOX = "1.2.840.10008.5.1.1.4.1";
    static final String GREYSCALE_META = "1.2.840.10008.5.1.1.9";
    static final String COLOUR_META = "1.2.840.10008.5.1.1.18";
    static final String PRINTER = "1.2.840.10008.5.1.1.16";
    static final String PRINTER_INSTANCE = "1.2.840.10008.5.1.1.17";
    static final String PRESENTATION_LUT = "1.2.840.10008.5.1.1.23";

    private PrintUid() {}
}
