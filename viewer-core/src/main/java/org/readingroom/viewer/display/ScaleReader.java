package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.display.PixelScale.Millimetres;
import org.readingroom.viewer.display.PixelScale.Source;
import org.readingroom.viewer.geometry.PixelSpacing;

/// Decides what a pixel step means, and on whose word.
///
/// **Source:** DICOM PS3.3 sections 10.7.1.3, C.8.5.5.
// [impl->req~display.pixel-scale~1]
final class ScaleReader {
    /// Storage classes whose Pixel Spacing is a distance in the patient: CT, MR, PET, NM, their enhanced and
    /// legacy converted forms, dose, segmentation, parametric map, tomosynthesis, ophthalmic tomography.
    private static final Set<String> CROSS_SECTIONAL = Set.of(
            "1.2.840.10008.5.1.4.1.1.2",
            "1.2.840.10008.5.1.4.1.1.2.1",
            "1.2.840.10008.5.1.4.1.1.2.2",
            "1.2.840.10008.5.1.4.1.1.4",
            "1.2.840.10008.5.1.4.1.1.4.1",
            "1.2.840.10008.5.1.4.1.1.4.3",
            "1.2.840.10008.5.1.4.1.1.4.4",
            "1.2.840.10008.5.1.4.1.1.20",
            "1.2.840.10008.5.1.4.1.1.128",
            "1.2.840.10008.5.1.4.1.1.128.1",
            "1.2.840.10008.5.1.4.1.1.130",
            "1.2.840.10008.5.1.4.1.1.481.2",
            "1.2.840.10008.5.1.4.1.1.66.4",
            "1.2.840.10008.5.1.4.1.1.30",
            "1.2.840.10008.5.1.4.1.1.13.1.1",
            "1.2.840.10008.5.1.4.1.1.13.1.3",
            "1.2.840.10008.5.1.4.1.1.13.1.4",
            "1.2.840.10008.5.1.4.1.1.77.1.5.4");

    /// Multi-frame Secondary Capture: one bit, grey byte, grey word, colour.
    private static final String MULTI_FRAME_CAPTURE = "1.2.840.10008.5.1.4.1.1.7.";

    private static final Set<String> CROSS_SECTIONAL_MODALITIES = Set.of("CT", "MR", "PT", "NM");

    /// chosen: spacings that differ by less are the same number written with other digits.
    private static final double SAME = 1e-4;

    /// chosen: no clinical pixel is smaller or larger; such values are slips of the file's writer.
    private static final double SMALLEST_MM = 1e-6;

    private static final double LARGEST_MM = 1e4;

    private ScaleReader() {}

    static PixelScale scale(ImageHeader header, FrameAttributes attributes, List<UltrasoundRegion> regions) {
        List<UltrasoundRegion> tissue =
                regions.stream().filter(UltrasoundRegion::isTissue).toList();
        Optional<Millimetres> regional = ofRegions(tissue);
        if (!tissue.isEmpty()) {
            return regional.<PixelScale>map(mm -> mm).orElseGet(() -> none(header));
        }
        Optional<PixelSpacing> measured = attributes
                .group(Tag.PIXEL_MEASURES_SEQUENCE)
                .flatMap(item -> spacing(item.decimals(Tag.PIXEL_SPACING)));
        if (measured.isPresent()) {
            // a capture may be of a film or a projection; only one with a place is surely a cut through the patient
            boolean isCapture = header.text(Tag.SOP_CLASS_UID).startsWith(MULTI_FRAME_CAPTURE)
                    && attributes.group(Tag.PLANE_POSITION_SEQUENCE).isEmpty();
            return new Millimetres(measured.get(), isCapture ? Source.UNVERIFIED : Source.PATIENT);
        }
        DataSet data = header.dataSet();
        Optional<PixelSpacing> pixel = spacing(data.decimals(Tag.PIXEL_SPACING));
        if (pixel.isPresent() && isCrossSectional(header)) {
            return new Millimetres(pixel.get(), Source.PATIENT);
        }
        return projection(data, pixel)
                .or(() -> spacing(data.decimals(Tag.NOMINAL_SCANNED_PIXEL_SPACING))
                        .map(nominal -> new Millimetres(nominal, Source.NOMINAL_SCANNED)))
                .<PixelScale>map(mm -> mm)
                .orElseGet(() -> none(header));
    }

