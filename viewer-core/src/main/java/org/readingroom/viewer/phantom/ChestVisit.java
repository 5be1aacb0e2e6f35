package org.readingroom.viewer.phantom;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// One visit of the patient of the chest CT to the scanner: the names of the study, how the patient lay on the couch,
/// and the nodules as they were then.
///
/// **Space:** `couch` leads from the patient coordinates of the visit to those in which the anatomy is written;
/// `nodules` are in the latter.
record ChestVisit(SyntheticHeader header, int seriesNumber, String series, Vec3 couch, List<Nodule> nodules) {
    static final ChestVisit CURRENT = new ChestVisit(
            header("ct-chest", "20260115", "093012", "DEMO26011501"),
            2,
            "肺窗 Lung 2.0 mm",
            Vec3.ZERO,
            List.of(
                    new Nodule("A", new Vec3(-78, -22, 50), 12, 38),
                    new Nodule("B", new Vec3(86, 42, -20), 8, 30),
                    new Nodule("C", new Vec3(-88, 36, -16), 16, -560),
                    new Nodule("D", new Vec3(70, -30, 36), 6, 310),
                    new Nodule("E", new Vec3(-62, 52, 22), 4, 20)));

    /// Eight months earlier, on another scanner: A and B were smaller, C less dense, D (calcified) as it is, E not yet
    /// there.
    static final ChestVisit PRIOR = new ChestVisit(
            header("ct-chest-prior", "20250515", "141530", "DEMO25051507"),
            3,
            "肺窗 Lung 3.0 mm",
            new Vec3(4, -3, 7),
            List.of(
                    new Nodule("A", new Vec3(-78, -22, 50), 8, 36),
                    new Nodule("B", new Vec3(86, 42, -20), 6, 30),
                    new Nodule("C", new Vec3(-88, 36, -16), 14, -620),
                    new Nodule("D", new Vec3(70, -30, 36), 6, 310)));

    /// Another patient, in whom nothing is found.
    static final ChestVisit HEALTHY = new ChestVisit(
            new SyntheticHeader(
                    "ISO_IR 192",
                    "ct-chest-healthy",
                    "Yanshi^Ren=演示^壬",
                    "DEMO-0019",
                    "19840307",
                    "F",
                    "041Y",
                    "20260119",
                    "084500",
                    "DEMO26011901",
                    "胸部CT平扫 Chest CT",
                    "CT",
                    "CHEST"),
            2,
            "肺窗 Lung 2.0 mm",
            Vec3.ZERO,
            List.of());

    private static SyntheticHeader header(String key, String date, String time, String accession) {
        return new SyntheticHeader(
                "ISO_IR 192",
                key,
                "Yanshi^Jia=演示^甲",
                "DEMO-0001",
                "19610512",
                "M",
                "064Y",
                date,
                time,
                accession,
                "胸部CT平扫 Chest CT",
                "CT",
                "CHEST");
    }

    /// The nodules in the patient coordinates of the visit.
    List<Nodule> placed() {
        return nodules.stream()
                .map(nodule -> new Nodule(
                        nodule.label(), nodule.centre().minus(couch), nodule.diameterMm(), nodule.hounsfield()))
                .toList();
    }
}
