package org.readingroom.testservers.demo;

import static org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority.ASAP;
import static org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority.ROUTINE;
import static org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority.STAT;
import static org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority.URGENT;
import static org.readingroom.testservers.demo.DemoCase.Setting.AMB;
import static org.readingroom.testservers.demo.DemoCase.Setting.EMER;
import static org.readingroom.testservers.demo.DemoCase.Setting.IMP;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.readingroom.testservers.demo.DemoCase.Coded;
import org.readingroom.testservers.demo.DemoCase.Laboratory;

/// The orders of the demo department, one for every study of the synthetic set.
final class DemoCases {
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10";

    /// Marks on a patient; the codes are those that a desk colours.
    static final Coded INFECTIOUS = new Coded(SNOMED, "40733004", "传染病 Infectious disease");

    static final Coded CRITICAL = new Coded(SNOMED, "442452003", "病危 Life threatening severity");

    /// What patients must not be given, by the name of the study.
    static final Map<String, Coded> ALLERGIES =
            Map.of("angiogram", new Coded(SNOMED, "293637006", "碘对比剂过敏 Allergy to iodinated contrast"));

    private DemoCases() {}

    static List<DemoCase> all() {
        return List.of(
                DemoCase.of("ct-chest", STAT, EMER, "急诊科 Emergency", Duration.ofMinutes(22))
                        .because(
                                "咳嗽三周，痰中带血 Cough for three weeks, blood in the sputum",
                                "2025年5月CT示双肺结节；吸烟40年 Nodules of both lungs in May 2025; smoked 40 years",
                                new Coded(ICD, "R91", "肺部影像异常 Abnormal finding of lung"))
                        .measured(
                                new Laboratory("1988-5", "C反应蛋白 CRP", 48, "mg/L", 0, 8),
                                new Laboratory("6690-2", "白细胞 Leukocytes", 12.6, "10*9/L", 3.5, 9.5),
                                new Laboratory("2160-0", "肌酐 Creatinine", 88, "umol/L", 57, 111)),
                DemoCase.of("ct-chest-prior", ROUTINE, AMB, "呼吸科 Respiratory", Duration.ofDays(300))
                        .because(
                                "体检发现肺结节 Nodule found at a check-up",
                                "吸烟40年 Smoked 40 years",
                                new Coded(ICD, "R91", "肺部影像异常 Abnormal finding of lung"))
                        .concluded("右上肺实性结节8 mm，左肺下叶结节6 mm，建议6个月复查。"
                                + " Solid nodule of the right upper lobe, 8 mm; nodule of the left lower lobe, 6 mm."
                                + " Follow-up in 6 months."),
                DemoCase.of("pet-ct", URGENT, IMP, "肿瘤科 Oncology", Duration.ofHours(5))
                        .because(
                                "肺占位分期 Staging of a mass of the lung",
                                "体重下降8 kg Lost 8 kg",
                                new Coded(ICD, "C34", "支气管或肺恶性肿瘤 Malignant neoplasm of bronchus or lung"))
                        .measured(
                                new Laboratory("2345-7", "血糖 Glucose", 5.6, "mmol/L", 3.9, 6.1),
                                new Laboratory("2039-6", "癌胚抗原 CEA", 14.2, "ng/mL", 0, 5)),
                DemoCase.of("mr-head", ASAP, IMP, "神经内科 Neurology", Duration.ofMinutes(95))
                        .because(
                                "反复头痛两月 Headache coming back for two months",
                                "无外伤 No injury",
                                new Coded(ICD, "R51", "头痛 Headache"))
                        .marked(CRITICAL),
                DemoCase.of("cr-chest-current", STAT, EMER, "发热门诊 Fever clinic", Duration.ofMinutes(41))
                        .because(
                                "发热、咳嗽、气促 Fever, cough, short of breath",
                                "接触结核病人 In contact with tuberculosis",
                                new Coded(ICD, "A16", "呼吸道结核 Respiratory tuberculosis"))
                        .measured(
                                new Laboratory("1988-5", "C反应蛋白 CRP", 96, "mg/L", 0, 8),
                                new Laboratory("2708-6", "血氧饱和度 Oxygen saturation", 91, "%", 95, 100))
                        .marked(INFECTIOUS),
                DemoCase.of("cr-chest-prior", ROUTINE, AMB, "体检中心 Check-up", Duration.ofDays(220))
                        .because("健康体检 Check-up", "无 None", new Coded(ICD, "Z00", "一般检查 General examination"))
                        .concluded("心肺膈未见明显异常。 Heart, lungs and diaphragm without finding."),
                DemoCase.of("mammogram", ROUTINE, AMB, "乳腺外科 Breast surgery", Duration.ofHours(20))
                        .because(
                                "左乳扪及肿块 Lump felt in the left breast",
                                "母亲患乳腺癌 Mother had breast cancer",
                                new Coded(ICD, "N63", "乳房肿块 Lump in breast")),
                DemoCase.of("carotid", ROUTINE, IMP, "神经内科 Neurology", Duration.ofHours(7))
                        .because(
                                "一过性左侧肢体无力 Passing weakness of the left limbs",
                                "高血压10年 Hypertension for 10 years",
                                new Coded(ICD, "G45", "短暂性脑缺血 Transient cerebral ischaemic attack"))
                        .measured(new Laboratory("13457-7", "低密度脂蛋白 LDL", 4.4, "mmol/L", 0, 3.4)),
                DemoCase.of("angiogram", URGENT, IMP, "血管外科 Vascular surgery", Duration.ofHours(3))
                        .because(
                                "右下肢间歇性跛行 Claudication of the right leg",
                                "糖尿病15年 Diabetes for 15 years",
                                new Coded(ICD, "I70", "动脉粥样硬化 Atherosclerosis"))
                        .measured(new Laboratory("2160-0", "肌酐 Creatinine", 142, "umol/L", 57, 111)),
                DemoCase.of("bone-scan", ROUTINE, IMP, "肿瘤科 Oncology", Duration.ofHours(26))
                        .because(
                                "前列腺癌，骨痛 Prostate cancer, pain of the bones",
                                "内分泌治疗中 Under hormone therapy",
                                new Coded(ICD, "C61", "前列腺恶性肿瘤 Malignant neoplasm of prostate"))
                        .measured(new Laboratory("2857-1", "前列腺特异抗原 PSA", 38, "ng/mL", 0, 4)),
                DemoCase.of("dx-hand", ASAP, EMER, "急诊科 Emergency", Duration.ofMinutes(63))
                        .because(
                                "右手摔伤 Fell on the right hand",
                                "无 None",
                                new Coded(ICD, "S62", "腕和手骨折 Fracture at wrist and hand")),
                DemoCase.of("mr-spine", ROUTINE, AMB, "骨科 Orthopaedics", Duration.ofHours(9))
                        .because(
                                "腰痛伴右下肢放射痛 Low back pain running into the right leg",
                                "无手术史 No operation",
                                new Coded(ICD, "M51", "椎间盘疾患 Intervertebral disc disorder")));
    }
}
