package org.readingroom.viewer.hanging;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The parts of the body that protocols tell apart, with the words that name them in files and orders.
///
/// **Source:** Body Part Examined terms of DICOM PS3.16 Annex L; the Chinese words as departments write orders.
public enum BodyRegion {
    HEAD("head|brain|skull|cranium|neuro|stroke|orbit|iac|sinus|pituitary|sella|头颅|头部|头颈|颅" + "|脑|垂体|鞍区|眼眶|鼻窦|内听道|颞骨"),
    NECK("neck|thyroid|larynx|carotid|颈部|头颈|甲状腺|喉|颈动脉"),
    CHEST("chest|thorax|lung|pulmonary|mediastinum|rib|ribs|胸部|胸腔|胸片|胸正|胸ct|肺|纵隔|肋骨"),
    HEART("heart|cardiac|coronary|心脏|冠脉|冠状动脉|心肌"),
    BREAST("breast|mammo|乳腺|乳房|双乳|钼靶"),
    ABDOMEN("abdomen|abdominal|liver|pancreas|kidney|renal|spleen|biliary|mrcp|腹部|全腹|上腹|中腹" + "|下腹|腹腔|肝|胰|肾|脾|胆"),
    PELVIS("pelvis|pelvic|prostate|uterus|rectum|bladder|盆腔|骨盆|前列腺|子宫|直肠|膀胱"),
    SPINE("spine|cspine|tspine|lspine|sspine|lumbar|vertebra|sacrum|颈椎|胸椎|腰椎|脊柱|椎间盘|骶椎" + "|脊髓"),
    EXTREMITY("knee|shoulder|hip|ankle|elbow|wrist|hand|foot|joint|extremity|femur|tibia|humerus|leg"
            + "|arm|膝|肩|髋|踝|肘|腕|手正|双手|左手|右手|手指|手部|足部|足正|左足|右足|双足|关节|股骨"
            + "|胫|肱骨"),
    WHOLE_BODY("wholebody|whole body|trunk|skull base to thigh|全身|躯干");

    private final String words;

    BodyRegion(String words) {
        this.words = words;
    }

    private List<String> words() {
        return List.of(words.split("\\|"));
    }

    /// Every region that a text names.
    public static Set<BodyRegion> in(String text) {
        EnumSet<BodyRegion> found = EnumSet.noneOf(BodyRegion.class);
        Arrays.stream(values())
                .filter(region -> Words.isIn(region.words(), text))
                .forEach(found::add);
        return found;
    }

    /// Name for people.
    public String messageKey() {
        return "viewer.region." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