    /// The regions of an ultrasound frame, whatever their units.
    static List<UltrasoundRegion> regions(DataSet data) {
        List<UltrasoundRegion> regions = new ArrayList<>();
        for (DataSet item : data.items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS)) {
            int left = item.integer(Tag.REGION_LOCATION_MIN_X0).orElse(0);
            int top = item.integer(Tag.REGION_LOCATION_MIN_Y0).orElse(0);
            regions.add(new UltrasoundRegion(
                    left,
                    top,
                    item.integer(Tag.REGION_LOCATION_MAX_X1).orElse(0),
                    item.integer(Tag.REGION_LOCATION_MAX_Y1).orElse(0),
                    axis(
                            item,
                            left,
                            Tag.PHYSICAL_UNITS_X_DIRECTION,
                            Tag.PHYSICAL_DELTA_X,
                            Tag.REFERENCE_PIXEL_X0,
                            Tag.REF_PIXEL_PHYSICAL_VALUE_X),
                    axis(
                            item,
                            top,
                            Tag.PHYSICAL_UNITS_Y_DIRECTION,
                            Tag.PHYSICAL_DELTA_Y,
                            Tag.REFERENCE_PIXEL_Y0,
                            Tag.REF_PIXEL_PHYSICAL_VALUE_Y),
                    item.integer(Tag.REGION_SPATIAL_FORMAT).orElse(0),
                    item.integer(Tag.REGION_FLAGS).orElse(0)));
        }
        return List.copyOf(regions);
    }

    /// `first` is the region's first column or row: the file counts the reference pixel from there.
    private static RegionAxis axis(DataSet item, int first, int unitTag, int deltaTag, int pixelTag, int valueTag) {
        double delta = item.decimal(deltaTag).orElse(0);
        boolean isUsable = isPlausible(10 * Math.abs(delta));
        RegionAxis.Unit unit =
                isUsable ? RegionAxis.Unit.of(item.integer(unitTag).orElse(0)) : RegionAxis.Unit.UNKNOWN;
        OptionalInt pixel = item.integer(pixelTag);
        return new RegionAxis(
                unit,
                isUsable ? delta : 0,
                pixel.isPresent() ? first + (double) pixel.getAsInt() : Double.NaN,
                item.decimal(valueTag).orElse(0));
    }

    private static Optional<Millimetres> ofRegions(List<UltrasoundRegion> tissue) {
        if (tissue.isEmpty()) {
            return Optional.empty();
        }
        PixelSpacing first = tissue.getFirst().spacing();
        return tissue.stream().allMatch(region -> isSame(region.spacing(), first))
                ? Optional.of(new Millimetres(first, Source.ULTRASOUND_REGION))
                : Optional.empty();
    }

    private static Optional<Millimetres> projection(DataSet data, Optional<PixelSpacing> pixel) {
        Optional<PixelSpacing> imager = spacing(data.decimals(Tag.IMAGER_PIXEL_SPACING));
        Optional<Source> calibration = data.string(Tag.PIXEL_SPACING_CALIBRATION_TYPE)
                .map(type -> switch (type) {
                    case "FIDUCIAL" -> Source.CALIBRATED_FIDUCIAL;
                    case "GEOMETRY" -> Source.CALIBRATED_GEOMETRY;
                    default -> Source.CALIBRATED_UNSTATED;
                });
        if (pixel.isPresent()) {
            if (calibration.isPresent()) {
                return Optional.of(new Millimetres(pixel.get(), calibration.get()));
            }
            if (imager.isEmpty()) {
                return Optional.of(new Millimetres(pixel.get(), Source.UNVERIFIED));
            }
            if (!isSame(pixel.get(), imager.get())) {
                return Optional.of(new Millimetres(pixel.get(), Source.CALIBRATED_UNSTATED));
            }
        }
        return imager.map(detector -> {
            double factor = data.decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR)
                    .orElse(0);
            // a factor below one is impossible: the patient stands between source and detector
            return factor >= 1 && Double.isFinite(factor)
                    ? new Millimetres(
                            new PixelSpacing(detector.rowMm() / factor, detector.columnMm() / factor),
                            Source.IMAGER_MAGNIFICATION_CORRECTED)
                    : new Millimetres(detector, Source.IMAGER);
        });
    }

    private static boolean isCrossSectional(ImageHeader header) {
        String sopClass = header.text(Tag.SOP_CLASS_UID);
        return sopClass.isEmpty()
                ? CROSS_SECTIONAL_MODALITIES.contains(header.text(Tag.MODALITY))
                : CROSS_SECTIONAL.contains(sopClass);
    }

    private static PixelScale none(ImageHeader header) {
        double[] ratio = header.dataSet().decimals(Tag.PIXEL_ASPECT_RATIO);
        boolean usable = ratio.length == 2 && ratio[0] > 0 && ratio[1] > 0 && Double.isFinite(ratio[0] / ratio[1]);
        return usable ? new PixelScale.None(ratio[0] / ratio[1]) : PixelScale.None.SQUARE;
    }

    private static Optional<PixelSpacing> spacing(double[] values) {
        boolean usable = values.length == 2 && isPlausible(values[0]) && isPlausible(values[1]);
        return usable ? Optional.of(new PixelSpacing(values[0], values[1])) : Optional.empty();
    }

    private static boolean isPlausible(double mm) {
        return mm >= SMALLEST_MM && mm <= LARGEST_MM;
    }

    private static boolean isSame(PixelSpacing a, PixelSpacing b) {
        return Math.abs(a.rowMm() - b.rowMm()) <= SAME * b.rowMm()
                && Math.abs(a.columnMm() - b.columnMm()) <= SAME * b.columnMm();
    }
}
