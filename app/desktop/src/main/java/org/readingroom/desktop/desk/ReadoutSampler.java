package org.readingroom.desktop.desk;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.FrameLayers;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.render.ModalitySampler;
import org.readingroom.viewer.viewport.Processing;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Finds the value and the place under a point of the screen: the closest voxel, never an
/// interpolated number. In a slab it is the projection that is seen there: the voxel in its middle is not.
final class ReadoutSampler {
    private ReadoutSampler() {}

    /// Nothing outside the image.
    static ViewportModel.@Nullable Readout at(ViewContext context, double x, double y) {
        ImageFrame any = context.frame().orElse(context.displaySet().frames().getFirst());
        ViewportModel.Readout under = at(context.resolved(), context.frame().isPresent(), any, x, y);
        if (under == null || Float.isNaN(under.value())) {
            return under;
        }
        if (context.subtraction().isPresent()) {
            // logarithms have no unit
            return under.ofDifference(context.subtraction().get().isLinearIntensity() ? "" : under.unit());
        }
        return context.resolved().isThin() ? under.with(RealWorldReadout.of(context, under.value())) : under;
    }

    /// `frame` is the frame on screen or, for a reformat, any of the set: its unit is that of all.
    static ViewportModel.@Nullable Readout at(
            ResolvedView view, boolean isFrame, ImageFrame frame, double x, double y) {
        Vec3 voxel = view.transform().screenToVoxel(x, y);
        Vec3 pPatient = view.volume().isInPatient() ? view.transform().screenToWorld(x, y) : null;
        return view.isThin() || view.volume().isColour()
                ? at(view.volume(), voxel, pPatient, isFrame, frame)
                : throughSlab(view, voxel, pPatient, frame);
    }

    /// The value on the sheet along a path, at an element of its picture; nothing beside the sheet or the volume.
    static ViewportModel.@Nullable Readout on(ResolvedCurve curve, ImageFrame frame, double x, double y) {
        if (x < 0 || y < 0 || x >= curve.width() || y >= curve.height()) {
            return null;
        }
        Vec3 pPatient = curve.toPatient(x, y);
        return at(curve.volume(), curve.volume().worldToVoxel().apply(pPatient), pPatient, false, frame);
    }

    private static ViewportModel.@Nullable Readout at(
            Volume volume, Vec3 voxel, @Nullable Vec3 pPatient, boolean isFrame, ImageFrame frame) {
        int column = (int) Math.floor(voxel.x() + 0.5);
        int row = (int) Math.floor(voxel.y() + 0.5);
        int layer = volume.depth() == 1 ? 0 : (int) Math.floor(voxel.z() + 0.5);
        if (column < 0
                || row < 0
                || layer < 0
                || column >= volume.columns()
                || row >= volume.rows()
                || layer >= volume.depth()) {
            return null;
        }
        float value = Float.NaN;
        // a slice that has not arrived is drawn, hatched, as its neighbour; its values are not known
        if (volume.slices().get(layer) instanceof GreySlice grey
                && !grey.isPadding(column, row)
                && !volume.isMissing(layer)) {
            value = grey.modalityValue(column, row);
        }
        String unit = frame.modalityLut().unit().symbol();
        return new ViewportModel.Readout(isFrame ? column : -1, isFrame ? row : -1, value, unit, pPatient);
    }

    /// **Units:** of the modality, of a sum times millimetres.
    private static ViewportModel.@Nullable Readout throughSlab(
            ResolvedView view, Vec3 voxel, @Nullable Vec3 pPatient, ImageFrame frame) {
        ResolvedView point = new ResolvedView(
                1,
                1,
                view.volume(),
                voxel,
                view.du(),
                view.dv(),
                view.dn(),
                view.slab(),
                view.interpolation(),
                view.voi(),
                view.inverse(),
                view.palette(),
                view.transform(),
                Quality.FULL,
                Processing.NONE,
                null,
                FrameLayers.NONE);
        float value = ModalitySampler.sample(point).value(0, 0);
        if (Float.isNaN(value) || !view.volume().isComplete()) {
            return null;
        }
        String unit = frame.modalityLut().unit().symbol();
        boolean isSum = view.projection() == Slab.Projection.SUM;
        return new ViewportModel.Readout(-1, -1, value, isSum ? (unit + "·mm") : unit, pPatient);
    }
}
