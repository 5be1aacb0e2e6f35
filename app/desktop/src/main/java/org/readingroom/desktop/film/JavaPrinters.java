package org.readingroom.desktop.film;

import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Paper;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.printing.PDFPrintable;
import org.apache.pdfbox.printing.Scaling;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.model.WorkstationException;

/// The printers Java knows of the system, such as those of Windows. No dialog and no window of AWT is used.
// [impl->req~film.paper~1]
final class JavaPrinters implements PaperPrinters {
    @Override
    public List<String> names() {
        return Stream.of(PrintServiceLookup.lookupPrintServices(null, null))
                .map(PrintService::getName)
                .toList();
    }

    @Override
    public Optional<String> preferred() {
        return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService())
                .map(PrintService::getName);
    }

    @Override
    public void print(String printer, byte[] pdf, PageSize size, int copies) throws WorkstationException {
        PaperPrinters.onPaperOnly(printer, size);
        PrintService service = Stream.of(PrintServiceLookup.lookupPrintServices(null, null))
                .filter(each -> each.getName().equals(printer))
                .findFirst()
                .orElseThrow(() -> new WorkstationException(
                        "desktop.film.no-printer", List.of(printer), "the printer is gone", null));
        print(service, printer, pdf, copies);
    }

    /// Pages in their own size, edge to edge: nothing between them and the paper scales.
    static void print(PrintService service, String name, byte[] pdf, int copies) throws WorkstationException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PrinterJob job = PrinterJob.getPrinterJob();
            job.setPrintService(service);
            job.setJobName("Reading Room");
            job.setCopies(copies);
            Book book = new Book();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                PDRectangle box = document.getPage(page).getMediaBox();
                PageFormat format = new PageFormat();
                Paper paper = new Paper();
                paper.setSize(box.getWidth(), box.getHeight());
                paper.setImageableArea(0, 0, box.getWidth(), box.getHeight());
                format.setPaper(paper);
                book.append(new PDFPrintable(document, Scaling.ACTUAL_SIZE, false, 0, false), format);
            }
            job.setPageable(book);
            job.print();
        } catch (IOException | PrinterException e) {
            throw new WorkstationException(
                    "desktop.film.paper-refused", List.of(name), "the system's printing took no pages", e);
        }
    }
}
