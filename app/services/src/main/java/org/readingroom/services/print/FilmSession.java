package org.readingroom.services.print;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.dimse.Association;
import org.readingroom.services.dimse.DimseClient;
import org.readingroom.services.dimse.DimseException;
import org.readingroom.services.dimse.DimseFailedException;
import org.readingroom.services.dimse.DimseStatus;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The objects of one job in the printer: a film session, its films one after the other, their image boxes.
///
/// **Thread:** as [Association].
final class FilmSession {
    private static final Logger LOG = LoggerFactory.getLogger(FilmSession.class);
    private static final int PRINT = 1;
    private static final int NO_SUCH_ATTRIBUTE = 0x0105;
    private static final int ATTRIBUTE_LEFT_OUT = 0x0107;
    private static final int VALUE_OUT_OF_RANGE = 0x0116;

    /// **Source:** PS3.4 H.4: demagnified, cropped, decimated.
    private static final Set<Integer> OTHER_SIZE = Set.of(0xB604, 0xB609, 0xB60A);

    private final DimseClient client;
    private final FilmChoices choices;
    private final boolean isColour;
    private final Set<PrintNote> notes = new LinkedHashSet<>();
    private final String session = PrintUids.fresh();
    private @Nullable String presentationLut;
    private boolean isOpen;

    FilmSession(Association association, Association.Context meta, FilmChoices choices, boolean isColour) {
        this.client = new DimseClient(association, meta, this::report);
        this.choices = choices;
        this.isColour = isColour;
    }

    /// Everything the printer told that is no failure.
    List<PrintNote> notes() {
        return List.copyOf(notes);
    }

    /// Asks how the printer is before anything is sent to it.
    PrinterStatus status() throws DimseException {
        // without a list it answers with what it has: some refuse a list with an attribute that they do not keep
        return PrinterStatus.of(
                client.get(PrintUid.PRINTER, PrintUid.PRINTER_INSTANCE).dataSet());
    }

    void open() throws DimseException {
        DataSetBuilder wishes = DataSetBuilder.create("")
                .integers(PrintTag.NUMBER_OF_COPIES, Vr.IS, choices.copies())
                .text(PrintTag.PRINT_PRIORITY, Vr.CS, "MED");
        word(wishes, PrintTag.MEDIUM_TYPE, choices.mediumType());
        word(wishes, PrintTag.FILM_DESTINATION, choices.destination());
        heed(client.create(PrintUid.FILM_SESSION, session, wishes.build()));
        isOpen = true;
    }

    /// Tells the printer that greys are P-values, where it can be told; else it takes them by its own habit.
    void greysArePValues(Association association, Association.Context context) {
        String instance = PrintUids.fresh();
        try {
            new DimseClient(association, context, this::report)
                    .create(
                            PrintUid.PRESENTATION_LUT,
                            instance,
                            DataSetBuilder.create("")
                                    .text(PrintTag.PRESENTATION_LUT_SHAPE, Vr.CS, "IDENTITY")
                                    .build());
            presentationLut = instance;
        } catch (DimseFailedException e) {
            notes.add(new PrintNote("services.print.warning.no-presentation-lut", List.of()));
        } catch (DimseException e) {
            // the association is over, which the next message says
            LOG.warn("no presentation LUT: {}", e.getMessage());
        }
    }

    /// Lays out one film, which is not printed yet; gives its name in the printer.
    ///
    /// **Errors:** `services.print.too-few-boxes`; `services.print.not-true-size` where the printer
    /// would take a picture at true size in another one.
    String lay(FilmPage page) throws DimseException, PrintException {
        String film = PrintUids.fresh();
        DimseClient.Answer made = create(film, page);
        heed(made);
        List<DataSet> boxes = made.dataSet().items(PrintTag.REFERENCED_IMAGE_BOXES);
        if (boxes.size() < page.cells().size()) {
            throw new PrintException(
                    "services.print.too-few-boxes", List.of(page.layout().term(), boxes.size()));
        }
        for (int cell = 0; cell < page.cells().size(); cell++) {
            Optional<FilmImage> picture = page.cells().get(cell);
            if (picture.isPresent()) {
                String box = boxes.get(cell)
                        .string(Tag.REFERENCED_SOP_INSTANCE_UID)
                        .orElseThrow(() -> new PrintException(
                                "services.print.too-few-boxes",
                                List.of(page.layout().term(), 0)));
                DimseClient.Answer set = client.set(imageBoxClass(), box, imageBox(cell + 1, picture.get()));
                if (picture.get().widthMm().isPresent() && losesSize(set.status())) {
                    throw new PrintException(
                            "services.print.not-true-size", List.of(set.status().text()));
                }
                heed(set);
            }
        }
        return film;
    }

