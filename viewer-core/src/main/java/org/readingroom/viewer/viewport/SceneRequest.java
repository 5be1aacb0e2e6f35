package org.readingroom.viewer.viewport;

import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.Volume;

/// A volume rendering to be made: what, from where, how.
public record SceneRequest(
        Volume volume, Camera camera, TransferFunction transfer, boolean isShaded, ClipBox clip, Quality quality) {
    public SceneRequest {
        if (volume.isColour()) {
            throw new IllegalArgumentException("a colour volume has no values to be rendered");
        }
    }

    public SceneRequest withCamera(Camera newCamera) {
        return new SceneRequest(volume, newCamera, transfer, isShaded, clip, quality);
    }

    public SceneRequest withQuality(Quality newQuality) {
        return new SceneRequest(volume, camera, transfer, isShaded, clip, newQuality);
    }

    public SceneRequest withClip(ClipBox newClip) {
        return new SceneRequest(volume, camera, transfer, isShaded, newClip, quality);
    }

    /// The numbers of the picture for a view of this size. Rays step half a voxel, along whichever axis they
    /// cross fastest; a whole one at [Quality#FAST].
    public ResolvedScene resolve(ViewResolver.PictureSize window) {
        ViewResolver.PictureSize size = window.at(quality);
        int width = size.elementsAcross();
        int height = size.elementsDown();
        double across = window.width() / width * camera.mmPerPixel();
        double down = window.height() / height * camera.mmPerPixel();
        AffineMap toVoxel = volume.worldToVoxel();
        Vec3 first = camera.target()
                .minus(camera.right().times(across * (width - 1) / 2))
                .minus(camera.down().times(down * (height - 1) / 2));
        Vec3 perMm = toVoxel.applyToDirection(camera.forward());
        double fastest = Math.max(Math.abs(perMm.x()), Math.max(Math.abs(perMm.y()), Math.abs(perMm.z())));
        double stepMm = quality.stepVoxels() / fastest;
        return new ResolvedScene(
                width,
                height,
                volume,
                toVoxel.apply(first),
                toVoxel.applyToDirection(camera.right().times(across)),
                toVoxel.applyToDirection(camera.down().times(down)),
                perMm.times(stepMm),
                stepMm,
                camera.forward(),
                transfer,
                isShaded,
                clip,
                quality);
    }
}
