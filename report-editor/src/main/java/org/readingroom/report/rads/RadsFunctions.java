package org.readingroom.report.rads;

import java.util.List;

/// The reporting systems that a template may ask.
///
/// **Order:** of the arguments, as `docs/rads.md` lists them.
// [impl->req~report.rads.functions~1]
public final class RadsFunctions {
    private RadsFunctions() {}

    public static List<TemplateFunction> all() {
        return List.of(
                WorstCategory.LUNG_RADS,
                WorstCategory.PI_RADS,
                new RadsFunction("lungRads", 4, 6, given -> lungRads(given).value()),
                RadsFunction.of(
                        "lungRadsAirway",
                        2,
                        given -> LungRadsOther.airway(
                                given.choice(0, LungRadsOther.Airway.class), given.choice(1, LungRads.Course.class))),
                RadsFunction.of(
                        "lungRadsCyst", 1, given -> LungRadsOther.cyst(given.choice(0, LungRadsOther.Cyst.class))),
                RadsFunction.of("lungRads4X", 2, given -> LungRadsOther.withFeatures(given.words(0), given.truth(1))),
                RadsFunction.of("lungRadsManagement", 1, given -> LungRadsOther.management(given.words(0))),
                RadsFunction.of("fleischner", 5, RadsFunctions::fleischner),
                RadsFunction.of("liRads", 7, RadsFunctions::liRads),
                RadsFunction.of(
                        "liRadsAncillary",
                        3,
                        given -> LiRads.withAncillary(given.words(0), given.truth(1), given.truth(2))),
                RadsFunction.of(
                        "biRadsManagement",
                        2,
                        given -> BiRads.management(given.choice(0, BiRads.Modality.class), given.words(1))),
                RadsFunction.of("piRads", 4, RadsFunctions::piRads),
                new RadsFunction(
                        "tiRadsPoints",
                        7,
                        7,
                        given -> AcrTiRads.points(acrNodule(given))
                                .map(TemplateValue::of)
                                .orElse(TemplateValue.MISSING)),
                RadsFunction.of("tiRads", 7, given -> AcrTiRads.level(acrNodule(given))),
                RadsFunction.of("tiRadsManagement", 2, given -> AcrTiRads.management(given.words(0), given.number(1))),
                RadsFunction.of("cTiRads", 6, RadsFunctions::chineseTiRads),
                RadsFunction.of("bosniak", 8, RadsFunctions::bosniak),
                RadsFunction.of(
                        "cadRads",
                        3,
                        given -> CadRads.category(
                                given.choice(0, CadRads.Stenosis.class), given.truth(1), given.truth(2))),
                new RadsFunction(
                        "ellipsoidMl",
                        3,
                        3,
                        given -> EllipsoidVolume.millilitres(given.number(0), given.number(1), given.number(2))
                                .map(TemplateValue::of)
                                .orElse(TemplateValue.MISSING)));
    }

    private static RadsAnswer lungRads(Arguments given) {
        return LungRads.category(new LungRads.Nodule(
                given.choice(0, LungRads.Kind.class),
                given.number(1),
                given.number(2),
                given.choice(3, LungRads.Course.class),
                given.words(4),
                given.number(5)));
    }

    private static RadsAnswer fleischner(Arguments given) {
        return Fleischner.management(new Fleischner.Nodules(
                given.choice(0, Fleischner.Kind.class),
                given.truth(1),
                given.number(2),
                given.truth(3),
                given.truth(4)));
    }

    private static RadsAnswer liRads(Arguments given) {
        return LiRads.category(new LiRads.Observation(
                given.truth(0),
                given.choice(1, LiRads.Look.class),
                given.number(2),
                given.truth(3),
                given.truth(4),
                given.truth(5),
                given.truth(6)));
    }

    private static RadsAnswer piRads(Arguments given) {
        return PiRads.category(new PiRads.Lesion(
                given.choice(0, PiRads.Zone.class),
                given.score(1),
                given.score(2),
                given.choice(3, PiRads.Enhancement.class)));
    }

    private static AcrTiRads.Nodule acrNodule(Arguments given) {
        return new AcrTiRads.Nodule(
                given.choice(0, AcrTiRads.Composition.class),
                given.choice(1, AcrTiRads.Echogenicity.class),
                given.truth(2),
                given.choice(3, AcrTiRads.Margin.class),
                given.truth(4),
                given.truth(5),
                given.truth(6));
    }

    private static RadsAnswer chineseTiRads(Arguments given) {
        return ChineseTiRads.category(new ChineseTiRads.Nodule(
                given.truth(0), given.truth(1), given.truth(2), given.truth(3), given.truth(4), given.truth(5)));
    }

    private static RadsAnswer bosniak(Arguments given) {
        return Bosniak.category(new Bosniak.Mass(
                given.number(0),
                given.choice(1, Bosniak.Septa.class),
                given.number(2),
                given.truth(3),
                given.truth(4),
                given.truth(5),
                given.truth(6),
                given.truth(7)));
    }
}