    /// The printer need not tell which attribute it left out or changed: it may be the size.
    private static boolean losesSize(DimseStatus status) {
        return OTHER_SIZE.contains(status.code())
                || status.code() == ATTRIBUTE_LEFT_OUT
                || status.code() == VALUE_OUT_OF_RANGE;
    }

    /// Prints the film; once this is back, it is out.
    DimseClient.Answer expose(String film) throws DimseException {
        return client.act(PrintUid.FILM_BOX, film, PRINT);
    }

    /// What the printer said of the film that is out.
    ///
    /// **Errors:** `services.print.came-out-not-true-size`.
    void check(FilmPage page, DimseClient.Answer exposed) throws PrintException {
        boolean isTrue = page.cells().stream()
                .flatMap(Optional::stream)
                .anyMatch(picture -> picture.widthMm().isPresent());
        if (isTrue && OTHER_SIZE.contains(exposed.status().code())) {
            throw new PrintException(
                    "services.print.came-out-not-true-size",
                    List.of(exposed.status().text()));
        }
        heed(exposed);
    }

    /// Takes a film that is out from the printer's memory.
    void remove(String film) throws DimseException {
        delete(PrintUid.FILM_BOX, film);
    }

    /// A printer that will not is told of only: what it printed is out.
    private void delete(String sopClass, String instance) throws DimseException {
        try {
            heed(client.delete(sopClass, instance));
        } catch (DimseFailedException e) {
            LOG.info("the printer keeps what it has: {}", e.getMessage());
            noteNotTidied();
        }
    }

    /// Films are out, but the printer would not be tidied up.
    void noteNotTidied() {
        notes.add(new PrintNote("services.print.warning.not-tidied", List.of()));
    }

    /// Asks for a film with every wish; a printer that does not know one of them is asked once more without those it
    /// need
    /// not know.
    private DimseClient.Answer create(String film, FilmPage page) throws DimseException {
        try {
            return client.create(PrintUid.FILM_BOX, film, filmBox(page, true));
        } catch (DimseFailedException e) {
            if (e.status().code() != NO_SUCH_ATTRIBUTE) {
                throw e;
            }
            notes.add(PrintNote.of(new DimseStatus(ATTRIBUTE_LEFT_OUT)));
            return client.create(PrintUid.FILM_BOX, film, filmBox(page, false));
        }
    }

    /// Takes the session out of the printer.
    void close() throws DimseException {
        if (isOpen) {
            isOpen = false;
            delete(PrintUid.FILM_SESSION, session);
        }
    }

    private String imageBoxClass() {
        return isColour ? PrintUid.COLOUR_IMAGE_BOX : PrintUid.GREYSCALE_IMAGE_BOX;
    }

    /// **Source:** PS3.4 table H.4-6; `withOptional` takes what a printer need not know.
    private DataSet filmBox(FilmPage page, boolean withOptional) {
        DataSetBuilder film = DataSetBuilder.create("")
                .text(PrintTag.IMAGE_DISPLAY_FORMAT, Vr.ST, page.layout().term())
                .text(PrintTag.FILM_ORIENTATION, Vr.CS, page.orientation().name())
                .text(PrintTag.FILM_SIZE_ID, Vr.CS, page.size().filmSizeId())
                .sequence(PrintTag.REFERENCED_FILM_SESSION, List.of(reference(PrintUid.FILM_SESSION, session)));
        if (withOptional) {
            // an empty cell that lets all light through dazzles
            film.text(PrintTag.BORDER_DENSITY, Vr.CS, "BLACK")
                    .text(PrintTag.EMPTY_IMAGE_DENSITY, Vr.CS, "BLACK")
                    .text(PrintTag.TRIM, Vr.CS, choices.isTrimmed() ? "YES" : "NO");
            density(film, PrintTag.MIN_DENSITY, choices.minDensity());
        }
        word(film, PrintTag.MAGNIFICATION_TYPE, choices.magnification());
        density(film, PrintTag.MAX_DENSITY, choices.maxDensity());
        if (presentationLut != null) {
            // **Source:** PS3.3 C.13.3: the light box and room for which P-values are meant; its own defaults
            film.integers(PrintTag.ILLUMINATION, Vr.US, 2000)
                    .integers(PrintTag.REFLECTED_AMBIENT_LIGHT, Vr.US, 10)
                    .sequence(
                            PrintTag.REFERENCED_PRESENTATION_LUT,
                            List.of(reference(PrintUid.PRESENTATION_LUT, presentationLut)));
        }
        return film.build();
    }

