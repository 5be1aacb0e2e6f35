package org.readingroom.report.template;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.StudyIdentity;

/// The regions templates are made for, with the words by which studies name them. Parts stand before what they are part
/// of.
///
/// **Source:** SNOMED CT codes and (0018,0015) values of DICOM PS3.16 Annex L, the older code second where it changed;
/// the other words are what scanners and forms write.
public enum BodyPart {
    CORONARY("41801008", List.of("CORONARY", "CCTA", "冠状动脉", "冠脉")),
    HEART("80891009", List.of("HEART", "CARDIAC", "心脏", "心肌")),
    THYROID("69748006", List.of("THYROID", "甲状腺")),
    BREAST("76752008", List.of("BREAST", "MAMMO", "乳腺", "乳房", "钼靶")),
    LIVER("10200004", List.of("LIVER", "HEPAT", "肝")),
    PANCREAS("15776009", List.of("PANCREA", "胰")),
    GALLBLADDER("28231008", List.of("GALLBLADDER", "MRCP", "BILIARY", "胆")),
    KIDNEY("64033007", List.of("KIDNEY", "RENAL", "URINARY", "CTU", "肾", "泌尿")),
    PROSTATE("41216001", List.of("PROSTATE", "前列腺")),
    UTERUS("35039007", List.of("UTERUS", "CERVIX", "OVAR", "子宫", "宫颈", "附件", "卵巢", "妇科", "GYNEC", "GYNAEC")),
    CERVICAL_SPINE("122494005", List.of("CSPINE", "C-SPINE", "CERVICAL SPINE", "颈椎")),
    THORACIC_SPINE("122495006", List.of("TSPINE", "T-SPINE", "THORACIC SPINE", "胸椎")),
    LUMBAR_SPINE("122496007", List.of("LSPINE", "L-SPINE", "LUMBAR", "LSSPINE", "腰椎", "腰骶")),
    SPINE("421060004", List.of("SPINE", "脊柱", "脊髓", "椎间盘")),
    SHOULDER("16982005", List.of("SHOULDER", "肩")),
    ELBOW("16953009", List.of("ELBOW", "肘")),
    WRIST("8205005", List.of("WRIST", "腕")),
    HAND("85562004", List.of("HAND", "FINGER", "手部", "手指", "右手", "左手", "双手")),
    HIP("29836001", List.of("HIP", "髋")),
    KNEE("72696002", List.of("KNEE", "膝")),
    ANKLE("70258002", List.of("ANKLE", "踝")),
    FOOT("56459004", List.of("FOOT", "FEET", "CALCANEUS", "足部", "左足", "右足", "双足", "跟骨")),
    EXTREMITY(
            "66019005",
            List.of(
                    "EXTREMITY",
                    "FOREARM",
                    "UPPER ARM",
                    "LOWER LEG",
                    "FEMUR",
                    "TIBIA",
                    "HUMERUS",
                    "四肢",
                    "股骨",
                    "胫",
                    "肱骨")),
    ORBIT("363654007", List.of("ORBIT", "EYE", "眼", "眶")),
    SINUS("2095001", List.of("SINUS", "鼻窦", "副鼻窦")),
    BRAIN("12738006", List.of("BRAIN", "脑")),
    HEAD("69536005", List.of("HEAD", "SKULL", "CRANI", "NEURO", "头", "颅")),
    NECK("45048000", List.of("NECK", "颈")),
    LUNG("39607008", List.of("LUNG", "PULMON", "肺")),
    CHEST("51185008", List.of("CHEST", "THORAX", "胸")),
    PELVIS("12921003", List.of("PELVIS", "PELVIC", "骨盆", "盆腔")),
    ABDOMEN("113345001", List.of("ABDOMEN", "ABDOMINAL", "腹", "肠")),
    WHOLE_BODY("38266002", List.of("WHOLEBODY", "WHOLE BODY", "PET-CT", "PET/CT", "PETCT", "全身"));

    private final String snomed;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> words;

    BodyPart(String snomed, List<String> words) {
        this.snomed = snomed;
        this.words = words;
    }

    /// Its code in scheme SCT.
    public String snomed() {
        return snomed;
    }

    /// What it is part of; null for the largest.
    public @Nullable BodyPart within() {
        return switch (this) {
            case CORONARY -> HEART;
            case HEART, LUNG -> CHEST;
            case THYROID -> NECK;
            case LIVER, PANCREAS, GALLBLADDER, KIDNEY -> ABDOMEN;
            case PROSTATE, UTERUS -> PELVIS;
            case CERVICAL_SPINE, THORACIC_SPINE, LUMBAR_SPINE -> SPINE;
            case SHOULDER, ELBOW, WRIST, HAND, HIP, KNEE, ANKLE, FOOT -> EXTREMITY;
            case BRAIN, ORBIT, SINUS -> HEAD;
            default -> null;
        };
    }

    static Optional<BodyPart> ofSnomed(String code) {
        String known = switch (code) {
            case "818981001" -> ABDOMEN.snomed;
            case "816092008" -> PELVIS.snomed;
            case "280717001" -> SPINE.snomed;
            case "181422007" -> PROSTATE.snomed;
            default -> code;
        };
        for (BodyPart part : values()) {
            if (part.snomed.equals(known)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /// The region of a study, by Body Part Examined and, when that says nothing, by the description.
    public static Optional<BodyPart> of(StudyIdentity study) {
        Optional<BodyPart> named = in(study.bodyPart());
        return named.isPresent() ? named : in(study.description());
    }

    /// Whether it is `other` or a part of it.
    public boolean isIn(BodyPart other) {
        BodyPart whole = within();
        return this == other || whole != null && whole.isIn(other);
    }

    /// Every part that `text` names; a word that names one, such as 颈椎, names no second by its letters.
    public static Set<BodyPart> allIn(String text) {
        String left = text.toUpperCase(Locale.ROOT);
        Set<BodyPart> parts = EnumSet.noneOf(BodyPart.class);
        for (BodyPart part : values()) {
            for (String word : part.words) {
                if (left.contains(word)) {
                    parts.add(part);
                    left = left.replace(word, "\n");
                }
            }
        }
        return parts;
    }

    private static Optional<BodyPart> in(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (BodyPart part : values()) {
            if (part.words.stream().anyMatch(upper::contains)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