    private DataSet imageBox(int position, FilmImage picture) {
        DataSetBuilder pixels = DataSetBuilder.create("")
                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, isColour ? 3 : 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, isColour ? "RGB" : "MONOCHROME2")
                .integers(Tag.ROWS, Vr.US, picture.rows())
                .integers(Tag.COLUMNS, Vr.US, picture.columns())
                .integers(Tag.BITS_ALLOCATED, Vr.US, picture.bits() > 8 ? 16 : 8)
                .integers(Tag.BITS_STORED, Vr.US, picture.bits())
                .integers(Tag.HIGH_BIT, Vr.US, picture.bits() - 1)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .bytes(Tag.PIXEL_DATA, picture.bits() > 8 ? Vr.OW : Vr.OB, pixels(picture));
        if (isColour) {
            pixels.integers(Tag.PLANAR_CONFIGURATION, Vr.US, 1);
        }
        DataSetBuilder box = DataSetBuilder.create("")
                .integers(PrintTag.IMAGE_BOX_POSITION, Vr.US, position)
                .text(PrintTag.POLARITY, Vr.CS, choices.isReversed() ? "REVERSE" : "NORMAL")
                .sequence(isColour ? PrintTag.COLOUR_IMAGE : PrintTag.GREYSCALE_IMAGE, List.of(pixels.build()));
        picture.widthMm()
                .ifPresent(mm -> box.decimals(PrintTag.REQUESTED_IMAGE_SIZE, Vr.DS, mm)
                        // a picture at true size may not be made smaller without a word
                        .text(PrintTag.REQUESTED_DECIMATE_CROP, Vr.CS, "FAIL"));
        return box.build();
    }

    /// In a session of colours a grey picture is one with three equal planes.
    private byte[] pixels(FilmImage picture) {
        if (!isColour || picture.isColour()) {
            return picture.pixels();
        }
        byte[] greys = picture.pixels();
        byte[] planes = new byte[3 * greys.length];
        for (int plane = 0; plane < 3; plane++) {
            System.arraycopy(greys, 0, planes, plane * greys.length, greys.length);
        }
        return planes;
    }

    private static DataSet reference(String sopClass, String instance) {
        return DataSetBuilder.create("")
                .text(Tag.REFERENCED_SOP_CLASS_UID, Vr.UI, sopClass)
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, instance)
                .build();
    }

    private static void word(DataSetBuilder set, int tag, String term) {
        if (!term.isBlank()) {
            set.text(tag, Vr.CS, term);
        }
    }

    private static void density(DataSetBuilder set, int tag, int hundredths) {
        if (hundredths > 0) {
            set.integers(tag, Vr.US, hundredths);
        }
    }

    private void heed(DimseClient.Answer answer) {
        if (answer.status().isWarning()) {
            notes.add(PrintNote.of(answer.status()));
        }
    }

    /// **Source:** PS3.4 H.4.6.2.2: printer events 2 and 3 are a warning and a failure.
    private void report(DimseClient.EventReport event) {
        if (event.sopClass().equals(PrintUid.PRINTER) && event.eventType() > 1) {
            PrinterStatus.Condition condition =
                    event.eventType() == 2 ? PrinterStatus.Condition.WARNING : PrinterStatus.Condition.FAILURE;
            notes.add(PrintNote.of(new PrinterStatus(
                    condition,
                    event.information().string(PrintTag.PRINTER_STATUS_INFO).orElse(""),
                    "")));
        }
    }
}
